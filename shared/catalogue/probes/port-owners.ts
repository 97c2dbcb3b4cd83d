import { z } from 'zod';
import { couldNotCheck, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { parseRows } from './parse/json';
import { ports } from './ports';

const row = z.object({ Name: z.string(), ProcessId: z.number() });

/** More processes than listen on any node. */
const MOST = 200;

function owners(listeners: ReadonlyArray<{ readonly processId: number | null }>): readonly number[] {
  const ids = new Set(listeners.flatMap(({ processId }) => (processId === null ? [] : [processId])));
  return [...ids].slice(0, MOST);
}

/** Which program listens on each port. A null `program` is not known: it ended, or Windows does not say whose port it is. */
export const portOwners = defineProbe({
  id: 'port-owners',
  code: 'P16',
  rights: 'none',
  limit: seconds(10),
  needs: { ports },
  reads: ({ ports: { listeners } }) => {
    const ids = owners(listeners);
    return ids.length === 0
      ? couldNotCheck('missing', 'owners of listening ports')
      : {
          processes: {
            kind: 'cim',
            class: 'Win32_Process',
            where: { ProcessId: ids },
            select: ['Name', 'ProcessId'],
          },
        };
  },
  interpret: (answers, { ports: { listeners } }) => {
    const names = new Map(
      parseRows(row, must(answers.processes), 'Win32_Process').map(({ Name, ProcessId }) => [ProcessId, Name]),
    );
    return {
      listeners: listeners.map(({ protocol, address, port, processId }) => ({
        protocol,
        address,
        port,
        processId,
        program: (processId === null ? undefined : names.get(processId)) ?? null,
      })),
    };
  },
});
