import type { AnyProbe, Citation, Reads } from '../catalogue/define';
import { answered, CannotInterpret, couldNotCheck, type CouldNotCheck, type Outcome } from '../node/outcome';
import { answerSchemas, type Answer } from '../node/read';
import { type Catalogue, lookUp } from './catalogue';

/** What each probe observed so far; a probe that is missing was not asked yet. */
export type Evidence = Readonly<Record<string, Outcome<unknown>>>;

/**
 * The probes to ask for these ones, those they need or want first, in rounds: each round needs only what came before.
 * Probes that have evidence already are left out.
 */
export function rounds(
  catalogue: Catalogue,
  wanted: readonly string[],
  evidence: Evidence,
): ReadonlyArray<readonly string[]> {
  const depths = new Map<string, number>();
  const depthOf = (probe: AnyProbe): number => {
    if (evidence[probe.id]) return -1;
    const known = depths.get(probe.id);
    if (known !== undefined) return known;
    const depth = 1 + Math.max(-1, ...[...Object.values(probe.needs), ...Object.values(probe.wants)].map(depthOf));
    depths.set(probe.id, depth);
    return depth;
  };
  for (const id of wanted) depthOf(lookUp(catalogue.probes, id));
  const result: string[][] = [];
  for (const [id, depth] of depths) (result[depth] ??= []).push(id);
  return result;
}

/** The evidence that a probe needs or wants, by its own names; or why what it needs is not there. */
function neededBy(probe: AnyProbe, evidence: Evidence): Outcome<Readonly<Record<string, unknown>>> {
  const needed: Record<string, unknown> = {};
  for (const [name, other] of Object.entries(probe.needs)) {
    const outcome = evidence[other.id];
    if (!outcome) throw new Error(`${probe.id} was asked before ${other.id}`);
    if (outcome.kind === 'could-not-check') return couldNotCheck(outcome.reason, `${other.id}: ${outcome.detail}`);
    needed[name] = outcome.value;
  }
  for (const [name, other] of Object.entries(probe.wants)) {
    const outcome = evidence[other.id];
    if (!outcome) throw new Error(`${probe.id} was asked before ${other.id}`);
    needed[name] = outcome.kind === 'answered' ? outcome.value : undefined;
  }
  return answered(needed);
}

/** What a probe asks on this node, or why it asks nothing. */
export function readsOf(probe: AnyProbe, evidence: Evidence): Outcome<Reads> {
  const needed = neededBy(probe, evidence);
  if (needed.kind === 'could-not-check') return needed;
  const reads = probe.reads(needed.value);
  return isCouldNotCheck(reads) ? reads : answered(reads);
}

function isCouldNotCheck(reads: Reads | CouldNotCheck): reads is CouldNotCheck {
  return typeof reads.kind === 'string';
}

/** Evidence from the answers to `readsOf`; an answer of the wrong shape is a bad answer, whoever gave it. */
export function interpret(
  probe: AnyProbe,
  reads: Reads,
  outcomes: Readonly<Record<string, Outcome<Answer>>>,
  evidence: Evidence,
): Outcome<unknown> {
  const needed = neededBy(probe, evidence);
  if (needed.kind === 'could-not-check') return needed;
  const answers: Record<string, Outcome<unknown>> = {};
  for (const [name, read] of Object.entries(reads)) {
    const outcome = outcomes[name] ?? couldNotCheck('cancelled', 'not asked');
    answers[name] = outcome.kind === 'answered' ? parsed(read.kind, outcome.value) : outcome;
  }
  try {
    return answered(probe.interpret(answers, needed.value));
  } catch (error) {
    if (error instanceof CannotInterpret) return error.outcome;
    throw error;
  }
}

function parsed(kind: keyof typeof answerSchemas, value: unknown): Outcome<unknown> {
  const result = answerSchemas[kind].safeParse(value);
  if (result.success) return answered(result.data);
  const issue = result.error.issues[0];
  return couldNotCheck('bad-answer', `${kind}: ${issue?.path.join('/') ?? ''} ${issue?.message ?? ''}`.trim());
}

/** The value that a citation points at. A citation that leads nowhere is a bug in the catalogue. */
export function citedValue(evidence: Evidence, { probe, pointer }: Citation): unknown {
  const outcome = evidence[probe];
  if (outcome?.kind !== 'answered') throw new Error(`citation of ${probe}, which has no evidence`);
  let value: unknown = outcome.value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) {
      throw new Error(`citation of ${probe}${pointer}, which is not there`);
    }
    value = (value as Record<string, unknown>)[name]; // an own property, as just checked
  }
  return value;
}

/** The pointer through these names, with the two characters that JSON pointers escape. */
export function pointer(...names: ReadonlyArray<string | number>): string {
  return names.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
