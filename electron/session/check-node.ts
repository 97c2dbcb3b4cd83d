import { allProbes } from '../../shared/engine/check';
import type { Evidence } from '../../shared/engine/evidence';
import { winnow } from '../../shared/engine/winnow';
import { recordedIn } from '../node/bundle';
import type { NodeSource } from '../../shared/node/source';
import type { Runner } from './runner';
import { observe } from './unrecorded';

/** Asks a node, by a runner without a session, everything that any tree looks at, in a few batches. */
export function askEverything(runner: Runner): Promise<Evidence> {
  return observe(runner, allProbes(winnow));
}

/** What a person answered in the session that a bundle holds, by step. */
export function recordedAnswers(source: NodeSource): Readonly<Record<string, string>> {
  const people = (recordedIn(source)?.answers ?? []).filter(({ by }) => by !== 'machine');
  return Object.fromEntries(people.map(({ step, answer }) => [step, answer]));
}
