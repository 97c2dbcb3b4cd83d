import type { Block } from './blocks';
import type { ChangeRecord } from './record';
import { saidValue } from './value';
import type { Words } from './words';

/** In one sentence, where a change stands now. */
export function stateOf({ status, result, restored }: ChangeRecord, { t, member }: Words): string {
  if (status === 'undone') {
    if (restored === null) return t('run.undone');
    return t(restored ? 'run.undone.restored' : 'run.undone.not-restored');
  }
  return status === 'verified' && result !== null ? member('result', result) : member('run', status);
}

/** A change: what it was for, who agreed, what came of it, what was run, and the deciding values around it. */
export function changeBlocks(change: ChangeRecord, symptom: string, words: Words): readonly Block[] {
  const { t, member } = words;
  const facts = [
    t('change.for', { cause: words.cause(symptom, change.cause).title }),
    t('change.consent', { at: words.time(change.at), risk: member('risk', change.consent.risk) }),
    ...(change.stopped === null ? [] : [failure('change.stopped', change.stopped, words)]),
    change.result === null ? t('change.not-verified') : t('change.result', { result: member('result', change.result) }),
    ...(change.status === 'verified' ? [] : [stateOf(change, words)]),
  ];
  return [
    { kind: 'heading', level: 3, text: words.remediation(change.remediation) },
    { kind: 'list', items: facts },
    { kind: 'paragraph', text: t('change.lines') },
    { kind: 'code', text: change.steps.map((step) => stepLine(step, words)).join('\n') },
    ...valueTable(change, words),
  ];
}

function stepLine({ line, status, detail, undoFailed }: ChangeRecord['steps'][number], words: Words): string {
  const said = [words.member('step', status), detail, undoFailed ? failure('step.undo-failed', undoFailed, words) : ''];
  return `${line}\n  # ${said.filter((text) => text !== '').join('; ')}`;
}

function failure(
  key: 'change.stopped' | 'step.undo-failed',
  { reason, detail }: NonNullable<ChangeRecord['stopped']>,
  { t, member }: Words,
): string {
  const values = { reason: member('reason', reason), detail };
  return detail === '' ? t(key, values) : t(`${key}.detail`, values);
}

function valueTable({ values }: ChangeRecord, words: Words): readonly Block[] {
  if (values.length === 0) return [];
  const labels = words.cited(values);
  const rows = values.map((value, index) => [
    labels[index] ?? '',
    saidValue(value.before, words),
    saidValue(value.after, words),
  ]);
  return [{ kind: 'table', head: [words.t('value'), words.t('before'), words.t('after')], rows }];
}
