import { z } from 'zod';
import { CannotInterpret, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, seconds } from '../define';
import { crictlCall, crictlJson } from './parse/crictl';
import { count } from './parse/number';

const image = z.object({
  repoTags: z.array(z.string()).nullish(),
  size: count.nullish(),
  pinned: z.boolean().nullish(),
});
const usage = z.object({
  status: z.object({
    imageFilesystems: z.array(z.object({ usedBytes: z.object({ value: count }).nullish() })).nullish(),
  }),
});
const answer = z.object({ images: z.array(image).nullish() });

/** The images that containerd holds. A null size was not told; only a pinned image is safe from the kubelet's cleaning. */
export const images = defineProbe({
  id: 'images',
  code: 'P32',
  rights: 'administrator',
  limit: seconds(10),
  reads: () => ({ images: crictlCall('images'), fs: crictlCall('imagefsinfo') }),
  interpret: ({ images: found, fs }) => {
    const list = (crictlJson(answer, found, 'crictl images').images ?? []).map(({ repoTags, size: bytes, pinned }) => ({
      tags: repoTags ?? [],
      size: bytes ?? null,
      pinned: pinned ?? false,
    }));
    return { tags: list.flatMap(({ tags }) => tags), list, usedBytes: usedBytes(fs) };
  },
});

/** Bytes that all images take; null: it is not known. */
function usedBytes(outcome: Outcome<Answer<'tool'>>): number | null {
  try {
    const found = crictlJson(usage, outcome, 'crictl imagefsinfo').status.imageFilesystems ?? [];
    const sizes = found.flatMap(({ usedBytes: bytes }) => (bytes ? [bytes.value] : []));
    return sizes.length === 0 ? null : sizes.reduce((sum, bytes) => sum + bytes, 0);
  } catch (error) {
    if (error instanceof CannotInterpret) return null;
    throw error;
  }
}
