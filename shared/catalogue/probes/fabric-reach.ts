import { couldNotCheck, must } from '../../node/outcome';
import { defineProbe, type EvidenceOf, seconds } from '../define';
import { clusterNodes } from './cluster-nodes';
import { clusterServices } from './cluster-services';
import { hnsEndpoints } from './hns-endpoints';
import { hnsLoadbalancers } from './hns-loadbalancers';
import { hnsNetworks } from './hns-networks';
import { nodeObject } from './node-object';
import { podsHere } from './pods-here';
import { registryHost } from './registry-host';
import { runtime } from './runtime';

/** More targets say no more, and each costs a connection. */
const MOST = {
  'node-kubelet': 8,
  'remote-pod': 8,
  'local-pod': 4,
  'service-ip': 6,
  'host-port': 6,
  registry: 1,
} as const;
const TCP = 6;

type Role = keyof typeof MOST;
interface Target {
  readonly target: string;
  readonly role: Role;
  /** What it belongs to, as far as that is known: the address of a service, a pod, a node. */
  readonly of: string | null;
}

interface Wanted {
  readonly node: EvidenceOf<typeof nodeObject> | undefined;
  readonly nodes: EvidenceOf<typeof clusterNodes> | undefined;
  readonly services: EvidenceOf<typeof clusterServices> | undefined;
  readonly networks: EvidenceOf<typeof hnsNetworks> | undefined;
  readonly endpoints: EvidenceOf<typeof hnsEndpoints> | undefined;
  readonly balancers: EvidenceOf<typeof hnsLoadbalancers> | undefined;
  readonly pods: EvidenceOf<typeof podsHere> | undefined;
  readonly runtime: EvidenceOf<typeof runtime> | undefined;
}

/** Other nodes, as the cluster or, where it may not be asked, the overlay's routes name them. */
function nodesOf({ node, nodes, networks }: Wanted): readonly Target[] {
  const known = nodes?.nodes ?? [];
  const listed = known.flatMap(({ name, internalIp }) => (internalIp === null ? [] : [[internalIp, name] as const]));
  // A node that is down answers nobody.
  const down = new Set(
    known.flatMap(({ internalIp, ready }) => (ready === 'True' || ready === null ? [] : [internalIp])),
  );
  const routed = (networks?.networks ?? []).flatMap(({ remoteSubnets }) =>
    remoteSubnets.flatMap(({ provider }) => (provider === null ? [] : [[provider, null] as const])),
  );
  return [...listed, ...routed]
    .filter(([address]) => address !== node?.internalIp && !down.has(address))
    .map(([address, name]) => ({ target: at(address, 10_250), role: 'node-kubelet', of: name }));
}

/**
 * Pods behind HNS's load balancers, which know them also where the cluster may not be asked. A busy node has tens of
 * thousands: each is looked at while targets of its role are wanted.
 */
function* podsOf({ endpoints, balancers }: Wanted, wants: (role: Role) => boolean): Iterable<Target> {
  const byId = new Map<string, { readonly ip: string; readonly remote: boolean }>();
  for (const endpoint of endpoints?.endpoints ?? []) byId.set(endpoint.id, endpoint);
  for (const { vip, protocol, internalPort, endpoints: ids } of balancers?.loadBalancers ?? []) {
    if (protocol !== TCP || internalPort <= 0) continue;
    for (const id of ids) {
      const endpoint = byId.get(id);
      const role = endpoint?.remote ? 'remote-pod' : 'local-pod';
      if (!endpoint || endpoint.ip === '' || !wants(role)) continue;
      yield { target: at(endpoint.ip, internalPort), role, of: vip };
    }
  }
}

function servicesOf({ services, balancers }: Wanted): readonly Target[] {
  const known = (services?.services ?? []).flatMap(({ namespace, name, clusterIp, ports }) =>
    clusterIp === null || clusterIp === 'None'
      ? []
      : ports.flatMap(({ port, protocol }) =>
          protocol === 'TCP'
            ? [{ target: at(clusterIp, port), role: 'service-ip' as const, of: `${namespace}/${name}` }]
            : [],
        ),
  );
  const plumbed = (balancers?.loadBalancers ?? []).flatMap(({ vip, protocol, externalPort }) =>
    vip === null || protocol !== TCP ? [] : [{ target: at(vip, externalPort), role: 'service-ip' as const, of: null }],
  );
  return [...known, ...plumbed];
}

function targetsOf(wanted: Wanted): readonly Target[] {
  const { node, pods, runtime: found } = wanted;
  const own = node?.internalIp ?? null;
  const hostPorts = (pods?.pods ?? []).flatMap(({ name, hostPorts: list }) =>
    list.flatMap(({ hostPort, protocol }) =>
      own === null || protocol !== 'TCP' ? [] : [{ target: at(own, hostPort), role: 'host-port' as const, of: name }],
    ),
  );
  const image = found?.config?.sandboxImage?.value ?? found?.inForce?.sandboxImage ?? null;
  const registry = registryHost(image);
  const outside = registry === null ? [] : [{ target: at(registry, 443), role: 'registry' as const, of: image }];
  const taken = new Map<string, Target>();
  const counts = new Map<Role, number>();
  const wants = (role: Role): boolean => (counts.get(role) ?? 0) < MOST[role];
  const take = (from: Iterable<Target>): void => {
    for (const each of from) {
      if (taken.has(each.target) || !wants(each.role)) continue;
      taken.set(each.target, each);
      counts.set(each.role, (counts.get(each.role) ?? 0) + 1);
    }
  };
  for (const from of [nodesOf(wanted), podsOf(wanted, wants), servicesOf(wanted), hostPorts, outside]) take(from);
  return [...taken.values()];
}

/**
 * TCP connections from this node to other nodes' kubelets, to pods here and there, to addresses of services, to ports of the
 * host and to the registry of the sandbox image: all of them named by the cluster. Refused: the way is open. From the host the
 * address of a service may be out of reach by design.
 */
export const fabricReach = defineProbe({
  id: 'fabric-reach',
  code: 'P42',
  rights: 'none',
  limit: seconds(10),
  wants: {
    node: nodeObject,
    nodes: clusterNodes,
    services: clusterServices,
    networks: hnsNetworks,
    endpoints: hnsEndpoints,
    balancers: hnsLoadbalancers,
    pods: podsHere,
    runtime,
  },
  reads: (wanted) => {
    const targets = targetsOf(wanted).map(({ target }) => target);
    return targets.length === 0
      ? couldNotCheck('missing', 'targets of the cluster')
      : { connect: { kind: 'connect', targets } };
  },
  interpret: ({ connect }, wanted) => {
    const found = new Map(must(connect).results.map((result) => [result.target, result]));
    return {
      results: targetsOf(wanted).map((asked) => ({
        ...asked,
        /** Null: not answered. */
        connection: found.get(asked.target)?.connection ?? null,
        milliseconds: found.get(asked.target)?.milliseconds ?? null,
      })),
    };
  },
});

function at(address: string, port: number): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
