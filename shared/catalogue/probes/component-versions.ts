import { maybe, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, seconds } from '../define';
import { mustSome } from './parse/some';

/** Where RKE2's installer puts its program, which brings its kubelet along and has it only once it has run. */
const RKE2 = { path: 'C:\\usr\\local\\bin', pattern: 'rke2.exe' } as const;

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
    rke2: { kind: 'directory', ...RKE2 },
  }),
  interpret: ({ kubelet, containerd, flanneld, rke2 }) => {
    mustSome([kubelet, containerd, flanneld]);
    const folder = maybe(rke2);
    return {
      /** Whether RKE2's program is in its place; undefined: that was not seen. */
      rke2: folder && folder.exists && folder.entries.length > 0,
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
