import type { Write } from '../../../node/write';
import { movedAside } from '../../aside';
import { prefixLength } from '../../node-range';
import { firstHost } from '../../subnets';
import { VXLAN_OVERHEAD } from '../../symptoms/missing-subnet-env/file';
import { defineRemediation } from '../../typed';

/**
 * Writes subnet.env as flanneld would: the node's own pod subnet, flannel's network, and the MTU that the backend leaves of
 * the host adapter's. A file that is there is moved aside first.
 */
export const writeSubnetEnv = defineRemediation({
  id: 'write-subnet-env',
  risk: 'safe',
  probes: ['flannel-state', 'node-object', 'hns-networks', 'adapters', 'cni-config'],
  cooldown: 300,
  plan: (evidence) => {
    const { 'flannel-state': flannel, 'node-object': node, 'cni-config': cni, adapters } = evidence;
    const subnet = node.podCidr === null ? null : firstHost(node.podCidr);
    if (subnet === null) return { kind: 'not-here', why: 'no-pod-subnet' };
    const told = [flannel.netConf?.facts?.network, flannel.exists ? flannel.network : null];
    const cluster = told.find((network) => prefixLength(network ?? null) !== null);
    if (cluster === undefined) return { kind: 'not-here', why: 'no-cluster-network' };
    const name = cni.winner?.name?.toLowerCase();
    const network = evidence['hns-networks'].networks.find((each) => each.name.toLowerCase() === name);
    const host = adapters.list.find(({ addresses }) => addresses.includes(network?.managementIp ?? ''));
    if (!network || typeof host?.mtu !== 'number') return { kind: 'not-here', why: 'no-network' };
    const mtu = network.type === 'overlay' ? host.mtu - VXLAN_OVERHEAD : host.mtu;
    const text = `FLANNEL_NETWORK=${cluster}\nFLANNEL_SUBNET=${subnet}\nFLANNEL_MTU=${mtu}\nFLANNEL_IPMASQ=true\n`;
    const create: Write = { kind: 'file', path: flannel.path, change: { kind: 'create', text } };
    if (!flannel.exists) return { kind: 'writes', writes: [create] };
    // Never beside the one that the plugin reads.
    return { kind: 'writes', writes: [movedAside(flannel.path, 'flannel', flannel.modified), create] };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
