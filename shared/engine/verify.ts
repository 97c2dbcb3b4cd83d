import type { Citation, Next, Step } from '../catalogue/define';
import { stableText } from '../node/stable-text';
import { type Catalogue, lookUp, stepKey } from './catalogue';
import { citedValue, type Evidence } from './evidence';
import { walkUnattended } from './unattended';
import { type Finding, type GivenAnswer, propose, UNSURE, walk } from './walk';

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
 * finding. Where a step now answers otherwise and nothing else is found, it is fixed. Where something else is found, the
 * tree tells which way things went: an answer that leaves more of it to walk is progress, one that leaves less is a step
 * that was passed before and now fails.
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
  for (const old of walk(catalogue, symptom, answers, before).path) {
    const step = lookUp(lookUp(catalogue.symptoms, old.symptom).steps, old.step);
    const proposal = propose(step, after);
    const last = old.key === finding.step;
    if (proposal.kind === 'because' && proposal.answer !== old.given?.answer) {
      const found = walkUnattended(catalogue, symptom, after, {}).walk.end.kind === 'finding';
      return {
        result: found ? change(catalogue, old.symptom, step, old.given?.answer ?? UNSURE, proposal.answer) : 'fixed',
        values,
      };
    }
    if (proposal.kind === 'could-not-check' || (last && proposal.kind !== 'because'))
      return { result: 'could-not-check', values };
    if (last) break;
  }
  const changed = values.some((value) => stableText(value.before) !== stableText(value.after));
  return { result: changed ? 'changed-but-failing' : 'no-change', values };
}

function change(catalogue: Catalogue, symptom: string, step: Step, old: string, fresh: string): Verification {
  const was = old === UNSURE ? step.unsure : lookUp(step.answers, old);
  const now = lookUp(step.answers, fresh);
  if (now.kind === 'conclude') return was.kind === 'conclude' ? 'changed-but-failing' : 'worse';
  return stepsBelow(catalogue, symptom, now).size < stepsBelow(catalogue, symptom, was).size ? 'worse' : 'fixed';
}

/** The steps that can still be reached by way of `next`. */
function stepsBelow(catalogue: Catalogue, symptom: string, next: Next): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (inSymptom: string, to: Next): void => {
    if (to.kind !== 'go' && to.kind !== 'symptom') return;
    const where = to.kind === 'symptom' ? to.symptom : inSymptom;
    const key = stepKey(where, to.step);
    if (found.has(key)) return;
    found.add(key);
    const { answers, unsure } = lookUp(lookUp(catalogue.symptoms, where).steps, to.step);
    for (const further of [...Object.values(answers), unsure]) visit(where, further);
  };
  visit(symptom, next);
  return found;
}

function compared(citation: Citation, before: Evidence, after: Evidence): Compared {
  const old = citedValue(before, citation);
  try {
    return { citation, before: old, after: citedValue(after, citation) };
  } catch {
    return { citation, before: old }; // the place is gone, which is itself a change
  }
}
