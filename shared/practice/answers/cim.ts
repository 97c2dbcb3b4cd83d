import { answered, couldNotCheck, type Outcome } from '../../node/outcome';
import type { Answer, Read, Where } from '../../node/read';
import { cutSecretsIn } from '../../node/secrets';
import { sameName } from '../edit';
import type { NodeState } from '../state';
import { unlessFullLanguage } from './refuse';
import { DEFENDER_CLASSES } from './cim/defender';
import { MACHINE_CLASSES } from './cim/machine';
import { NETWORK_CLASSES } from './cim/network';
import { SERVICE_CLASSES } from './cim/services';
import type { CimClass, CimRow } from './cim/types';

const CLASSES: Readonly<Record<string, CimClass>> = {
  ...SERVICE_CLASSES,
  ...MACHINE_CLASSES,
  ...NETWORK_CLASSES,
  ...DEFENDER_CLASSES,
};

function meets(row: CimRow, where: Where): boolean {
  return Object.entries(where).every(([name, values]) => {
    const actual = row[name];
    return values.some((value) =>
      typeof value === 'string' ? sameName(value, String(actual ?? '')) : value === actual,
    );
  });
}

/** Rows of scalars of a CIM class. A property that the class does not have is null, as PowerShell answers it. */
export function answerCim(state: NodeState, read: Extract<Read, { kind: 'cim' }>): Outcome<Answer<'cim'>> {
  const found = Object.entries(CLASSES).find(([name]) => sameName(name, read.class));
  const namespace = (read.namespace ?? 'root/cimv2').replaceAll('\\', '/');
  if (found === undefined || !sameName(found[1].namespace, namespace))
    return couldNotCheck('missing', `${namespace}:${read.class} 0x80041010`);
  const no = state.shell.languageMode === 'NoLanguage' ? unlessFullLanguage(state) : null;
  if (no !== null) return no;
  const rows = found[1].rows(state).filter((row) => meets(row, read.where ?? {}));
  return answered(
    cutSecretsIn({ rows: rows.map((row) => Object.fromEntries(read.select.map((name) => [name, row[name] ?? null]))) }),
  );
}
