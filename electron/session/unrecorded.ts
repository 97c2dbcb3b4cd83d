import { randomUUID } from 'node:crypto';
import type { Evidence } from '../../shared/engine/evidence';
import { winnow } from '../../shared/engine/winnow';
import type { NodeSource } from '../../shared/node/source';
import { nowhere } from '../journal/nowhere';
import { createRunner, type Runner } from './runner';
import { wait } from './wait';

/** A runner that keeps nothing: to look around on a node without a session to go on with. */
export function unrecordedRunner(source: NodeSource, version: string): Runner {
  return createRunner({
    catalogue: winnow,
    source,
    journal: nowhere,
    clock: () => new Date(),
    wait,
    newId: randomUUID,
    version,
  });
}

/** What these probes observe, asked by a runner that has no session yet. */
export async function observe(runner: Runner, probes: readonly string[]): Promise<Evidence> {
  // Which symptom it is does not matter: only the probes are asked.
  runner.start(Object.keys(winnow.symptoms)[0] ?? '');
  await runner.askFor(probes);
  return runner.state()?.evidence ?? {};
}
