import type { Certainty, Citation, Decision, Next, Step } from '../catalogue/define';
import { assertNever, type CouldNotCheck } from '../node/outcome';
import { type Catalogue, lookUp, stepKey } from './catalogue';
import { citedValue, type Evidence } from './evidence';

/** The answer that is always there. */
export const UNSURE = 'unsure';

export type AnsweredBy = 'machine' | 'person' | 'file';

/** An answer that was given to a step. */
export interface GivenAnswer {
  readonly step: string;
  readonly answer: string;
  readonly by: AnsweredBy;
  /** The person was shown that the machine sees it otherwise, and stands by the answer. */
  readonly settled: boolean;
}

/** What the machine has to say about a step. */
export type Proposal =
  | Decision<string>
  | { readonly kind: 'not-asked'; readonly probes: readonly string[] }
  | {
      readonly kind: 'could-not-check';
      readonly probes: ReadonlyArray<{ readonly probe: string; readonly why: CouldNotCheck }>;
    }
  /** Only a person can know. */
  | { readonly kind: 'person' };

export interface PathStep {
  readonly key: string;
  readonly symptom: string;
  readonly step: string;
  readonly proposal: Proposal;
  readonly given: GivenAnswer | null;
}

/** A conclusion about a cause, with what it rests on. */
export interface Finding {
  readonly cause: string;
  readonly symptom: string;
  readonly step: string;
  readonly verdict: Certainty;
  /** Evidence; empty only where the concluding answer was a person's, which is then named by `by`. */
  readonly citations: readonly Citation[];
  readonly by: AnsweredBy;
  readonly remediations: readonly string[];
  readonly byDesign: boolean;
  readonly explains: readonly string[];
}

/** A cause that the walk excluded. */
export interface RuledOut {
  readonly cause: string;
  readonly symptom: string;
  readonly step: string;
  readonly by: AnsweredBy;
  readonly citations: readonly Citation[];
}

/** Where a walk stands. */
export type End =
  | { readonly kind: 'asking'; readonly step: string; readonly probes: readonly string[] }
  | { readonly kind: 'question'; readonly step: string }
  /** A person's answer and the machine's exclude each other, or two observations do. */
  | { readonly kind: 'contradiction'; readonly step: string; readonly citations: readonly Citation[] }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'ruled-out'; readonly step: string; readonly citations: readonly Citation[] }
  | { readonly kind: 'unknown' };

export interface Walk {
  readonly symptom: string;
  readonly path: readonly PathStep[];
  readonly end: End;
  readonly ruledOut: readonly RuledOut[];
}

/** What the machine says about a step, given the evidence so far. Pure. */
export function propose(step: Step, evidence: Evidence): Proposal {
  if (step.probes.length + step.also.length === 0) return { kind: 'person' };
  const missing = [...step.probes, ...step.also].filter((probe) => !evidence[probe]);
  if (missing.length > 0) return { kind: 'not-asked', probes: missing };
  const values: Record<string, unknown> = {};
  const failed: Array<{ probe: string; why: CouldNotCheck }> = [];
  for (const probe of [...step.probes, ...step.also]) {
    const outcome = evidence[probe];
    if (outcome?.kind === 'answered') values[probe] = outcome.value;
    else if (outcome && step.probes.includes(probe)) failed.push({ probe, why: outcome });
  }
  if (failed.length > 0) return { kind: 'could-not-check', probes: failed };
  const decision = step.decide(values);
  for (const citation of decision.citations) citedValue(evidence, citation);
  if (decision.kind === 'because' && !Object.hasOwn(step.answers, decision.answer)) {
    throw new Error(`undeclared answer: ${decision.answer}`);
  }
  return decision;
}

/**
 * Walks the tree of a symptom as far as answers lead. The same evidence and answers give the same walk, wherever the
 * evidence comes from. Answers to steps that are not on the path have no effect.
 */
export function walk(catalogue: Catalogue, symptom: string, answers: readonly GivenAnswer[], evidence: Evidence): Walk {
  const given = new Map(answers.map((answer) => [answer.step, answer]));
  const path: PathStep[] = [];
  let at = { symptom, step: lookUp(catalogue.symptoms, symptom).first };
  for (;;) {
    const key = stepKey(at.symptom, at.step);
    if (path.some((earlier) => earlier.key === key)) throw new Error(`the trees go in a circle at ${key}`);
    const step = lookUp(lookUp(catalogue.symptoms, at.symptom).steps, at.step);
    const here: PathStep = { key, ...at, proposal: propose(step, evidence), given: given.get(key) ?? null };
    path.push(here);
    const stop = stopAt(here);
    if (stop) return { symptom, path, end: stop, ruledOut: excluded(catalogue, path) };
    const next = nextOf(step, here);
    if (next.kind === 'go') at = { symptom: at.symptom, step: next.step };
    else if (next.kind === 'symptom') at = { symptom: next.symptom, step: next.step };
    else return ended(catalogue, symptom, path, here, next);
  }
}

function stopAt({ key, proposal, given }: PathStep): End | null {
  if (!given) {
    if (proposal.kind === 'not-asked') return { kind: 'asking', step: key, probes: proposal.probes };
    if (proposal.kind === 'contradiction') return { kind: 'contradiction', step: key, citations: proposal.citations };
    return { kind: 'question', step: key };
  }
  const clash =
    proposal.kind === 'because' &&
    given.by !== 'machine' &&
    given.answer !== UNSURE &&
    given.answer !== proposal.answer;
  return clash && !given.settled ? { kind: 'contradiction', step: key, citations: proposal.citations } : null;
}

function nextOf(step: Step, { key, given }: PathStep): Next {
  if (!given) throw new Error(`${key} has no answer`);
  return given.answer === UNSURE ? step.unsure : lookUp(step.answers, given.answer);
}

type Leaf = Exclude<Next, { kind: 'go' } | { kind: 'symptom' }>;

/** A walk that has come to a leaf. A cause that was passed before may be what a later step concludes after all. */
function ended(catalogue: Catalogue, symptom: string, path: readonly PathStep[], here: PathStep, leaf: Leaf): Walk {
  const end = endOf(catalogue, path, here, leaf);
  const found = end.kind === 'finding' ? end.finding.cause : null;
  return { symptom, path, end, ruledOut: excluded(catalogue, path).filter(({ cause }) => cause !== found) };
}

function endOf(catalogue: Catalogue, path: readonly PathStep[], here: PathStep, next: Leaf): End {
  switch (next.kind) {
    case 'conclude':
      return { kind: 'finding', finding: findingOf(catalogue, path, here, next) };
    case 'ruled-out':
      return { kind: 'ruled-out', step: here.key, citations: citationsOf(here) };
    case 'unknown':
      return { kind: 'unknown' };
    default:
      return assertNever(next);
  }
}

function findingOf(
  catalogue: Catalogue,
  path: readonly PathStep[],
  here: PathStep,
  { cause: id, verdict: declared }: Extract<Leaf, { kind: 'conclude' }>,
): Finding {
  // Against what the machine sees, a person's word makes a cause likely at most.
  const { proposal, given } = here;
  const overruled = proposal.kind === 'because' && given !== null && given.answer !== proposal.answer;
  const verdict = overruled ? 'likely' : declared;
  const cause = lookUp(lookUp(catalogue.symptoms, here.symptom).causes, id);
  return {
    cause: id,
    symptom: here.symptom,
    step: here.key,
    verdict,
    citations: reasonsOf(path, here),
    by: here.given?.by ?? 'machine',
    remediations: cause.remediations,
    byDesign: cause.byDesign ?? false,
    explains: cause.explains ?? [],
  };
}

/** What an answer rests on: the machine's citations where the answer is the one it proposes. */
function citationsOf({ proposal, given }: PathStep): readonly Citation[] {
  return proposal.kind === 'because' && given?.answer === proposal.answer ? proposal.citations : [];
}

/** What a finding rests on. Where it is what is left when a step has no answer, that is what led to the step. */
function reasonsOf(path: readonly PathStep[], here: PathStep): readonly Citation[] {
  const from = here.given?.answer === UNSURE ? path.findLast((step) => citationsOf(step).length > 0) : here;
  return from ? citationsOf(from) : [];
}

/** The causes that the other answers of an answered step would have concluded. */
function excluded(catalogue: Catalogue, path: readonly PathStep[]): readonly RuledOut[] {
  return path.flatMap((here) => {
    if (!here.given || here.given.answer === UNSURE) return [];
    const { answer, by } = here.given;
    const { answers } = lookUp(lookUp(catalogue.symptoms, here.symptom).steps, here.step);
    const taken = answers[answer];
    return Object.values(answers).flatMap((next) =>
      next.kind === 'conclude' && !(taken?.kind === 'conclude' && taken.cause === next.cause)
        ? [{ cause: next.cause, symptom: here.symptom, step: here.key, by, citations: citationsOf(here) }]
        : [],
    );
  });
}
