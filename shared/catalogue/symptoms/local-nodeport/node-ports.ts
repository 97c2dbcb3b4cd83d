import { because, type Citations, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { clusterServices } from '../../probes/cluster-services';
import type { hnsEndpoints } from '../../probes/hns-endpoints';
import type { hnsLoadbalancers } from '../../probes/hns-loadbalancers';
import type { nodeObject } from '../../probes/node-object';
import type { hnsProcess } from '../../probes/hns-process';
import type { peerReach } from '../../probes/peer-reach';
import type { processes } from '../../probes/processes';

type Services = EvidenceOf<typeof clusterServices>;
type Balancers = EvidenceOf<typeof hnsLoadbalancers>;
type Process = EvidenceOf<typeof hnsProcess>;
type Processes = EvidenceOf<typeof processes>;
type Node = EvidenceOf<typeof nodeObject>;
type Reach = EvidenceOf<typeof peerReach>;
type Endpoints = EvidenceOf<typeof hnsEndpoints>;

const NUMBERS: Readonly<Record<string, number>> = { TCP: 6, UDP: 17 };

function balancerIndex({ loadBalancers }: Balancers, port: Services['nodePorts'][number]): number {
  return loadBalancers.findIndex(
    (entry) => entry.nodePort && entry.externalPort === port.nodePort && entry.protocol === NUMBERS[port.protocol],
  );
}

type NodePort = Services['nodePorts'][number];

/** Whether a Pod of the Service is ready, and, where a node is given, ready there. */
function hasBackend(backends: NonNullable<Services['backends']>, port: NodePort, node: string | null): boolean {
  return backends.some(
    ({ service, protocol, ready, node: at }) =>
      ready && service === port.service && protocol === port.protocol && (node === null || at === node),
  );
}

/** Whether the NodePort rightly has no load balancer here, as far as the cluster tells. */
function needsNone({ backends }: Services, port: NodePort, node: Node | undefined): boolean {
  if (!Object.hasOwn(NUMBERS, port.protocol)) return true;
  if (!port.localPolicy) return backends !== null && !hasBackend(backends, port, null);
  return backends === null || !node || !hasBackend(backends, port, node.name);
}

/**
 * Whether HNS holds the load balancers of the cluster's NodePorts. A Service without a ready Pod rightly has none, nor
 * has one with a local traffic policy without a Pod here. Where the Pods are not known and only some balancers are
 * missing, their Services may have none.
 */
export function nodePortEntries(
  services: Services,
  balancers: Balancers,
  node: Node | undefined,
): Decision<'present' | 'missing' | 'none'> {
  if (services.nodePorts.length === 0) return because('none', cite('cluster-services', '/nodePorts'));
  const places = services.nodePorts.flatMap((port, index) =>
    needsNone(services, port, node)
      ? []
      : [{ port: cite('cluster-services', `/nodePorts/${index}/nodePort`), entry: balancerIndex(balancers, port) }],
  );
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
  const certain = services.backends !== null || missing.length === places.length;
  return certain ? because('missing', ...citations) : undecided(...citations);
}

/** Where every load balancer is there, as after a restart of kube-proxy, there is nothing to be explained. */
export function noneMissing(
  services: Services | undefined,
  balancers: Balancers,
  node: Node | undefined,
): Decision<'there'> | null {
  const entries = services && nodePortEntries(services, balancers, node);
  return entries?.kind === 'because' && entries.answer !== 'missing' ? because('there', ...entries.citations) : null;
}

/**
 * Places of the NodePorts that serve only Pods of this node although it has none of theirs: by what the cluster says of
 * their Pods, else by what HNS holds, which lacks as well what kube-proxy could not make.
 */
export function withoutLocalBackend(
  { nodePorts, backends }: Services,
  balancers: Balancers,
  { endpoints }: Endpoints,
  node: Node | undefined,
): readonly number[] {
  const local = new Set(endpoints.filter(({ remote }) => !remote).map(({ id }) => id));
  return nodePorts.flatMap((port, index) => {
    if (!port.localPolicy || !Object.hasOwn(NUMBERS, port.protocol)) return [];
    const entry = balancers.loadBalancers[balancerIndex(balancers, port)];
    const served =
      backends && node
        ? hasBackend(backends, port, node.name)
        : (entry?.endpoints.some((id) => local.has(id)) ?? false);
    return served ? [] : [index];
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
  readonly 'node-object': Node | undefined;
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
  const lacking = withoutLocalBackend(services, balancers, endpoints, evidence['node-object']).map(
    (index) => services.nodePorts[index]?.service,
  );
  return new Set(
    services.backends.filter(({ ready, service }) => ready && !lacking.includes(service)).map(({ service }) => service),
  );
}
