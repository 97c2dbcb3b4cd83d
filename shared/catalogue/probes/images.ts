import { z } from 'zod';
import { CannotInterpret, couldNotCheck, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { parseJson } from './parse/json';

const answer = z.looseObject({ images: z.array(z.looseObject({ repoTags: z.array(z.string()).nullish() })).nullish() });

/** The images that containerd holds. */
export const images = defineProbe({
  id: 'images',
  code: 'P32',
  rights: 'administrator',
  limit: seconds(10),
  reads: () => ({
    images: {
      kind: 'tool',
      tool: 'crictl',
      args: ['--runtime-endpoint', 'npipe:////./pipe/containerd-containerd', '--timeout', '5s', 'images', '-o', 'json'],
    },
  }),
  interpret: ({ images: list }) => {
    const result = must(list);
    if (!result.found) throw new CannotInterpret(couldNotCheck('missing', 'crictl'));
    if (result.exit !== 0) throw new CannotInterpret(couldNotCheck('crashed', result.stderr.trim().slice(0, 400)));
    return {
      tags: (parseJson(answer, result.stdout, 'crictl images').images ?? []).flatMap(({ repoTags }) => repoTags ?? []),
    };
  },
});
