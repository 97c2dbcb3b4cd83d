import { maybe } from '../../node/outcome';
import { defineProbe, type EvidenceOf, seconds } from '../define';
import { type KubeconfigFacts, kubeconfigFacts } from './parse/kubeconfig';
import { processes } from './processes';

/** Where the distributions keep the kubelet's kubeconfig, the likeliest first. */
const KUBECONFIGS = [
  'C:\\etc\\kubernetes\\kubelet.conf',
  'C:\\k\\config',
  'C:\\var\\lib\\rancher\\rke2\\agent\\kubelet.kubeconfig',
  'C:\\etc\\kubernetes\\bootstrap-kubelet.conf',
] as const;

interface KubeconfigFile {
  readonly path: string;
  readonly readable: boolean;
  /** Null where it could not be read or understood. */
  readonly facts: KubeconfigFacts | null;
}

/** What the running kubelet was told; where that is not known, the first of the usual places once more. */
function namedPath(running: EvidenceOf<typeof processes> | undefined): string {
  const flags = running?.list.find(({ name }) => name === 'kubelet')?.flags;
  const named = flags?.kubeconfig?.replaceAll('/', '\\');
  return named !== undefined && /^[A-Za-z]:\\[^*?"<>|]+$/.test(named) ? named : KUBECONFIGS[0];
}

/**
 * Kubeconfigs of this node, and whether kubectl is there. `chosen` is the first that can be understood, of the running
 * kubelet's own and those in the usual places. `kubectl` null: there is none; undefined: that could not be asked.
 */
export const kubeTools = defineProbe({
  id: 'kube-tools',
  code: 'P22',
  rights: 'none',
  limit: seconds(10),
  wants: { processes },
  reads: ({ processes: running }) => ({
    named: { kind: 'file', path: namedPath(running) },
    kubeadm: { kind: 'file', path: KUBECONFIGS[0] },
    sdn: { kind: 'file', path: KUBECONFIGS[1] },
    rke2: { kind: 'file', path: KUBECONFIGS[2] },
    bootstrap: { kind: 'file', path: KUBECONFIGS[3] },
    kubectl: { kind: 'tool', tool: 'kubectl', args: ['version', '--client', '-o', 'json'] },
  }),
  interpret: ({ named, kubeadm, sdn, rke2, bootstrap, kubectl }, { processes: running }) => {
    const tool = maybe(kubectl);
    const paths = [namedPath(running), ...KUBECONFIGS];
    const kubeconfigs = [named, kubeadm, sdn, rke2, bootstrap].flatMap((outcome, index): readonly KubeconfigFile[] => {
      const path = paths[index] ?? '';
      if (paths.findIndex((other) => other.toLowerCase() === path.toLowerCase()) < index) return [];
      const file = maybe(outcome);
      if (!file) return [{ path, readable: false, facts: null }];
      return file.exists ? [{ path, readable: true, facts: kubeconfigFacts(file.text) }] : [];
    });
    const found = kubeconfigs.find(({ facts }) => facts !== null);
    return {
      kubeconfigs,
      chosen: found?.facts ? { path: found.path, ...found.facts } : null,
      /** The version of kubectl; null: it did not tell. */
      kubectlVersion: tool?.found ? (/"gitVersion":\s*"v?([^"]{1,64})"/.exec(tool.stdout)?.[1] ?? null) : null,
      kubectl: tool ? (tool.found ? tool.path : null) : undefined,
    };
  },
});
