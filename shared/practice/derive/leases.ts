import { textFile } from '../edit';
import type { FileState, NodeState } from '../state';
import { sandboxId } from './names';
import { networkedPods, usesFlannel } from './node';

/** host-local's leases: one for each pod that ran before. */
export function leases(state: NodeState): Record<string, FileState> {
  if (!usesFlannel(state)) return {};
  const folder = `C:\\var\\lib\\cni\\networks\\${state.layout.networkName}`;
  return Object.fromEntries(
    networkedPods(state)
      .filter((pod) => !pod.fresh)
      .map((pod) => [`${folder}\\${pod.ip}`, textFile(`${sandboxId(pod)}\r\neth0`, pod.created)]),
  );
}

/** Addresses that a node's range has for pods, as Windows' plugins count: four are the network's own. */
function usable(prefix: string): number {
  return 2 ** (32 - Number(prefix.split('/')[1])) - 4;
}

/** Addresses that Azure CNI has on a node of a pool that was made with its defaults. */
const AZURE_POOL = 30;

/** Why the CNI has no address for a new pod; null: it has one. */
export function noAddress(state: NodeState, subnet: string): string | null {
  if (!usesFlannel(state)) {
    const taken = networkedPods(state).filter(({ fresh }) => !fresh).length + state.hns.endpoints.length;
    return taken < AZURE_POOL ? null : 'IPAM Invoker Add failed with error: No available addresses';
  }
  const folder = `C:\\var\\lib\\cni\\networks\\${state.layout.networkName}\\`;
  const files = Object.keys({ ...leases(state), ...state.files }).filter((path) => path.startsWith(folder));
  if (subnet === state.cluster.podCidr && files.length < usable(subnet)) return null;
  return `failed to allocate for range 0: no IP addresses available in range set: ${rangeOf(subnet)}`;
}

/** The first and the last address of a subnet that lies in one /24. */
function rangeOf(subnet: string): string {
  const [base = '', length] = subnet.split('/');
  const stem = base.replace(/\.\d+$/, '');
  return `${stem}.2-${stem}.${2 ** (32 - Number(length)) - 2}`;
}
