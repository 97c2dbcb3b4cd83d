import { z } from 'zod';
import { CannotInterpret, couldNotCheck, type Outcome } from '../../node/outcome';
import type { Answer, Read } from '../../node/read';
import { defineProbe, type EvidenceOf, seconds } from '../define';
import { images } from './images';
import { crictlCall, crictlJson } from './parse/crictl';
import { mustSome } from './parse/some';
import { podsHere } from './pods-here';
import { runtime } from './runtime';

/** One call of crictl for each image. */
const MOST = 16;
const TAG = /^[\w.:/@-]+$/;

const spec = z.object({
  os: z.string().nullish(),
  'os.version': z.string().nullish(),
  architecture: z.string().nullish(),
});
const inspected = z.object({
  info: z.object({ imageSpec: spec.nullish() }).nullish(),
});

/** Images on this node that pods here or their sandboxes are made of; those of pods that do not run come first. */
function tagsOf(
  held: EvidenceOf<typeof images>,
  pods: EvidenceOf<typeof podsHere> | undefined,
  found: EvidenceOf<typeof runtime> | undefined,
): readonly string[] {
  const troubled = (pods?.pods ?? []).filter(({ containers }) => containers.some(({ ready }) => !ready));
  const used = [...troubled, ...(pods?.pods ?? [])].flatMap(({ images: own }) => own);
  const sandbox = found?.config?.sandboxImage?.value ?? found?.inForce?.sandboxImage ?? null;
  const present = new Set(held.tags);
  const wanted = [...(sandbox === null ? [] : [sandbox]), ...used];
  return [...new Set(wanted)].filter((tag) => present.has(tag) && TAG.test(tag) && !tag.startsWith('-')).slice(0, MOST);
}

/**
 * For which Windows the images in use were made. Containers start where the build of `osVersion` fits that of the host. A
 * null field was not told; `image` null could not be asked.
 */
export const imagePlatforms = defineProbe({
  id: 'image-platforms',
  code: 'P32',
  rights: 'administrator',
  limit: seconds(10),
  needs: { images },
  wants: { pods: podsHere, runtime },
  reads: ({ images: held, pods, runtime: found }) => {
    const tags = tagsOf(held, pods, found);
    if (tags.length === 0) return couldNotCheck('not-applicable', 'no image in use is on this node');
    return Object.fromEntries(
      tags.map((tag): [string, Extract<Read, { kind: 'tool' }>] => [tag, crictlCall('inspecti', tag)]),
    );
  },
  interpret: (answers, { images: held, pods, runtime: found }) => {
    mustSome(Object.values(answers));
    return {
      images: tagsOf(held, pods, found).map((tag) => ({ tag, image: platformOf(answers[tag]) })),
    };
  },
});

function platformOf(outcome: Outcome<Answer<'tool'>> | undefined) {
  if (!outcome) return null;
  try {
    const found = crictlJson(inspected, outcome, 'crictl inspecti').info?.imageSpec;
    const version = found?.['os.version'] ?? null;
    const build = /^10\.0\.(\d{5})(?:\.|$)/.exec(version ?? '')?.[1];
    return {
      os: found?.os ?? null,
      architecture: found?.architecture ?? null,
      osVersion: version,
      build: build === undefined ? null : Number(build),
    };
  } catch (error) {
    if (error instanceof CannotInterpret) return null;
    throw error;
  }
}
