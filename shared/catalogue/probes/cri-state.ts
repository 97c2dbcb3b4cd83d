import { z } from 'zod';
import { defineProbe, seconds } from '../define';
import { crictlCall, crictlJson } from './parse/crictl';

const attempt = z.number().nullish();
const createdAt = z.union([z.string(), z.number()]).nullish();
const sandbox = z.object({
  id: z.string(),
  state: z.string(),
  createdAt,
  metadata: z.object({ name: z.string(), namespace: z.string(), attempt }),
});
const container = z.object({
  id: z.string(),
  podSandboxId: z.string(),
  state: z.string(),
  createdAt,
  metadata: z.object({ name: z.string(), attempt }),
});

/** Sandboxes and containers as containerd knows them. States are the runtime interface's own words. */
export const criState = defineProbe({
  id: 'cri-state',
  code: 'P31',
  rights: 'administrator',
  limit: seconds(10),
  reads: () => ({ pods: crictlCall('pods'), containers: crictlCall('ps', '-a') }),
  interpret: ({ pods, containers }) => {
    const sandboxes = crictlJson(z.object({ items: z.array(sandbox).nullish() }), pods, 'crictl pods').items ?? [];
    const all =
      crictlJson(z.object({ containers: z.array(container).nullish() }), containers, 'crictl ps').containers ?? [];
    return {
      sandboxes: sandboxes.map(({ id, state, createdAt: created, metadata }) => ({
        id,
        pod: `${metadata.namespace}/${metadata.name}`,
        ready: state === 'SANDBOX_READY',
        created: momentOf(created),
        attempt: metadata.attempt ?? 0,
      })),
      containers: all.map(({ id, podSandboxId, state, createdAt: created, metadata }) => ({
        id,
        sandbox: podSandboxId,
        name: metadata.name,
        state,
        created: momentOf(created),
        attempt: metadata.attempt ?? 0,
      })),
      readySandboxes: sandboxes.filter(({ state }) => state === 'SANDBOX_READY').length,
    };
  },
});

/** Nanoseconds since 1970, or a time, as ISO 8601; null where crictl tells none. */
function momentOf(value: string | number | null | undefined): string | null {
  const text = String(value ?? '');
  const milliseconds = /^\d{19}$/.test(text) ? Number(text.slice(0, 13)) : Date.parse(text);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}
