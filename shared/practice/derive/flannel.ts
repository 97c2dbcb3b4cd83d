import { keyOf, textFile } from '../edit';
import { mac } from '../ids';
import type { FileState, HnsNetworkState, NodeState } from '../state';
import { flannelRuns, usesFlannel } from './node';

export const SUBNET_ENV = 'C:\\run\\flannel\\subnet.env';
/** What VXLAN adds to each packet, in bytes. */
const VXLAN_OVERHEAD = 50;

/** flanneld keeps its file as long as it runs; one in the state was put there by hand. */
export function subnetEnv(state: NodeState): Record<string, FileState> {
  const { wrote, complaint } = state.flannel;
  if (!usesFlannel(state) || !flannelRuns(state) || !wrote || complaint !== null) return {};
  const { clusterCidr, podCidr } = state.cluster;
  const carried = Math.min(...state.adapters.map(({ mtu }) => mtu));
  const mtu = carried - (state.flavour === 'kubeadm-vxlan' ? VXLAN_OVERHEAD : 0);
  const text = `FLANNEL_NETWORK=${clusterCidr}\nFLANNEL_SUBNET=${podCidr.replace('.0/', '.1/')}\nFLANNEL_MTU=${mtu}\nFLANNEL_IPMASQ=true\n`;
  return { [SUBNET_ENV]: textFile(text, state.windows.boot) };
}

/** The subnet that the flannel plugin gives out: what its file says, as a network. */
export function subnetOf(state: NodeState): string {
  const text = state.files[keyOf(state.files, SUBNET_ENV) ?? '']?.text;
  const told = /^FLANNEL_SUBNET=(\S+)/m.exec(text ?? '')?.[1];
  return told?.replace('.1/', '.0/') ?? state.cluster.podCidr;
}

/** The MAC address of an overlay network's router. */
export function routerMac({ id }: HnsNetworkState): string {
  return mac(`${id} router`);
}

const KEYS = ['FLANNEL_NETWORK', 'FLANNEL_SUBNET', 'FLANNEL_MTU', 'FLANNEL_IPMASQ'] as const;

/** What the flannel plugin misses in the file that lies there: a byte order mark hides the first line, UTF-16 all. */
export function missingInSubnetEnv(state: NodeState): readonly string[] {
  const file = state.files[keyOf(state.files, SUBNET_ENV) ?? ''];
  if (file === undefined) return [];
  const [first = '', ...others] = file.encoding === 'utf-16le' ? [] : file.text.split('\n');
  const lines = file.bom ? others : [first, ...others];
  return KEYS.filter((key) => !lines.some((line) => line.startsWith(`${key}=`)));
}

/** Whether the flannel plugin finds its subnet. */
export function hasSubnetEnv(state: NodeState): boolean {
  return keyOf(state.files, SUBNET_ENV) !== undefined || SUBNET_ENV in subnetEnv(state);
}
