import { maybe, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, seconds } from '../define';
import { mustSome } from './parse/some';

/**
 * Versions that the node's programs tell of themselves. A program null is in none of its places: one in a HostProcess pod is
 * not, its image tells its version; undefined: it could not be asked; its `version` null: it did not tell one.
 */
export const componentVersions = defineProbe({
  id: 'component-versions',
  code: 'P19',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    kubelet: { kind: 'tool', tool: 'kubelet', args: ['--version'] },
    containerd: { kind: 'tool', tool: 'containerd', args: ['--version'] },
    flanneld: { kind: 'tool', tool: 'flanneld', args: ['--version'] },
  }),
  interpret: ({ kubelet, containerd, flanneld }) => {
    mustSome([kubelet, containerd, flanneld]);
    return {
      kubelet: version(kubelet, /^Kubernetes v?(\d+\.\d+\.\d[\w.+-]*)/m),
      containerd: version(containerd, /^containerd \S+ v?(\d+\.\d+\.\d[\w.+-]*)/m),
      flanneld: version(flanneld, /^v?(\d+\.\d+\.\d[\w.+-]*)\s*$/m),
    };
  },
});

function version(outcome: Outcome<Answer<'tool'>>, pattern: RegExp) {
  const tool = maybe(outcome);
  if (!tool) return undefined;
  if (!tool.found) return null;
  return { path: tool.path, version: pattern.exec(`${tool.stdout}\n${tool.stderr}`)?.[1] ?? null };
}
