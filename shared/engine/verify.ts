import type { Citation, Next, Step } from '../catalogue/define';
import { stableText } from '../node/stable-text';
import { type Catalogue, lookUp, stepKey } from './catalogue';
import { citedValue, type Evidence } from './evidence';
import { walkUnattended } from './unattended';
import { type Finding, type GivenAnswer, type PathStep, propose, UNSURE, walk } from './walk';

export const VERIFICATIONS = ['fixed', 'changed-but-failing', 'no-change', 'worse', 'could-not-check'] as const;

/** What the finding's own step says after a change. */
export type Verification = (typeof VERIFICATIONS)[number];

/** A deciding value before and after. `after` is missing where it is no longer there. */
export interface Compared {
  readonly citation: Citation;
  readonly before: unknown;
  readonly after?: unknown;
}

export interface Verified {
  readonly result: Verification;
  readonly values: readonly Compared[];
}

/**
 * Re-asks the way to a finding: `before` and `after` are the evidence around the change, `answers` those that led to the
 * finding. It is fixed only where the finding's own step now answers otherwise, or where the whole symptom turns out to
 * be gone. Where an earlier step answers otherwise, the tree tells which way things went: an answer that is farther
 * from health is a step that was passed before and fails now. What no machine can tell again could not be checked.
 */
export function verify(
  catalogue: Catalogue,
  symptom: string,
  finding: Finding,
  answers: readonly GivenAnswer[],
  before: Evidence,
  after: Evidence,
): Verified {
  const values = finding.citations.map((citation) => compared(citation, before, after));
  const path = walk(catalogue, symptom, answers, before).path;
  const own = path.find(({ key }) => key === finding.step);
  if (!own) throw new Error(`${finding.step} is not on the way to its finding`);
  const left = path.find((old) => answersOtherwise(catalogue, old, after) || wentBlind(catalogue, old, after));
  if (left && !wentBlind(catalogue, left, after))
    return { result: otherwise(catalogue, symptom, left, own, answers, after), values };
  if (left || proposed(catalogue, own, after) === undefined) return { result: 'could-not-check', values };
  const changed = values.some((value) => stableText(value.before) !== stableText(value.after));
  return { result: changed ? 'changed-but-failing' : 'no-change', values };
}

/** An earlier step, or the finding's own, answers otherwise than on the way to the finding. */
function otherwise(
  catalogue: Catalogue,
  symptom: string,
  left: PathStep,
  own: PathStep,
  answers: readonly GivenAnswer[],
  after: Evidence,
): Verification {
  const people = Object.fromEntries(
    answers.filter(({ by }) => by !== 'machine').map(({ step, answer }) => [step, answer]),
  );
  const { end } = walkUnattended(catalogue, symptom, after, people).walk;
  if (end.kind === 'ruled-out') return 'fixed';
  const step = stepOf(catalogue, left.symptom, left.step);
  const was = left.given && left.given.answer !== UNSURE ? lookUp(step.answers, left.given.answer) : step.unsure;
  const now = lookUp(step.answers, proposed(catalogue, left, after) ?? '');
  if (now.kind === 'conclude') return was.kind === 'conclude' ? 'changed-but-failing' : 'worse';
  if (left === own) return 'fixed';
  const distance = (next: Next) => answersToHealth(catalogue, left.symptom, next);
  // Where the way to another tree is left, how far each tree has to go tells nothing: the finding's own step does.
  const ledAway = was.kind === 'symptom' && now.kind === 'go';
  if (!ledAway && distance(now) > distance(was)) return 'worse';
  const again = propose(stepOf(catalogue, own.symptom, own.step), after);
  if (again.kind === 'because') return again.answer === own.given?.answer ? 'changed-but-failing' : 'fixed';
  // The step has nothing to say once the branch that led to it is left; a read that failed is another matter.
  const branchLeft = distance(was) === Infinity && distance(now) < Infinity;
  return branchLeft && again.kind !== 'could-not-check' ? 'fixed' : 'could-not-check';
}

function stepOf(catalogue: Catalogue, symptom: string, step: string): Step {
  return lookUp(lookUp(catalogue.symptoms, symptom).steps, step);
}

/** What the machine answers a step over this evidence; undefined where it does not. */
function proposed(catalogue: Catalogue, { symptom, step }: PathStep, evidence: Evidence): string | undefined {
  const proposal = propose(stepOf(catalogue, symptom, step), evidence);
  return proposal.kind === 'because' ? proposal.answer : undefined;
}

function answersOtherwise(catalogue: Catalogue, old: PathStep, after: Evidence): boolean {
  const answer = proposed(catalogue, old, after);
  return answer !== undefined && answer !== old.given?.answer;
}

/** What could be checked before the change could not be checked after it. */
function wentBlind(catalogue: Catalogue, old: PathStep, after: Evidence): boolean {
  const again = propose(stepOf(catalogue, old.symptom, old.step), after);
  return again.kind === 'could-not-check' && old.proposal.kind !== 'could-not-check';
}

/**
 * How many answers it takes at least to be told that nothing is wrong. Infinite on a branch of which every answer is
 * bad news; "I don't know" does not count as an answer.
 */
function answersToHealth(catalogue: Catalogue, symptom: string, from: Next): number {
  const seen = new Set<string>();
  let level = [{ in: symptom, next: from }];
  for (let answers = 0; level.length > 0; answers++) {
    if (level.some(({ next }) => next.kind === 'ruled-out')) return answers;
    level = level.flatMap(({ in: where, next }) => {
      if (next.kind !== 'go' && next.kind !== 'symptom') return [];
      const there = next.kind === 'symptom' ? next.symptom : where;
      const key = stepKey(there, next.step);
      if (seen.has(key)) return [];
      seen.add(key);
      return Object.values(stepOf(catalogue, there, next.step).answers).map((further) => ({
        in: there,
        next: further,
      }));
    });
  }
  return Infinity;
}

function compared(citation: Citation, before: Evidence, after: Evidence): Compared {
  const old = citedValue(before, citation);
  try {
    return { citation, before: old, after: citedValue(after, citation) };
  } catch {
    return { citation, before: old }; // the place is gone, which is itself a change
  }
}
