import { maybe, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { dynamicRange, excludedRanges } from './parse/netsh';

/** Listening and reserved TCP ports. */
export const ports = defineProbe({
  id: 'ports',
  code: 'P16',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    sockets: { kind: 'sockets' },
    dynamic: { kind: 'tool', tool: 'netsh', args: ['int', 'ipv4', 'show', 'dynamicport', 'tcp'] },
    excluded: { kind: 'tool', tool: 'netsh', args: ['int', 'ipv4', 'show', 'excludedportrange', 'tcp'] },
  }),
  interpret: ({ sockets, dynamic, excluded }) => {
    const { listeners } = must(sockets);
    const range = maybe(dynamic);
    const ranges = maybe(excluded);
    return {
      /** In the default range of NodePorts. */
      nodePortListeners: listeners.filter(
        ({ protocol, port }) => protocol === 'tcp' && port >= 30_000 && port <= 32_767,
      ),
      dynamic: range?.found ? dynamicRange(range.stdout) : null,
      excluded: ranges?.found ? excludedRanges(ranges.stdout) : null,
    };
  },
});
