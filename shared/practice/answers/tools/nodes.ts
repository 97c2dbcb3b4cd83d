import { routerMac } from '../../derive/flannel';
import type { NodeState } from '../../state';

/** A node of the cluster that is not this one. */
interface OtherNode {
  readonly name: string;
  /** Null where nothing on this node leads there. */
  readonly address: string | null;
  readonly podCidr: string | null;
  readonly mac: string | null;
}

/** The nodes on which the services' pods are, with the way to them that routes or the overlay show. */
export function otherNodes(state: NodeState): readonly OtherNode[] {
  const ways = [
    ...state.hns.networks.flatMap(({ remote }) => remote),
    ...state.routes.map(({ prefix, nextHop }) => ({ prefix, provider: nextHop, mac: null })),
  ].filter(({ prefix }) => prefix.endsWith('/24'));
  const found = new Map<string, OtherNode>();
  const backends = state.cluster.services.flatMap(({ name, backends: behind }) =>
    behind.map((backend) => ({ ...backend, ofApi: name === 'kubernetes' })),
  );
  for (const { ip, node, ofApi } of backends) {
    if (node === state.cluster.nodeName || typeof found.get(node)?.podCidr === 'string') continue;
    const way = ways.find(({ prefix }) => ip.startsWith(prefix.replace(/0\/24$/, '')));
    found.set(node, {
      name: node,
      // What HNS holds may be out of date; a route of the host is the node's present address. The API server has its node's.
      address:
        state.routes.find(({ prefix }) => prefix === way?.prefix)?.nextHop ?? way?.provider ?? (ofApi ? ip : null),
      podCidr: way?.prefix ?? null,
      mac: way?.mac ?? null,
    });
  }
  return [...found.values()];
}

export function otherNodeObject(state: NodeState, { name, address, podCidr, mac }: OtherNode): object {
  const windows = name.startsWith('win');
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: { 'kubernetes.io/os': windows ? 'windows' : 'linux', 'kubernetes.io/hostname': name },
      annotations: flannelAnnotations(state, address, state.flannel.otherMacs?.[name] ?? mac),
    },
    spec: podCidr === null || state.cluster.subnetsInEtcd === true ? {} : { podCIDR: podCidr, podCIDRs: [podCidr] },
    status: {
      addresses: [...(address === null ? [] : [{ type: 'InternalIP', address }]), { type: 'Hostname', address: name }],
      conditions: [
        { type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' },
      ],
      nodeInfo: { operatingSystem: windows ? 'windows' : 'linux', kubeletVersion: `v${state.cluster.version}` },
    },
  };
}

/** What flannel tells the other nodes about a node. */
export function flannelAnnotations(
  { flavour }: NodeState,
  address: string | null,
  mac: string | null,
): Readonly<Record<string, string>> {
  if (flavour === 'aks') return {};
  const type = flavour === 'kubeadm-vxlan' ? 'vxlan' : 'host-gw';
  return {
    'flannel.alpha.coreos.com/backend-type': type,
    'flannel.alpha.coreos.com/backend-data':
      type === 'vxlan' && mac !== null
        ? JSON.stringify({ VNI: 4096, VtepMAC: mac.toLowerCase().replaceAll('-', ':') })
        : 'null',
    ...(address === null ? {} : { 'flannel.alpha.coreos.com/public-ip': address }),
  };
}

/** The MAC address of this node's overlay router, as flannel told it; null without an overlay. */
export function ownRouter(state: NodeState): string | null {
  if (state.flannel.toldMac !== undefined) return state.flannel.toldMac;
  const overlay = state.hns.networks.find(({ type }) => type.toLowerCase() === 'overlay');
  return overlay ? routerMac(overlay) : null;
}
