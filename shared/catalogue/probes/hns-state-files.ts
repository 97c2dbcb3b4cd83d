import { maybe, must, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, seconds } from '../define';

const SWITCHES = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\vmsmp\\parameters';

/** What HNS and the virtual switch keep over a restart. `nics` or `switches` null: that list could not be read. */
export const hnsStateFiles = defineProbe({
  id: 'hns-state-files',
  code: 'P17',
  rights: 'administrator',
  limit: seconds(10),
  reads: () => ({
    data: { kind: 'directory', path: 'C:\\ProgramData\\Microsoft\\Windows\\HNS', pattern: 'HNS.data' },
    nics: { kind: 'registry', path: `${SWITCHES}\\NicList`, subkeys: true },
    switches: { kind: 'registry', path: `${SWITCHES}\\SwitchList`, subkeys: true },
  }),
  interpret: ({ data, nics, switches }) => {
    const folder = must(data);
    const found = folder.exists ? folder.entries.find(({ name }) => name.toLowerCase() === 'hns.data') : undefined;
    return {
      /** Null: there is no such file. */
      hnsData: found ? { length: found.length, modified: found.modified } : null,
      nics: entriesOf(nics),
      switches: entriesOf(switches),
    };
  },
});

/** The subkeys of a list with their texts: an adapter's name is one of them, under a name that differs between builds. */
function entriesOf(outcome: Outcome<Answer<'registry'>>) {
  const list = maybe(outcome);
  if (!list) return null;
  if (!list.exists) return [];
  return list.subkeys.map(({ name, values }) => ({
    key: name,
    texts: Object.values(values).filter((value) => typeof value === 'string'),
  }));
}
