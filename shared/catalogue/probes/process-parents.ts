import { z } from 'zod';
import { couldNotCheck, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { parseRows } from './parse/json';
import { processes } from './processes';

const row = z.object({ Name: z.string(), ProcessId: z.number(), CreationDate: z.string().nullable() });

/**
 * What started the node's processes: `services` or `nssm` a service, `explorer` or `powershell` a person. A null `parent`
 * is gone: nothing runs under its id any more, or something that started later.
 */
export const processParents = defineProbe({
  id: 'process-parents',
  code: 'P06',
  rights: 'none',
  limit: seconds(10),
  needs: { processes },
  reads: ({ processes: { list } }) =>
    list.length === 0
      ? couldNotCheck('not-applicable', 'no process of the node runs')
      : {
          parents: {
            kind: 'cim',
            class: 'Win32_Process',
            where: { ProcessId: [...new Set(list.map(({ parentId }) => parentId))] },
            select: ['Name', 'ProcessId', 'CreationDate'],
          },
        },
  interpret: (answers, { processes: { list } }) => {
    const found = new Map(
      parseRows(row, must(answers.parents), 'Win32_Process').map((parent) => [parent.ProcessId, parent]),
    );
    return {
      processes: list.map(({ name, processId, parentId, start }) => {
        const parent = found.get(parentId);
        const since = parent?.CreationDate ?? null;
        const later = since !== null && start !== null && Date.parse(since) > Date.parse(start);
        return {
          name,
          processId,
          parentId,
          parent: parent && !later ? parent.Name.replace(/\.exe$/i, '').toLowerCase() : null,
        };
      }),
    };
  },
});
