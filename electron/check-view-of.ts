import { causeName, type Check, type CheckedCause, type CitedValue, compareChecks } from '../shared/engine/check';
import type { Evidence } from '../shared/engine/evidence';
import { citedView, shortText, shownValue, yesOf } from '../shared/ipc/view-of';
import type { CheckView, DifferenceView } from '../shared/ipc/check-view';
import type { Failure } from '../shared/ipc/contract';
import type { KeptCheck } from './journal/kept-checks';

/** A message to the window is at most so long, in bytes of its JSON. */
const MOST_BYTES = 64_000;
/** Items of a list, before lists are cut to make a message short enough. */
const MOST_ITEMS = 200;
/** Values of one cause that are compared before the eyes of a person. */
const MOST_VALUES = 6;
/** Reasons why kept checks cannot be read. */
const MOST_UNREADABLE = 3;

/** What was asked, and what all trees say to it. */
export interface Checked {
  readonly at: Date;
  readonly evidence: Evidence;
  /** What a person answered, by step. */
  readonly answers: Readonly<Record<string, string>>;
  readonly result: Check;
  readonly cancelled: boolean;
  /** Everything has an answer, or a reason why not. */
  readonly complete: boolean;
}

/** What the desk knows of its check. */
export interface CheckState {
  readonly node: string;
  readonly running: CheckView['running'];
  readonly checked: Checked | null;
  readonly questions: ReadonlyArray<{ readonly step: string; readonly answers: readonly string[] }>;
  readonly earlier: readonly KeptCheck[];
  readonly unreadable: readonly string[];
  readonly comparedWith: KeptCheck | null;
  readonly outdated: boolean;
  readonly trouble: Failure | null;
}

/** What the window shows of a check; lists are cut until it fits into a message. */
export function checkViewOf(state: CheckState): CheckView {
  let most = MOST_ITEMS;
  let view = cutTo(most, state);
  while (most > 1 && Buffer.byteLength(JSON.stringify(view)) > MOST_BYTES) {
    most = Math.floor(most / 2);
    view = cutTo(most, state);
  }
  return view;
}

function cutTo(most: number, state: CheckState): CheckView {
  const { node, running, checked, questions, earlier, unreadable, comparedWith, outdated, trouble } = state;
  const result = checked?.result;
  return {
    node,
    when: checked?.at.toISOString() ?? null,
    running,
    cancelled: checked?.cancelled ?? false,
    outdated,
    clean: checked !== null && checked.complete && !checked.cancelled && checked.result.clean,
    findings: cut(most, result?.findings ?? [], (finding) => ({
      symptom: finding.symptom,
      cause: finding.cause,
      verdict: finding.verdict,
      byDesign: finding.byDesign,
      follows: finding.follows,
      by: finding.by,
      value: valueOf(checked, finding),
      remediations: [...finding.remediations],
    })),
    ruledOut: cut(most, result?.ruledOut ?? [], ({ symptom, cause }) => ({ symptom, cause })),
    notChecked: cut(most, result?.notChecked ?? [], ({ probe, reason, detail }) => ({
      probe,
      reason,
      detail: shortText(detail),
    })),
    questions: cut(most, questions, ({ step, answers }) => ({
      step,
      answers: [...answers],
      yes: yesOf(step, answers),
      answer: checked?.answers[step] ?? null,
    })),
    earlier: earlier.map(({ id, at }) => ({ id, at })),
    unreadable: unreadable.slice(0, MOST_UNREADABLE).map(shortText),
    compared: checked && !checked.cancelled && comparedWith ? comparedView(most, checked, comparedWith) : null,
    trouble: trouble && { what: trouble.what, detail: shortText(trouble.detail) },
  };
}

function valueOf(
  checked: Checked | null,
  { citations }: CheckedCause,
): CheckView['findings']['items'][number]['value'] {
  const [first] = citations;
  return checked && first ? citedView(checked.evidence, { probe: first.probe, pointer: first.pointer }) : null;
}

function comparedView(most: number, { result }: Checked, then: KeptCheck): NonNullable<CheckView['compared']> {
  const { fresh, gone, changed } = compareChecks(then.findings, result.findings);
  const excluded = new Set(result.ruledOut.map(causeName));
  return {
    with: then.id,
    fresh: cut(most, fresh, ({ symptom, cause, verdict }) => ({ symptom, cause, verdict })),
    gone: cut(most, gone, ({ symptom, cause, verdict }) => ({
      symptom,
      cause,
      verdict,
      ruledOut: excluded.has(causeName({ symptom, cause })),
    })),
    changed: cut(most, changed, ({ before, after }) => ({
      symptom: after.symptom,
      cause: after.cause,
      before: before.verdict,
      after: after.verdict,
      values: cut(Math.min(most, MOST_VALUES), differences(before.citations, after.citations), (item) => item),
    })),
  };
}

/** The values that differ, by their place; those that decided then or now only have one side. */
function differences(before: readonly CitedValue[], after: readonly CitedValue[]): readonly DifferenceView[] {
  const placeOf = ({ probe, pointer }: CitedValue) => `${probe}${pointer}`;
  const then = new Map(before.map((item) => [placeOf(item), item]));
  const now = new Map(after.map((item) => [placeOf(item), item]));
  return [...new Map([...then, ...now]).entries()].flatMap(([place, { probe, pointer }]) => {
    const [was, is] = [then.get(place), now.get(place)];
    if (was && is && JSON.stringify(was.value) === JSON.stringify(is.value)) return [];
    return [{ probe, pointer, before: was ? shownValue(was.value) : null, after: is ? shownValue(is.value) : null }];
  });
}

function cut<T, V>(most: number, list: readonly T[], view: (item: T) => V): { items: V[]; more: number } {
  return { items: list.slice(0, most).map(view), more: Math.max(0, list.length - most) };
}
