import { because, type Citations, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { clusterServices } from '../../probes/cluster-services';
import type { hnsEndpoints } from '../../probes/hns-endpoints';
import type { hnsLoadbalancers } from '../../probes/hns-loadbalancers';
import type { hnsProcess } from '../../probes/hns-process';
import type { peerReach } from '../../probes/peer-reach';
import type { processes } from '../../probes/processes';

type Services = EvidenceOf<typeof clusterServices>;
type Balancers = EvidenceOf<typeof hnsLoadbalancers>;
type Process = EvidenceOf<typeof hnsProcess>;
type Processes = EvidenceOf<typeof processes>;
type Reach = EvidenceOf<typeof peerReach>;
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

/** Where every load balancer is there, as after a restart of kube-proxy, nothing is to be explained. */
export function noneMissing(services: Services | undefined, balancers: Balancers): Decision<never> | null {
  const entries = services && nodePortEntries(services, balancers);
  return entries?.kind === 'because' && entries.answer !== 'missing' ? undecided(...entries.citations) : null;
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

/** Why load balancers are missing: kube-proxy does not notice that HNS lost them when it restarted (domain facts X01). */
export function whyMissing(
  { count }: Balancers,
  { list, counts }: Processes,
  hns: Process | undefined,
): Decision<'hns-restarted' | 'no-kube-proxy' | 'all-gone' | 'some-gone'> {
  const running = cite('processes', '/counts/kubeProxy');
  if (counts.kubeProxy === 0) return because('no-kube-proxy', running);
  const left = cite('hns-loadbalancers', '/count');
  const proxy = list.findIndex(({ name }) => name === 'kube-proxy');
  const since = [hns?.process?.start, list[proxy]?.start].map((start) => Date.parse(start ?? ''));
  const [hnsSince = NaN, proxySince = NaN] = since;
  if (count === 0 && hnsSince > proxySince)
    return because(
      'hns-restarted',
      left,
      cite('hns-process', '/process/start'),
      cite('processes', `/list/${proxy}/start`),
    );
  return because(count === 0 ? 'all-gone' : 'some-gone', left, running);
}

interface ReachEvidence {
  readonly 'peer-reach': Reach | undefined;
  readonly 'cluster-services': Services | undefined;
  readonly 'hns-loadbalancers': Balancers | undefined;
  readonly 'hns-endpoints': Endpoints | undefined;
}

/**
 * Whether the node reaches NodePorts by its own address. Only services count that something stands behind, and that
 * this node may serve; where that is not known, a failure proves nothing.
 */
export function ownReach(evidence: ReachEvidence): Decision<'works' | 'fails'> {
  const tried = (evidence['peer-reach']?.results ?? []).flatMap((result, index) =>
    result.role === 'node-port' && result.connection !== null ? [{ ...result, index }] : [],
  );
  const place = ({ index }: { readonly index: number }) => cite('peer-reach', `/results/${index}/connection`);
  const [first, ...rest] = tried.filter(({ connection }) => connection === 'connected');
  if (first && rest.length + 1 === tried.length) return because('works', place(first), ...rest.map(place));
  const served = servedHere(evidence);
  const failed = tried.filter(({ service, connection }) => connection !== 'connected' && served.has(service));
  const [failure, ...others] = failed;
  if (failure) return because('fails', place(failure), ...others.map(place));
  return first && served.has(first.service) ? because('works', place(first)) : undecided(...tried.map(place));
}

/** Services with a ready backend that this node may hand their connections to. */
function servedHere(evidence: ReachEvidence): ReadonlySet<string> {
  const { 'cluster-services': services, 'hns-loadbalancers': balancers, 'hns-endpoints': endpoints } = evidence;
  if (!services?.backends || !balancers || !endpoints) return new Set();
  const lacking = withoutLocalBackend(services, balancers, endpoints).map(
    (index) => services.nodePorts[index]?.service,
  );
  return new Set(
    services.backends.filter(({ ready, service }) => ready && !lacking.includes(service)).map(({ service }) => service),
  );
}
