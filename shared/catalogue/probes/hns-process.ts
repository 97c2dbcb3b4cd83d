import { z } from 'zod';
import { couldNotCheck, maybe, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { parseRows } from './parse/json';
import { count } from './parse/number';
import { services } from './services';

const row = z.object({
  ThreadCount: count.nullable(),
  HandleCount: count.nullable(),
  WorkingSetSize: count.nullable(),
  CreationDate: z.string().nullable(),
});
const service = z.object({ Name: z.string() });

/**
 * The process of the Host Networking Service. `process` null: it ended while it was asked; `sharedWith` null: not known.
 * More than 200 threads are suspicious, 1000 a deadlock (Microsoft's SDN scripts, networkhealth and automitigator).
 */
export const hnsProcess = defineProbe({
  id: 'hns-process',
  code: 'P07',
  rights: 'none',
  limit: seconds(10),
  needs: { services },
  reads: ({ services: { hns } }) => {
    if (!hns) return couldNotCheck('missing', 'hns');
    if (hns.processId === 0) return couldNotCheck('not-applicable', `hns: ${hns.state}`);
    return {
      process: {
        kind: 'cim',
        class: 'Win32_Process',
        where: { ProcessId: [hns.processId] },
        select: ['ThreadCount', 'HandleCount', 'WorkingSetSize', 'CreationDate'],
      },
      shared: { kind: 'cim', class: 'Win32_Service', where: { ProcessId: [hns.processId] }, select: ['Name'] },
    };
  },
  interpret: ({ process, shared }, { services: { hns } }) => {
    const [found] = parseRows(row, must(process), 'Win32_Process');
    const others = maybe(shared);
    return {
      processId: hns?.processId ?? 0,
      process: found
        ? {
            threads: found.ThreadCount,
            handles: found.HandleCount,
            workingSet: found.WorkingSetSize,
            start: found.CreationDate,
          }
        : null,
      /** Other services that would end with this process. */
      sharedWith: others
        ? parseRows(service, others, 'Win32_Service')
            .map(({ Name }) => Name)
            .filter((name) => name.toLowerCase() !== 'hns')
        : null,
    };
  },
});
