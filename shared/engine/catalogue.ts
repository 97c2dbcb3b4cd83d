import type { AnyProbe, Remediation, Symptom } from '../catalogue/define';

/** The knowledge that the engine works with. */
export interface Catalogue {
  readonly probes: Readonly<Record<string, AnyProbe>>;
  readonly symptoms: Readonly<Record<string, Symptom>>;
  readonly remediations: Readonly<Record<string, Remediation>>;
}

/** The item of this id. An unknown id is a bug of the caller: ids from outside are checked at the edge. */
export function lookUp<T>(items: Readonly<Record<string, T>>, id: string): T {
  const item = Object.hasOwn(items, id) ? items[id] : undefined;
  if (item === undefined) throw new Error(`unknown id: ${id}`);
  return item;
}

/** A step's name across all trees. */
export function stepKey(symptom: string, step: string): string {
  return `${symptom}/${step}`;
}

/** Symptom and step of a key made by `stepKey`. */
export function splitStepKey(key: string): { readonly symptom: string; readonly step: string } {
  const [symptom = '', step = ''] = key.split('/');
  return { symptom, step };
}
