import type { Citation } from '../../shared/catalogue/define';
import { lookUp } from '../../shared/engine/catalogue';
import type { Evidence } from '../../shared/engine/evidence';
import { UNSURE, type Walk } from '../../shared/engine/walk';
import { winnow } from '../../shared/engine/winnow';
import { citedView, shownValue } from '../../shared/ipc/view-of';
import type { CitedView } from '../../shared/ipc/view';
import { clean } from './clean';
import type { Context } from './io';
import type { Applied, Cited, Diagnosis } from './shapes';
import { member, type Say } from './texts';
import { type Words, wordsIn } from './words';

type Step = Diagnosis['path'][number];
export type Speaking = Pick<Context, 'language' | 't' | 'zone'>;

/** A diagnosis for people: what was asked, answered, found and not looked at. */
export function diagnosisText(
  context: Speaking,
  walk: Walk,
  diagnosis: Diagnosis,
  evidence: Evidence,
  node: string,
): string {
  const { t, language, zone } = context;
  const words = wordsIn(language, t, zone);
  const { symptom, path } = diagnosis;
  const lines = [t('node', { node: words.node(node) }), t('symptom', { symptom: words.symptom(symptom) }), ''];
  for (const { step, answer, by, citations } of path) {
    lines.push(`? ${words.question(step)}`);
    lines.push(`  → ${saidText(context, words, { step, answer, by })}`, ...indented(cited(words, citations)));
  }
  lines.push('', ...endLines(context, walk, evidence));
  lines.push(...offeredLines(context, diagnosis.finding?.remediations ?? []), ...restLines(context, diagnosis));
  return clean(`${lines.join('\n')}\n`);
}

/** An answer and whose it is; that the machine could not tell is no answer of anybody's. */
function saidText({ t }: Speaking, words: Words, { step, answer, by }: Omit<Step, 'citations'>): string {
  if (answer === null || by === null) return t('open');
  if (answer === UNSURE && by === 'machine') return t('unsure.machine');
  return t('said', { answer: words.answer(step, answer), by: member(t, 'by', by) });
}

/** What a walk came to: the finding with its evidence, or that there is none. */
export function endLines(context: Speaking, { end }: Walk, evidence: Evidence): readonly string[] {
  const { t, language, zone } = context;
  if (end.kind !== 'finding') return [member(t, 'end', end.kind)];
  const { finding } = end;
  const words = wordsIn(language, t, zone);
  const { title, explanation } = words.cause(finding.symptom, finding.cause);
  // What it explains of other symptoms is told by a check of everything, where it is known whether that is there.
  const { causes } = lookUp(winnow.symptoms, finding.symptom);
  const own = explainedBy(finding).filter((cause) => Object.hasOwn(causes, cause));
  const explains = own.map((cause) => words.cause(finding.symptom, cause).title);
  return [
    `${verdictMark(finding.verdict)} ${member(t, 'verdict', finding.verdict)}: ${title}`,
    explanation,
    ...indented(citedIn(words, evidence, finding.citations)),
    ...(finding.by === 'machine' ? [] : [t(`finding.by.${finding.by}`)]),
    ...(finding.byDesign ? [t('finding.by-design')] : []),
    ...explains.map((cause) => t('finding.explains', { cause })),
  ];
}

/** What is offered against a cause, by the ids that `--apply` takes. */
export function offeredLines({ t, language, zone }: Speaking, remediations: readonly string[]): readonly string[] {
  const words = wordsIn(language, t, zone);
  if (remediations.length === 0) return [];
  return ['', t('remediations'), ...remediations.map((id) => `  ${id}: ${words.remediation(id)}`)];
}

/** The shape that goes with a verdict's word. */
export function verdictMark(verdict: 'confirmed' | 'likely'): string {
  return verdict === 'confirmed' ? '◆' : '◇';
}

/** Causes that are only consequences of this one. */
export function explainedBy({
  symptom,
  cause,
}: {
  readonly symptom: string;
  readonly cause: string;
}): readonly string[] {
  return lookUp(lookUp(winnow.symptoms, symptom).causes, cause).explains ?? [];
}

/** What became of a remediation, for people. */
export function appliedText({ t, language, zone }: Speaking, applied: Applied): string {
  const words = wordsIn(language, t, zone);
  const lines = ['', `${words.remediation(applied.id)}: ${outcomeText(t, applied.result)}`];
  for (const { line, status, detail } of applied.steps) {
    lines.push(`  ${line}`, `    # ${member(t, 'step', status)} ${detail}`.trimEnd());
  }
  lines.push(...changeLines(words, t, applied.values).map((line) => `  ${line}`));
  return clean(`${lines.join('\n')}\n`);
}

/** What a run came to, or why it did not begin. */
function outcomeText(t: Say, result: string): string {
  const said = member(t, 'result', result);
  return said === result ? member(t, 'trouble', result) : said;
}

/** The deciding values before and after a change. */
function changeLines(words: Words, t: Say, values: Applied['values']): readonly string[] {
  const labels = words.cited(values);
  return values.map((value, index) => {
    const [before = '', after = ''] = [value.before, value.after].map((item: unknown) => words.value(shownValue(item)));
    return t(before === after ? 'value.same' : 'value.changed', { label: labels[index] ?? '', before, after });
  });
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `    ${line}`);
}

/** Evidence in words with its values, one a line. */
export function cited(words: Words, citations: readonly Cited[]): readonly string[] {
  return citationLines(
    words,
    citations.map(({ value, ...citation }) => ({ ...citation, ...shownValue(value), place: null })),
  );
}

/** Places in evidence with what stands there, one a line. */
export function citedIn(words: Words, evidence: Evidence, citations: readonly Citation[]): readonly string[] {
  return citationLines(
    words,
    citations.map((citation) => citedView(evidence, citation)),
  );
}

/** Cited values in words, each with the file and line it stands in where that is known. */
function citationLines(words: Words, citations: readonly CitedView[]): readonly string[] {
  const labels = words.cited(citations);
  return citations.map(
    ({ place, ...shown }, index) =>
      `${labels[index] ?? ''}: ${words.value(shown)}${place === null ? '' : `  (${place})`}`,
  );
}

/** Why something could not be checked or done, with what was seen of it. */
export function whyText(t: Say, { reason, detail }: { readonly reason: string; readonly detail: string }): string {
  const said = member(t, 'reason', reason);
  return detail === '' ? said : t('reason-with-detail', { reason: said, detail });
}

/** What could not be checked, and what was ruled out. */
export function restLines(
  context: Speaking,
  { ruledOut, notChecked }: Pick<Diagnosis, 'ruledOut' | 'notChecked'>,
): readonly string[] {
  const { t, language, zone } = context;
  const words = wordsIn(language, t, zone);
  const excluded = [...new Set(ruledOut.map(({ symptom, cause }) => words.cause(symptom, cause).title))];
  return [
    ...(notChecked.length > 0 ? ['', t('not-checked'), ...notCheckedLines(context, notChecked)] : []),
    ...(excluded.length > 0 ? ['', t('ruled-out'), ...excluded.map((title) => `  ${title}`)] : []),
  ];
}

/** What could not be checked, with its reason, and below each reason what to do about it. What failed alike is told once. */
export function notCheckedLines({ t, language, zone }: Speaking, failed: Diagnosis['notChecked']): readonly string[] {
  const words = wordsIn(language, t, zone);
  const told = failed.map(({ probe, ...item }) => ({
    name: `  ${words.probe(probe)}`,
    why: whyText(t, item),
    ...item,
  }));
  return [...new Set(told.map(({ reason }) => reason))].flatMap((reason) => {
    const items = told.filter((item) => item.reason === reason);
    const todo = member(t, 'todo', reason);
    return [
      ...[...new Set(items.map(({ why }) => why))].flatMap((why) => {
        const names = items.filter((item) => item.why === why).map(({ name }) => name);
        return names.length === 1 ? [`${names.join('')}: ${why}`] : [...names, `    ${why}`];
      }),
      ...(todo === reason ? [] : [`    ${todo}`]),
    ];
  });
}
