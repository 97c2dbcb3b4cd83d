import { z } from 'zod';
import { defineProbe, seconds } from '../define';
import { crictlCall, crictlJson } from './parse/crictl';

const attempt = z.number().nullish();
const sandbox = z.looseObject({
  id: z.string(),
  state: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string(), attempt }),
});
const container = z.looseObject({
  id: z.string(),
  podSandboxId: z.string(),
  state: z.string(),
  metadata: z.looseObject({ name: z.string(), attempt }),
});

/** Sandboxes and containers as containerd knows them. States are the runtime interface's own words. */
export const criState = defineProbe({
  id: 'cri-state',
  code: 'P31',
  rights: 'administrator',
  limit: seconds(10),
  reads: () => ({ pods: crictlCall('pods'), containers: crictlCall('ps', '-a') }),
  interpret: ({ pods, containers }) => {
    const sandboxes = crictlJson(z.looseObject({ items: z.array(sandbox).nullish() }), pods, 'crictl pods').items ?? [];
    const all =
      crictlJson(z.looseObject({ containers: z.array(container).nullish() }), containers, 'crictl ps').containers ?? [];
    return {
      sandboxes: sandboxes.map(({ id, state, metadata }) => ({
        id,
        pod: `${metadata.namespace}/${metadata.name}`,
        ready: state === 'SANDBOX_READY',
        attempt: metadata.attempt ?? 0,
      })),
      containers: all.map(({ id, podSandboxId, state, metadata }) => ({
        id,
        sandbox: podSandboxId,
        name: metadata.name,
        state,
        attempt: metadata.attempt ?? 0,
      })),
      readySandboxes: sandboxes.filter(({ state }) => state === 'SANDBOX_READY').length,
    };
  },
});
