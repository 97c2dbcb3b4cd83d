import { because, cite, type Citation, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';

type Ports = EvidenceOf<(typeof probes)['ports']>;
type Balancers = EvidenceOf<(typeof probes)['hns-loadbalancers']>;
type Services = EvidenceOf<(typeof probes)['cluster-services']>;
type Processes = EvidenceOf<(typeof probes)['processes']>;

/** The source page's test: fewer than ten free blocks of 64 ports are too few. */
const FEWEST_BLOCKS = 10;
/** "Many, usually more than 100" load balancers use up the default range (source page). */
const MANY_BALANCERS = 100;
/** Kubernetes' default range of NodePorts. */
const NODE_PORTS = { start: 30_000, end: 32_767 } as const;
const TCP = 6;

/** Whether load balancers without DSR, each of which holds 64 ports in a row, have used up the dynamic range. */
export function portBlocks({ free64 }: Ports, { loadBalancers }: Balancers): Decision<'used-up' | 'enough'> {
  const free = cite('ports', '/free64');
  if (free64 === null) return undecided(free);
  const holders = loadBalancers.filter(({ dsr, protocol }) => !dsr && protocol === TCP).length;
  const count = cite('hns-loadbalancers', '/count');
  if (free64 >= FEWEST_BLOCKS) return because('enough', free, count);
  return holders > MANY_BALANCERS
    ? because('used-up', free, count, cite('ports', '/dynamic/count'))
    : undecided(free, count);
}

/** Ports that both Windows and Kubernetes would give out: of the dynamic range, in that of NodePorts, not excluded. */
export function rangeOverlap({ dynamic, excluded }: Ports): Decision<'overlaps' | 'apart'> {
  const place = cite('ports', '/dynamic');
  if (!dynamic || !excluded) return undecided(place);
  const from = Math.max(dynamic.start, NODE_PORTS.start);
  const to = Math.min(dynamic.start + dynamic.count - 1, NODE_PORTS.end);
  let port = from;
  for (const range of excluded.toSorted((a, b) => a.start - b.start))
    if (range.start <= port && port <= range.end) port = range.end + 1;
  const seen: readonly [Citation, ...Citation[]] = [
    cite('ports', '/dynamic/start'),
    cite('ports', '/dynamic/count'),
    cite('ports', '/excluded'),
  ];
  return because(port <= to ? 'overlaps' : 'apart', ...seen);
}

/** Whether another program listens on a port that a Service has as its NodePort. */
export function takenNodePort(
  { list }: Processes,
  { nodePortListeners }: Ports,
  { nodePorts }: Services,
): Decision<'taken' | 'free'> {
  const own = new Set<number | null>(list.flatMap(({ name, processId }) => (name === 'kube-proxy' ? [processId] : [])));
  const used = new Set(nodePorts.flatMap(({ nodePort, protocol }) => (protocol === 'TCP' ? [nodePort] : [])));
  const at = nodePortListeners.findIndex(({ port, processId }) => used.has(port) && !own.has(processId));
  if (at >= 0) return because('taken', cite('ports', `/nodePortListeners/${at}/port`));
  return because('free', cite('ports', '/nodePortListeners'), cite('cluster-services', '/nodePorts'));
}
