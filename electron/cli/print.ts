import { shortText } from '../../shared/ipc/view-of';
import { clean } from './clean';
import type { Context } from './io';
import type { Applied, Check, Cited, Diagnosis } from './shapes';
import { member } from './texts';
import { type Words, wordsIn } from './words';

type Speaking = Pick<Context, 'language' | 't'>;

/** A diagnosis for people: what was asked, answered, found and not looked at. */
export function diagnosisText(context: Speaking, diagnosis: Diagnosis, end: string, node: string): string {
  const { t, language } = context;
  const words = wordsIn(language, t);
  const { finding, symptom, path } = diagnosis;
  const lines = [t('node', { node }), t('symptom', { symptom: words.symptom(symptom) }), ''];
  for (const { step, answer, by, citations } of path) {
    lines.push(`? ${words.question(step)}`);
    const said = answer === null ? t('open') : words.answer(step, answer);
    lines.push(`  → ${said}${by === null ? '' : ` (${member(t, 'by', by)})`}`, ...cited(words, citations));
  }
  lines.push('', ...(finding ? findingLines(context, symptomOf(diagnosis), finding) : [member(t, 'end', end)]));
  lines.push(...restLines(context, diagnosis));
  return clean(`${lines.join('\n')}\n`);
}

/** A check of everything for people. */
export function checkText(context: Speaking, check: Check, exit: number, node: string): string {
  const { t, language } = context;
  const words = wordsIn(language, t);
  const lines = [t('node', { node }), ''];
  if (check.findings.length === 0) lines.push(t(exit === 0 ? 'check.nothing' : 'check.unsaid'));
  for (const finding of check.findings) {
    lines.push(`■ ${words.symptom(finding.symptom)}`, ...findingLines(context, finding.symptom, finding), '');
  }
  lines.push(...restLines(context, check));
  if (check.needsAnswer.length > 0) {
    lines.push('', t('check.needs-answer'));
    for (const key of check.needsAnswer) lines.push(`  ${key}: ${words.question(key)}`);
  }
  return clean(`${lines.join('\n')}\n`);
}

/** What became of a remediation, for people. */
export function appliedText({ t, language }: Speaking, applied: Applied): string {
  const words = wordsIn(language, t);
  const lines = ['', `${words.remediation(applied.id)}: ${member(t, 'result', applied.result)}`];
  for (const { line, status, detail } of applied.steps) {
    lines.push(`  ${line}`, `    # ${member(t, 'step', status)} ${detail}`.trimEnd());
  }
  for (const value of applied.values) lines.push(`  ${changeLine(words, value)}`);
  return clean(`${lines.join('\n')}\n`);
}

/** A deciding value before and after a change. */
export function changeLine(words: Words, { probe, pointer, before, after }: Applied['values'][number]): string {
  return `${words.probe(probe)} ${dotted(pointer)}: ${shortText(before)} → ${after === null ? '-' : shortText(after)}`;
}

/** Evidence with its values, one a line. */
export function cited(words: Words, citations: readonly Cited[]): readonly string[] {
  return citations.map(
    ({ probe, pointer, value }) => `      ${words.probe(probe)} ${dotted(pointer)} = ${shortText(value)}`,
  );
}

function dotted(pointer: string): string {
  return pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The symptom in which a diagnosis found its cause: that of its last step. */
function symptomOf({ path, symptom }: Diagnosis): string {
  return path.at(-1)?.step.split('/')[0] ?? symptom;
}

function findingLines(
  { t, language }: Speaking,
  symptom: string,
  { cause, verdict, citations, remediations }: NonNullable<Diagnosis['finding']>,
): readonly string[] {
  const words = wordsIn(language, t);
  const { title, explanation } = words.cause(symptom, cause);
  const offered = remediations.map((id) => `  ${id}: ${words.remediation(id)}`);
  return [
    `${member(t, 'verdict', verdict)}: ${title}`,
    explanation,
    ...cited(words, citations),
    ...(offered.length > 0 ? ['', t('remediations'), ...offered] : []),
  ];
}

function restLines(
  { t, language }: Speaking,
  { ruledOut, notChecked }: Pick<Diagnosis, 'ruledOut' | 'notChecked'>,
): readonly string[] {
  const words = wordsIn(language, t);
  const excluded = [...new Set(ruledOut.map(({ symptom, cause }) => words.cause(symptom, cause).title))];
  const failed = notChecked.map(({ probe, reason, detail }) =>
    `  ${words.probe(probe)}: ${member(t, 'reason', reason)} ${detail}`.trimEnd(),
  );
  return [
    ...(excluded.length > 0 ? ['', t('ruled-out'), ...excluded.map((title) => `  ${title}`)] : []),
    ...(failed.length > 0 ? ['', t('not-checked'), ...failed] : []),
  ];
}
