import type { Catalogue } from './catalogue';
import type { Evidence } from './evidence';
import { type GivenAnswer, UNSURE, type Walk, walk } from './walk';

/** A walk without a person, and the steps at which one was missing. */
export interface Unattended {
  readonly walk: Walk;
  readonly answers: readonly GivenAnswer[];
  readonly needsAnswer: readonly string[];
}

/**
 * The next answer that can be given without asking anybody: the machine's proposal, else the one of the answer file
 * (by step key), else "I don't know". Null where the walk has ended or still asks the node.
 */
export function nextAnswer(current: Walk, file: Readonly<Record<string, string>>): GivenAnswer | null {
  const { end } = current;
  if (end.kind !== 'question' && end.kind !== 'contradiction') return null;
  const here = current.path.at(-1);
  if (!here || here.given) return null;
  const written = file[here.key];
  if (here.proposal.kind === 'because')
    return { step: here.key, answer: here.proposal.answer, by: 'machine', settled: false };
  if (written !== undefined) return { step: here.key, answer: written, by: 'file', settled: true };
  return { step: here.key, answer: UNSURE, by: 'machine', settled: false };
}

/** Walks a tree over evidence that is complete; probes without evidence end the walk at `asking`. */
export function walkUnattended(
  catalogue: Catalogue,
  symptom: string,
  evidence: Evidence,
  file: Readonly<Record<string, string>>,
): Unattended {
  const answers: GivenAnswer[] = [];
  const needsAnswer: string[] = [];
  for (;;) {
    const current = walk(catalogue, symptom, answers, evidence);
    const answer = nextAnswer(current, file);
    if (!answer) return { walk: current, answers, needsAnswer };
    if (answer.answer === UNSURE && answer.by === 'machine') needsAnswer.push(answer.step);
    answers.push(answer);
  }
}
