import { z } from 'zod';
import { maybe, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { parseRows } from './parse/json';

const row = z.object({ Name: z.string(), InstallState: z.number() });

/** Windows features and a pending restart. A state is 1 enabled, 2 disabled, 3 absent; null: the feature is not listed. */
export const features = defineProbe({
  id: 'features',
  code: 'P04',
  rights: 'none',
  limit: seconds(15),
  reads: () => ({
    features: {
      kind: 'cim',
      class: 'Win32_OptionalFeature',
      where: { Name: ['Containers', 'Microsoft-Hyper-V'] },
      select: ['Name', 'InstallState'],
    },
    servicing: {
      kind: 'registry',
      path: 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending',
    },
    update: {
      kind: 'registry',
      path: 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired',
    },
    session: {
      kind: 'registry',
      path: 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Session Manager',
      names: ['PendingFileRenameOperations'],
    },
  }),
  interpret: ({ features: list, servicing, update, session }) => {
    const manager = maybe(session);
    const renames = manager?.exists ? manager.values.PendingFileRenameOperations : undefined;
    const rows = parseRows(row, must(list), 'Win32_OptionalFeature');
    const stateOf = (name: string) => rows.find(({ Name }) => Name === name)?.InstallState ?? null;
    const pending = [maybe(servicing), maybe(update)];
    return {
      containers: stateOf('Containers'),
      hyperV: stateOf('Microsoft-Hyper-V'),
      /** Null where neither key could be read. */
      rebootPending: pending.some((key) => key?.exists === true)
        ? true
        : pending.every((key) => key !== undefined)
          ? false
          : null,
      /** Files that are to be renamed or deleted at the next start; null could not be read. */
      pendingRenames: manager ? (Array.isArray(renames) ? renames.filter((each) => each !== '').length : 0) : null,
    };
  },
});
