import { UNSURE } from '../engine/walk';
import type { Block } from './blocks';
import { changeBlocks, stateOf } from './document-change';
import type { CitedRecord, PathRecord, ReadRecord, TranscriptRecord } from './record';
import { valueLines } from './value';
import type { Words } from './words';

/** The title of a transcript. */
export function titleOf(record: TranscriptRecord, { t, symptom }: Words): string {
  return t('title', { symptom: symptom(record.symptom) });
}

/** A record as a document for people: what was found first, then what was done, how it was found, and what is not known. */
export function documentOf(record: TranscriptRecord, words: Words): readonly Block[] {
  const { t, member, time } = words;
  return [
    heading(1, titleOf(record, words)),
    list([
      t('fact.node', { node: record.source, kind: member('kind', record.sourceKind) }),
      t('fact.started', { at: time(record.started) }),
      t('fact.session', { id: record.session }),
      t('fact.version', { version: record.version }),
    ]),
    ...(record.journalLost === null ? [] : [paragraph(t('journal-lost', { detail: record.journalLost }))]),
    heading(2, t('result')),
    ...resultBlocks(record, words),
    heading(2, t('changes')),
    ...orNone(
      words,
      record.changes.flatMap((change) => changeBlocks(change, record.finding?.symptom ?? record.symptom, words)),
    ),
    heading(2, t('path')),
    ...record.path.flatMap((step) => stepBlocks(step, words)),
    heading(2, t('ruled-out')),
    ...listOrNone(
      words,
      record.ruledOut.map((item) => ruledOutText(item, words)),
    ),
    heading(2, t('not-checked')),
    ...listOrNone(
      words,
      record.notChecked.map((item) => uncheckedText(item, words)),
      t('not-checked.intro'),
    ),
    heading(2, t('not-looked-at')),
    ...listOrNone(words, record.notLookedAt.map(words.question), t('not-looked-at.intro')),
    heading(2, t('reads')),
    ...orNone(words, readBlocks(record.reads, words)),
    heading(2, t('hidden')),
    paragraph(t('hidden.intro')),
    ...listOrNone(
      words,
      record.hidden.map(({ what, count }) => t(`hidden.${what}`, { count })),
    ),
  ];
}

function resultBlocks(record: TranscriptRecord, words: Words): readonly Block[] {
  const { t, cause, remediation } = words;
  const { finding, end } = record;
  const done = record.changes.map((change) =>
    t('done-about', { remediation: remediation(change.remediation), state: stateOf(change, words) }),
  );
  if (!finding) {
    const text = t(end === 'ruled-out' ? 'nothing-found' : end === 'unknown' ? 'no-finding' : 'not-ended');
    return [
      paragraph(text),
      ...whyUnknown(record, words),
      ...evidence(record.endCitations, words, t('rests-on')),
      ...lists(done),
    ];
  }
  const { title, explanation } = cause(finding.symptom, finding.cause);
  return [
    paragraph(t(`verdict.${finding.verdict}`, { cause: title })),
    ...lists(done),
    ...(explanation === '' ? [] : [paragraph(explanation)]),
    ...(finding.byDesign ? [paragraph(t('by-design'))] : []),
    ...(finding.by !== 'machine' && finding.citations.length === 0 ? [paragraph(t('on-answer'))] : []),
    ...lists(finding.explains.map((id) => t('explains', { cause: cause(finding.symptom, id).title }))),
    ...evidence(finding.citations, words, t('rests-on')),
    ...(record.changes.length > 0
      ? []
      : lists(finding.remediations.map((id) => t('offered', { remediation: remediation(id) })))),
  ];
}

/** What a diagnosis without a finding lacked: each of it once, whatever the number of questions that wanted it. */
function whyUnknown({ end, path }: TranscriptRecord, words: Words): readonly Block[] {
  if (end !== 'unknown') return [];
  const lacked = new Set(path.flatMap(({ proposal }) => proposal.unchecked.map((item) => uncheckedText(item, words))));
  return lacked.size === 0 ? [] : [paragraph(words.t('could-not')), list([...lacked])];
}

function stepBlocks(record: PathRecord, words: Words): readonly Block[] {
  const { t } = words;
  const { step, answer, proposal, settled } = record;
  const overruled = proposal.answer !== null && answer !== null && proposal.answer !== answer;
  return [
    heading(3, words.question(step)),
    paragraph(saidText(record, words)),
    ...(overruled && proposal.answer !== null
      ? [paragraph(t('proposed', { answer: words.answer(step, proposal.answer) }))]
      : []),
    ...(overruled && settled && answer !== UNSURE ? [paragraph(t('stood-by'))] : []),
    ...(proposal.unchecked.length === 0 ? [] : [paragraph(t('could-not'))]),
    ...lists(proposal.unchecked.map((item) => uncheckedText(item, words))),
    ...evidence(
      proposal.citations,
      words,
      proposal.kind === 'contradiction' || proposal.kind === 'undecided' ? t(proposal.kind) : null,
    ),
  ];
}

function saidText({ step, answer, by }: PathRecord, { t, answer: textOf }: Words): string {
  if (answer === null || by === null) return t('open');
  if (answer === UNSURE && by === 'machine') return t('unsure.machine');
  return t(`said.${by}`, { answer: answer === UNSURE ? t('unsure') : textOf(step, answer) });
}

function ruledOutText({ symptom, cause, by, citations }: TranscriptRecord['ruledOut'][number], words: Words): string {
  const { title } = words.cause(symptom, cause);
  return by === 'machine' || citations.length > 0 ? title : words.t('ruled-out.by-answer', { cause: title });
}

function uncheckedText({ probe, reason, detail }: TranscriptRecord['notChecked'][number], words: Words): string {
  const values = { probe: words.probe(probe), reason: words.member('reason', reason), detail };
  return words.t(detail === '' ? 'unchecked' : 'unchecked.detail', values);
}

/** Evidence with its values, under what is said about it; nothing where there is none. */
function evidence(citations: readonly CitedRecord[], words: Words, intro: string | null = null): readonly Block[] {
  if (citations.length === 0) return [];
  const labels = words.cited(citations);
  const lines = citations.flatMap(({ value }, index) => valueLines(labels[index] ?? '', value, words));
  return [...(intro === null ? [] : [paragraph(intro)]), { kind: 'code', text: lines.join('\n') }];
}

/** Each probe with the lines that it asked. */
function readBlocks(reads: TranscriptRecord['reads'], words: Words): readonly Block[] {
  const probes = new Map<string, string[]>();
  for (const read of reads) {
    const lines = probes.get(read.probe) ?? [];
    lines.push(readText(read, words));
    probes.set(read.probe, lines);
  }
  return [
    ...(reads.length === 0 ? [] : [paragraph(words.t('reads.intro'))]),
    ...[...probes].flatMap(([probe, lines]): readonly Block[] => [
      heading(3, words.probe(probe)),
      { kind: 'code', text: lines.join('\n\n') },
    ]),
  ];
}

/** A line that was asked, under a comment that says when and what came of it. */
function readText({ name, line, at, milliseconds, outcome, detail }: ReadRecord, { t, member, time }: Words): string {
  const values = {
    name,
    at: time(at),
    milliseconds,
    outcome: member('reason', outcome),
    detail: detail.replaceAll(/[\r\n]+/g, ' '),
  };
  return `${t(detail === '' ? 'read' : 'read.detail', values)}\n${line}`;
}

function listOrNone(words: Words, items: readonly string[], intro?: string): readonly Block[] {
  return orNone(words, items.length === 0 ? [] : [...(intro === undefined ? [] : [paragraph(intro)]), list(items)]);
}

function orNone({ t }: Words, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [paragraph(t('none'))] : blocks;
}

function lists(items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [list(items)];
}

function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function list(items: readonly string[]): Block {
  return { kind: 'list', items };
}
