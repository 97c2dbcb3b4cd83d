import { lookUp } from '../../shared/engine/catalogue';
import { type PathStep, UNSURE } from '../../shared/engine/walk';
import { askProbes } from './ask';
import { type Core, type Done, DONE, failed } from './core';

/** The probes that these steps rest on, each once. */
export function probesOf(core: Core, path: readonly PathStep[]): readonly string[] {
  const all = path.flatMap((here) => {
    const step = lookUp(lookUp(core.catalogue.symptoms, here.symptom).steps, here.step);
    return [...step.probes, ...step.also];
  });
  return [...new Set(all)];
}

/**
 * Asks anew what the current step rests on; after a change of the node, what the whole path rests on. An answer of the
 * machine that it would no longer give is taken back, with all below it.
 */
export async function askAgain(core: Core, signal: AbortSignal): Promise<Done> {
  const walk = core.walk();
  if (!walk) return failed('no-session');
  const { stale, evidence } = core.state;
  const wanted = probesOf(core, stale ? walk.path : walk.path.slice(-1));
  const known = Object.entries(evidence).filter(([probe, { kind }]) => kind === 'answered' && !wanted.includes(probe));
  await askProbes(core, wanted, stale ? {} : Object.fromEntries(known), null, signal);
  const outdated = core.walk()?.path.find(isOutdated);
  if (outdated) core.emit({ kind: 'went-back', step: outdated.key });
  return DONE;
}

function isOutdated({ given, proposal }: PathStep): boolean {
  if (given?.by !== 'machine' || given.answer === UNSURE) return false;
  return proposal.kind === 'because' ? proposal.answer !== given.answer : true;
}
