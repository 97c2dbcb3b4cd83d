import { maybe } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { type KubeconfigFacts, kubeconfigFacts } from './parse/kubeconfig';

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

/** Kubeconfigs of this node, and whether kubectl is there. `chosen` is the first that can be understood. */
export const kubeTools = defineProbe({
  id: 'kube-tools',
  code: 'P22',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    kubeadm: { kind: 'file', path: KUBECONFIGS[0] },
    sdn: { kind: 'file', path: KUBECONFIGS[1] },
    rke2: { kind: 'file', path: KUBECONFIGS[2] },
    bootstrap: { kind: 'file', path: KUBECONFIGS[3] },
    kubectl: { kind: 'tool', tool: 'kubectl', args: ['version', '--client', '-o', 'json'] },
  }),
  interpret: ({ kubeadm, sdn, rke2, bootstrap, kubectl }) => {
    const tool = maybe(kubectl);
    const kubeconfigs = [kubeadm, sdn, rke2, bootstrap].flatMap((outcome, index): readonly KubeconfigFile[] => {
      const path = KUBECONFIGS[index] ?? '';
      const file = maybe(outcome);
      if (!file) return [{ path, readable: false, facts: null }];
      return file.exists ? [{ path, readable: true, facts: kubeconfigFacts(file.text) }] : [];
    });
    const found = kubeconfigs.find(({ facts }) => facts !== null);
    return {
      kubeconfigs,
      chosen: found?.facts ? { path: found.path, ...found.facts } : null,
      kubectl: tool ? (tool.found ? tool.path : null) : undefined,
    };
  },
});
