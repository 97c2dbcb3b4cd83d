import { z } from 'zod';
import { defineProbe, seconds } from '../define';
import { crictlCall, crictlJson } from './parse/crictl';

const size = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).nullish();
const image = z.looseObject({ repoTags: z.array(z.string()).nullish(), size, pinned: z.boolean().nullish() });
const answer = z.looseObject({ images: z.array(image).nullish() });

/** The images that containerd holds. A null size was not told; only a pinned image is safe from the kubelet's cleaning. */
export const images = defineProbe({
  id: 'images',
  code: 'P32',
  rights: 'administrator',
  limit: seconds(10),
  reads: () => ({ images: crictlCall('images') }),
  interpret: ({ images: found }) => {
    const list = (crictlJson(answer, found, 'crictl images').images ?? []).map(({ repoTags, size: bytes, pinned }) => ({
      tags: repoTags ?? [],
      size: bytes ?? null,
      pinned: pinned ?? false,
    }));
    return { tags: list.flatMap(({ tags }) => tags), list };
  },
});
