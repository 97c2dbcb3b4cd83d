import { maybe, must, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, seconds } from '../define';
import { dynamicRange, excludedRanges, freeBlocks } from './parse/netsh';

/** Listening and reserved ports. A null range could not be read. */
export const ports = defineProbe({
  id: 'ports',
  code: 'P16',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    sockets: { kind: 'sockets' },
    dynamic: { kind: 'tool', tool: 'netsh', args: ['int', 'ipv4', 'show', 'dynamicport', 'tcp'] },
    excluded: { kind: 'tool', tool: 'netsh', args: ['int', 'ipv4', 'show', 'excludedportrange', 'tcp'] },
    dynamicUdp: { kind: 'tool', tool: 'netsh', args: ['int', 'ipv4', 'show', 'dynamicport', 'udp'] },
    excludedUdp: { kind: 'tool', tool: 'netsh', args: ['int', 'ipv4', 'show', 'excludedportrange', 'udp'] },
  }),
  interpret: ({ sockets, dynamic, excluded, dynamicUdp, excludedUdp }) => {
    const { listeners, connectionPorts } = must(sockets);
    const range = printed(dynamic);
    const ranges = printed(excluded);
    const rangeUdp = printed(dynamicUdp);
    const rangesUdp = printed(excludedUdp);
    const dynamicTcp = range === null ? null : dynamicRange(range);
    const reserved = ranges === null ? null : excludedRanges(ranges);
    const dynamicOfUdp = rangeUdp === null ? null : dynamicRange(rangeUdp);
    const reservedUdp = rangesUdp === null ? null : excludedRanges(rangesUdp);
    const listening = (wanted: 'tcp' | 'udp') =>
      listeners.flatMap(({ protocol, port }) => (protocol === wanted ? [port] : []));
    return {
      listeners,
      /** In the default range of NodePorts. */
      nodePortListeners: listeners.filter(
        ({ protocol, port }) => protocol === 'tcp' && port >= 30_000 && port <= 32_767,
      ),
      dynamic: dynamicTcp,
      excluded: reserved,
      /** Blocks of 64 that HNS could still reserve for a load balancer; null where a part of that is not known. */
      free64:
        dynamicTcp && reserved ? freeBlocks(dynamicTcp, reserved, [...listening('tcp'), ...connectionPorts]) : null,
      connections: connectionPorts.length,
      dynamicUdp: dynamicOfUdp,
      excludedUdp: reservedUdp,
      free64Udp: dynamicOfUdp && reservedUdp ? freeBlocks(dynamicOfUdp, reservedUdp, listening('udp')) : null,
    };
  },
});

function printed(outcome: Outcome<Answer<'tool'>>): string | null {
  const tool = maybe(outcome);
  return tool?.found === true && tool.exit === 0 ? tool.stdout : null;
}
