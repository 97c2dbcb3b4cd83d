import { answered, CannotInterpret, couldNotCheck, type CouldNotCheck, type Outcome } from '../../../node/outcome';
import { type Answer, answerSchemas } from '../../../node/read';
import type { AnyProbe } from '../../define';

/** What a node answers, by the names of a probe's reads; a read that is not named was not answered. */
export type Given = Readonly<Record<string, unknown>>;

/** Evidence of a probe from these answers, each of them checked as the engine checks it; or why there is none. */
export function ask(probe: AnyProbe, given: Given, needed: Given = {}): unknown {
  const reads = probe.reads(needed);
  if (isCouldNotCheck(reads)) return reads;
  const answers = Object.fromEntries(
    Object.entries(reads).map(([name, { kind }]): [string, Outcome<unknown>] => {
      const value = given[name];
      if (value === undefined) return [name, couldNotCheck('crashed', name)];
      return [name, isCouldNotCheck(value) ? value : answered(answerSchemas[kind].parse(value))];
    }),
  );
  try {
    return probe.interpret(answers, needed);
  } catch (error) {
    if (error instanceof CannotInterpret) return error.outcome;
    throw error;
  }
}

export function isCouldNotCheck(value: unknown): value is CouldNotCheck {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'could-not-check';
}

export const rows = (...list: ReadonlyArray<Answer<'cim'>['rows'][number]>): Answer<'cim'> => ({ rows: [...list] });

export const absent = { exists: false } as const;

export const file = (text: string, bom = false): Answer<'file'> => ({
  exists: true,
  text,
  length: text.length,
  truncated: false,
  encoding: 'utf-8',
  bom,
  modified: '2026-03-02T03:00:00.000Z',
});

export const folder = (...names: readonly string[]): Answer<'directory'> => ({
  exists: true,
  entries: names.map((name) => ({ name, folder: false, length: 1, modified: '2026-03-02T03:00:00.000Z' })),
});

export const key = (values: Record<string, string | number | null | string[]>): Answer<'registry'> => ({
  exists: true,
  values,
  subkeys: [],
});

export const prints = (stdout: string): Answer<'tool'> => ({
  found: true,
  path: 'C:\\k\\tool.exe',
  exit: 0,
  stdout,
  stderr: '',
  truncated: false,
});

export const fails = (stderr: string): Answer<'tool'> => ({
  found: true,
  path: 'C:\\k\\tool.exe',
  exit: 1,
  stdout: '',
  stderr,
  truncated: false,
});

export const hns = (output: unknown): Answer<'hns'> => ({
  json: JSON.stringify({ Success: true, Output: output }),
  via: 'HNSCall',
});

export const items = (...list: readonly unknown[]): Answer<'tool'> => prints(JSON.stringify({ items: list }));
