import { because, type Citations, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { clusterServices } from '../../probes/cluster-services';
import type { hnsEndpoints } from '../../probes/hns-endpoints';
import type { hnsLoadbalancers } from '../../probes/hns-loadbalancers';

type Services = EvidenceOf<typeof clusterServices>;
type Balancers = EvidenceOf<typeof hnsLoadbalancers>;
type Endpoints = EvidenceOf<typeof hnsEndpoints>;

const NUMBERS: Readonly<Record<string, number>> = { TCP: 6, UDP: 17 };

function balancerIndex({ loadBalancers }: Balancers, port: Services['nodePorts'][number]): number {
  return loadBalancers.findIndex(
    (entry) => entry.nodePort && entry.externalPort === port.nodePort && entry.protocol === NUMBERS[port.protocol],
  );
}

/**
 * Whether HNS holds the load balancers of the cluster's NodePorts. Services with a local traffic policy do not count:
 * without a backend here they rightly have none. Where only some are missing, their Services may have no endpoints.
 */
export function nodePortEntries(services: Services, balancers: Balancers): Decision<'present' | 'missing' | 'none'> {
  if (services.nodePorts.length === 0) return because('none', cite('cluster-services', '/nodePorts'));
  const places = services.nodePorts.flatMap((port, index) => {
    if (port.localPolicy || !Object.hasOwn(NUMBERS, port.protocol)) return [];
    return [{ port: cite('cluster-services', `/nodePorts/${index}/nodePort`), entry: balancerIndex(balancers, port) }];
  });
  const missing = places.filter(({ entry }) => entry < 0);
  const [first] = missing;
  if (!first) {
    const found = places.map(({ entry }) => cite('hns-loadbalancers', `/loadBalancers/${entry}/externalPort`));
    return because('present', cite('cluster-services', '/nodePorts'), ...found);
  }
  const citations: Citations = [
    first.port,
    ...missing.slice(1).map(({ port }) => port),
    cite('hns-loadbalancers', '/count'),
  ];
  return missing.length === places.length ? because('missing', ...citations) : undecided(...citations);
}

/** Indices of the NodePorts that serve only Pods of this node although HNS knows none of their Pods here. */
export function withoutLocalBackend(
  services: Services,
  balancers: Balancers,
  { endpoints }: Endpoints,
): readonly number[] {
  const local = new Set(endpoints.filter(({ remote }) => !remote).map(({ id }) => id));
  return services.nodePorts.flatMap((port, index) => {
    if (!port.localPolicy || !Object.hasOwn(NUMBERS, port.protocol)) return [];
    const entry = balancers.loadBalancers[balancerIndex(balancers, port)];
    return entry?.endpoints.some((id) => local.has(id)) ? [] : [index];
  });
}
