import { defineRemediation } from '../../typed';
import { aroundHns, bareProcesses } from '../around-hns';
import { runningPods } from '../pods';

/** Windows Server 2019: the page's English original says "and earlier" where its translation says "and later". */
const LAST_BUILD = 17763;
const DATA = 'C:\\ProgramData\\Microsoft\\Windows\\HNS\\HNS.data';

/**
 * Gives HNS an empty store: all that use it are stopped, the store is renamed rather than removed, and HNS makes a new one.
 * Every HNS object of the node is gone then, until the CNI's agent and kube-proxy have made theirs anew.
 */
export const renameHnsData = defineRemediation({
  id: 'rename-hns-data',
  risk: 'destructive',
  probes: ['os-build', 'services', 'processes', 'hns-state-files', 'hns-process'],
  also: ['process-parents', 'pods-here'],
  cooldown: 3600,
  plan: ({ services, processes, 'process-parents': parents, ...node }) => {
    if (node['os-build'].build > LAST_BUILD) return { kind: 'not-here', why: 'newer-build' };
    if (!node['hns-state-files'].hnsData) return { kind: 'not-here', why: 'no-file' };
    if ((node['hns-process'].sharedWith ?? ['unknown']).length > 0) return { kind: 'not-here', why: 'shared' };
    // What cannot be stopped would make HNS start, and its objects, in the middle of it.
    if (bareProcesses(processes, services, parents).length > 0 || inPods(processes.counts, services))
      return { kind: 'not-here', why: 'cannot-be-stopped' };
    const writes = aroundHns(services, [
      { kind: 'service', name: 'hns', action: 'stop' },
      { kind: 'file', path: DATA, change: { kind: 'move', to: `${DATA}.winnow` } },
      { kind: 'service', name: 'hns', action: 'restart' },
    ]);
    return { kind: 'writes', writes };
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: pods ? runningPods(pods) : null, seconds: null }),
});

interface Counts {
  readonly flanneld: number;
  readonly kubeProxy: number;
}

/** Whether kube-proxy or flanneld run although no service of theirs does. */
function inPods(
  { flanneld, kubeProxy }: Counts,
  services: Readonly<Record<'flanneld' | 'kubeproxy' | 'kube-proxy' | 'rke2', object | null>>,
): boolean {
  if (services.rke2) return false;
  return (flanneld > 0 && !services.flanneld) || (kubeProxy > 0 && !services.kubeproxy && !services['kube-proxy']);
}
