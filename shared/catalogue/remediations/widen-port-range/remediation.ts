import type { Write } from '../../../node/write';
import type { EvidenceOf } from '../../define';
import type { probes } from '../../probes';
import { defineRemediation } from '../../typed';

type Ports = EvidenceOf<(typeof probes)['ports']>;
type Ranges = NonNullable<Ports['excluded']>;

/** What AKS sets on its Windows nodes: all ports from 16385 on. */
const WIDE = { start: 16_385, count: 49_151 } as const;
/** Kubernetes' default range of NodePorts. */
const NODE_PORTS = { start: 30_000, end: 32_767 } as const;
/** A port that Azure's host keeps to itself. */
const AZURE_PORT = 65_330;

type Protocol = 'tcp' | 'udp';

/** The parts of a range that are not excluded yet. */
function gaps(
  from: number,
  to: number,
  excluded: Ranges,
): ReadonlyArray<{ readonly start: number; readonly count: number }> {
  const found: Array<{ start: number; count: number }> = [];
  let port = from;
  for (const { start, end } of excluded.toSorted((a, b) => a.start - b.start)) {
    if (end < port || start > to) continue;
    if (start > port) found.push({ start: port, count: start - port });
    port = end + 1;
  }
  if (port <= to) found.push({ start: port, count: to - port + 1 });
  return found;
}

function exclusions(protocol: Protocol, excluded: Ranges, azure: boolean): readonly Write[] {
  const own = azure && protocol === 'udp' ? gaps(AZURE_PORT, AZURE_PORT, excluded) : [];
  return [...gaps(NODE_PORTS.start, NODE_PORTS.end, excluded), ...own].map(({ start, count }) => ({
    kind: 'tool',
    call: { form: 'excluded-port-range', action: 'add', protocol, start, count },
  }));
}

function widening(protocol: Protocol, range: NonNullable<Ports['dynamic']>): readonly Write[] {
  const wide = range.start <= WIDE.start && range.start + range.count >= WIDE.start + WIDE.count;
  return wide ? [] : [{ kind: 'tool', call: { form: 'dynamic-port-range', protocol, ...WIDE } }];
}

/**
 * Widens the dynamic port range for TCP and UDP. The NodePorts inside the new range are excluded before it is set, so
 * that Windows never gives one of them out.
 */
export const widenPortRange = defineRemediation({
  id: 'widen-port-range',
  risk: 'safe',
  probes: ['ports'],
  also: ['platform'],
  cooldown: 300,
  plan: ({ ports, platform }) => {
    const { dynamic, excluded, dynamicUdp, excludedUdp } = ports;
    if (!dynamic || !excluded || !dynamicUdp || !excludedUdp) return { kind: 'not-here', why: 'range-unknown' };
    // Windows excludes no port that somebody listens on.
    if (ports.nodePortListeners.length > 0) return { kind: 'not-here', why: 'node-port-in-use' };
    const azure = platform?.azure ?? false;
    const [first, ...rest] = [
      ...exclusions('tcp', excluded, azure),
      ...exclusions('udp', excludedUdp, azure),
      ...widening('tcp', dynamic),
      ...widening('udp', dynamicUdp),
    ];
    return first ? { kind: 'writes', writes: [first, ...rest] } : { kind: 'not-here', why: 'already-wide' };
  },
  hurts: () => ({ pods: [], seconds: 0 }),
});
