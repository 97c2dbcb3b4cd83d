import type { Citation } from '../catalogue/define';
import { stableText } from '../node/stable-text';
import type { Catalogue } from './catalogue';
import { citedValue, type Evidence } from './evidence';
import { type Finding, type GivenAnswer, walk } from './walk';

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
 * Re-asks the step of a finding: `before` and `after` are the evidence around the change, `answers` those that led to
 * the finding. Worse means that a step before it, which was passed, now fails or cannot be checked any more.
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
  const earlier = walk(catalogue, symptom, answers, before).path;
  for (const old of earlier) {
    const fresh = walk(catalogue, symptom, answers, after).path.find((step) => step.key === old.key);
    const proposal = fresh?.proposal;
    if (old.key === finding.step) {
      if (!proposal || proposal.kind !== 'because') return { result: 'could-not-check', values };
      const failing = old.proposal.kind === 'because' ? old.proposal.answer : old.given?.answer;
      if (proposal.answer !== failing) return { result: 'fixed', values };
      const changed = values.some((value) => stableText(value.before) !== stableText(value.after));
      return { result: changed ? 'changed-but-failing' : 'no-change', values };
    }
    if (old.proposal.kind === 'because' && proposal?.kind === 'because' && proposal.answer !== old.proposal.answer) {
      return { result: 'worse', values };
    }
  }
  return { result: 'could-not-check', values };
}

function compared(citation: Citation, before: Evidence, after: Evidence): Compared {
  const old = citedValue(before, citation);
  try {
    return { citation, before: old, after: citedValue(after, citation) };
  } catch {
    return { citation, before: old }; // the place is gone, which is itself a change
  }
}
