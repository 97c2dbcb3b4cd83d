import type { Citation } from '../catalogue/define';
import type { SymptomText } from '../catalogue/texts';
import { words } from '../catalogue/words/en';
import { type Catalogue, lookUp, splitStepKey } from '../engine/catalogue';
import { notChecked } from '../engine/check';
import { citedValue, type Evidence } from '../engine/evidence';
import { type End, type Finding, type PathStep, walk } from '../engine/walk';
import type { SessionState } from '../session/reduce';
import { type Run, undoable } from '../session/runs';
import { nodeFactsOf } from './node-facts';
import type { CitedView, PathStepView, ProbeView, ReadView, RunView, SessionView } from './view';

/** No value of a view is longer than this. */
const LONGEST = 300;
/** A line that was asked is shown and copied whole, unless it is longer than any read of the vocabulary makes. */
const LONGEST_LINE = 2000;
/** Characters of a page of reads: a message stays under 64 kB. */
const LONGEST_PAGE = 40_000;
/** Of a list, as many items are shown, each no longer than this. */
const LISTED = 3;
const LONGEST_NAME = 80;
/** What names a thing in evidence, the plainest first. */
const NAMES = ['name', 'service', 'pod', 'path', 'text', 'nodePort', 'port', 'address', 'id', 'type'] as const;

/** What the window shows of a session: computed from the fold alone. */
export function viewOf(catalogue: Catalogue, state: SessionState, symptom: string): SessionView {
  const current = walk(catalogue, symptom, state.answers, state.evidence);
  const cited = (citation: Citation): CitedView => citedView(state.evidence, citation);
  return {
    id: state.id,
    seq: state.seq,
    source: state.source,
    node: nodeFactsOf(state.evidence),
    symptom,
    pageCommands: pageCommandsOf(catalogue, current.end.kind === 'finding' ? current.end.finding.symptom : symptom),
    path: current.path.map((step) => pathStepView(catalogue, step, cited)),
    end: endView(current.end, cited),
    finding:
      current.end.kind === 'finding'
        ? { ...listed(current.end.finding), citations: current.end.finding.citations.map(cited) }
        : null,
    ruledOut: current.ruledOut.map(({ cause, symptom: where, step, citations }) => ({
      cause,
      symptom: where,
      step,
      citations: citations.map(cited),
    })),
    notChecked: notChecked(current, state.evidence).map((item) => ({ ...item, detail: shortText(item.detail) })),
    probes: Object.entries(state.probes).map(([probe, was]) => probeView(probe, was, state.evidence)),
    runs: state.runs.map(runView),
    journalLost: state.journalLost,
  };
}

function listed({ cause, symptom, step, verdict, by, byDesign, remediations, explains }: Finding) {
  return { cause, symptom, step, verdict, by, byDesign, remediations: [...remediations], explains: [...explains] };
}

/** A value as text that fits a line. */
export function shortText(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A citation with its value and, where the evidence tells, the file and line it stands in. */
export function citedView(evidence: Evidence, citation: Citation): CitedView {
  const parent = citation.pointer.slice(0, citation.pointer.lastIndexOf('/'));
  const value = citedValue(evidence, citation);
  return {
    ...citation,
    ...shownValue(value),
    place: placeOf(citedValue(evidence, { probe: citation.probe, pointer: parent })) ?? placeOf(value),
  };
}

/** A value as text that fits a line; of a list, how many there are and what the first are called. */
export function shownValue(value: unknown): Pick<CitedView, 'value' | 'list'> {
  return {
    value: typeof value === 'object' && value !== null && !Array.isArray(value) ? nameOf(value) : shortText(value),
    list: Array.isArray(value) ? { count: value.length, first: value.slice(0, LISTED).map(nameOf) } : null,
  };
}

/** What an item of a list is called, where it has a name; else the item as short text. */
function nameOf(item: unknown): string {
  if (typeof item !== 'object' || item === null) return shortText(item).slice(0, LONGEST_NAME);
  const name = NAMES.flatMap((key) => {
    const value = Reflect.get(item, key) as unknown;
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  })[0];
  return (name ?? shortText(item)).slice(0, LONGEST_NAME);
}

function placeOf(holder: unknown): string | null {
  if (typeof holder !== 'object' || holder === null) return null;
  const path = 'path' in holder ? holder.path : 'file' in holder ? holder.file : undefined;
  const line = 'line' in holder ? holder.line : undefined;
  if (typeof path !== 'string') return null;
  return typeof line === 'number' ? `${path}:${line}` : null;
}

function pathStepView(
  catalogue: Catalogue,
  { key, symptom, step, proposal, given }: PathStep,
  cited: (citation: Citation) => CitedView,
): PathStepView {
  const answers = Object.keys(lookUp(lookUp(catalogue.symptoms, symptom).steps, step).answers);
  return {
    key,
    answers,
    yes: yesOf(key, answers),
    proposal: proposalView(proposal, cited),
    answer: given?.answer ?? null,
    by: given?.by ?? null,
  };
}

function pageCommandsOf(catalogue: Catalogue, symptom: string): SessionView['pageCommands'] {
  const commands = Object.entries(lookUp(catalogue.symptoms, symptom).pageCommands ?? {});
  return commands.map(([id, { command, instead }]) => ({ id, command, instead: [...instead] }));
}

/** Which of two answers is the yes is told by their English texts, whatever language is shown. */
export function yesOf(key: string, answers: readonly string[]): string | null {
  const { symptom, step } = splitStepKey(key);
  const texts: Readonly<Record<string, SymptomText>> = words.symptoms;
  const said = answers.map((answer) => /^(yes|no)\b/i.exec(texts[symptom]?.steps[step]?.answers[answer] ?? '')?.[1]);
  const yes = said.findIndex((word) => word?.toLowerCase() === 'yes');
  const isYesOrNo = answers.length === 2 && said[1 - yes]?.toLowerCase() === 'no';
  return isYesOrNo ? (answers[yes] ?? null) : null;
}

function proposalView(
  proposal: PathStep['proposal'],
  cited: (citation: Citation) => CitedView,
): PathStepView['proposal'] {
  switch (proposal.kind) {
    case 'because':
      return { kind: 'because', answer: proposal.answer, citations: proposal.citations.map(cited) };
    case 'contradiction':
    case 'undecided':
      return { kind: proposal.kind, citations: proposal.citations.map(cited) };
    case 'could-not-check':
      return {
        kind: 'could-not-check',
        probes: proposal.probes.map(({ probe, why }) => ({ probe, reason: why.reason, detail: shortText(why.detail) })),
      };
    case 'not-asked':
    case 'person':
      return { kind: proposal.kind };
  }
}

function endView(end: End, cited: (citation: Citation) => CitedView): SessionView['end'] {
  switch (end.kind) {
    case 'asking':
    case 'question':
    case 'contradiction':
      return { kind: end.kind, step: end.step };
    case 'finding':
      return { kind: 'finding' };
    case 'ruled-out':
      return { kind: 'ruled-out', citations: end.citations.map(cited) };
    case 'unknown':
      return { kind: 'unknown' };
  }
}

function probeView(probe: string, was: SessionState['probes'][string], evidence: Evidence): ProbeView {
  const outcome = Object.hasOwn(evidence, probe) ? evidence[probe] : undefined;
  const failed = was.status === 'could-not-check' && outcome?.kind === 'could-not-check' ? outcome : null;
  return {
    probe,
    status: was.status,
    reason: failed?.reason ?? null,
    detail: failed ? shortText(failed.detail) : null,
    since: was.since,
    reads: was.reads.length,
    milliseconds: was.reads.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  };
}

/** The reads of a probe from the one numbered `from`, as many as go over the wire at once, and where the next ones begin. */
export function readsOf(was: SessionState['probes'][string], from: number) {
  const reads: ReadView[] = [];
  let size = 0;
  for (const { name, line, at, milliseconds, outcome, raw, size: bytes } of was.reads.slice(from)) {
    const read = { name, line: line.slice(0, LONGEST_LINE), at, milliseconds, outcome, raw, size: bytes };
    size += JSON.stringify(read).length;
    if (reads.length > 0 && size > LONGEST_PAGE) break;
    reads.push(read);
  }
  const next = from + reads.length;
  return { kind: 'reads' as const, reads, next: next < was.reads.length ? next : null };
}

function runView(run: Run): RunView {
  const why = run.steps.find(({ undoFailed }) => undoFailed !== null)?.undoFailed ?? run.why;
  return {
    run: run.run,
    remediation: run.remediation,
    cause: run.cause,
    status: run.status,
    steps: run.steps.map(({ line, status, detail }) => ({
      line: line.slice(0, LONGEST_LINE),
      status,
      detail: shortText(detail),
    })),
    why: why && { reason: why.reason, detail: shortText(why.detail) },
    result: run.result,
    values: run.values.map(({ citation, before, after }) => ({
      probe: citation.probe,
      pointer: citation.pointer,
      before: shortText(before),
      after: after === undefined ? '' : shortText(after),
    })),
    undoable: undoable(run).length > 0,
  };
}
