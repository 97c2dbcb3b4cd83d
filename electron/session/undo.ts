import { answered, couldNotCheck, type Outcome } from '../../shared/node/outcome';
import { readKey } from '../../shared/node/read';
import {
  backupOf,
  inverseOf,
  type Irreversible,
  unexpectedBefore,
  type Write,
  type Written,
} from '../../shared/node/write';
import { type Run, type RunStep, touched, undoable } from '../../shared/session/runs';
import { askOne } from './ask';
import { type Core, type Done, DONE, failed } from './core';
import { BACKUP_LIMIT } from './remedy';
import { carryOut, guarded, isAsBefore } from './write';

/** Nothing is left to take back of these: what they did is over. */
const OVER: ReadonlySet<Irreversible> = new Set<Irreversible>(['restart-is-done']);

/**
 * Takes back what a run did, last write first, up to the first failure. What already is as its backup says is left
 * alone, so that nothing runs twice, also after a kill in the middle of a write or of an undo.
 */
export async function undo(core: Core, number: number, signal: AbortSignal): Promise<Done> {
  const run = core.state.runs.find((item) => item.run === number);
  if (!run) return failed('no-such-run', String(number));
  if (undoable(run).length === 0) return failed('nothing-to-undo', String(number));
  const later = laterRun(core.state.runs, run);
  if (later) return failed('later-run-first', later.remediation);
  if (!core.source.writable) return failed('read-only', core.source.name);
  core.emit({ kind: 'undo-started', run: number });
  let restored = true;
  let trouble = '';
  for (const index of touched(run)) {
    const step = run.steps[index];
    if (!step) continue;
    const outcome = signal.aborted ? couldNotCheck('cancelled', '') : await guarded(() => undoStep(core, step, signal));
    core.emit({ kind: 'undo-write-ended', run: number, index, outcome });
    if (outcome.kind === 'could-not-check') {
      restored = false;
      if (step.inverse?.kind === 'irreversible') continue;
      trouble = `${outcome.reason}: ${outcome.detail}`;
      break;
    }
    if ((await guarded(() => provenRestored(core, step, signal))) !== true) restored = false;
  }
  core.emit({ kind: 'undo-ended', run: number, restored });
  return trouble === '' ? DONE : failed('stopped', trouble);
}

/** A later run that changed the same thing and was not taken back. */
function laterRun(runs: readonly Run[], run: Run): Run | undefined {
  const mine = targets(run);
  return runs.slice(runs.indexOf(run) + 1).find((other) => targets(other).some((target) => mine.includes(target)));
}

function targets(run: Run): readonly string[] {
  return undoable(run).flatMap((index) => {
    const step = run.steps[index];
    return step ? [readKey(backupOf(step.write))] : [];
  });
}

async function undoStep(core: Core, step: RunStep, signal: AbortSignal): Promise<Outcome<Written>> {
  const { inverse } = step;
  if (!inverse) return couldNotCheck('not-applicable', 'unknown-before');
  if (inverse.kind === 'nothing') return answered({ detail: 'nothing' });
  if (inverse.kind === 'irreversible') {
    return OVER.has(inverse.why) ? answered({ detail: inverse.why }) : couldNotCheck('not-applicable', inverse.why);
  }
  if (await asBefore(core, step, signal)) return answered({ detail: 'as-before' });
  let last: Outcome<Written> = answered({ detail: 'nothing' });
  for (const write of inverse.writes) {
    last = await takeBack(core, write, signal);
    if (last.kind === 'could-not-check') return last;
  }
  return last;
}

async function takeBack(core: Core, write: Write, signal: AbortSignal): Promise<Outcome<Written>> {
  const now = await askOne(core, backupOf(write), BACKUP_LIMIT, signal);
  if (now.kind === 'could-not-check') return couldNotCheck(now.reason, now.detail);
  const unexpected = unexpectedBefore(write, now.value);
  if (unexpected !== null) return couldNotCheck('not-applicable', unexpected);
  if (inverseOf(write, now.value).kind === 'nothing') return answered({ detail: 'as-before' });
  return carryOut(core, write, signal);
}

async function asBefore(core: Core, step: RunStep, signal: AbortSignal): Promise<boolean> {
  const backup = step.backup === null ? null : core.journal.raw(step.backup);
  if (backup === null) return false;
  const now = await askOne(core, backupOf(step.write), BACKUP_LIMIT, signal);
  return now.kind === 'answered' && isAsBefore(backup, now.value);
}

/** Whether the node shows that a write is undone; what had no state to bring back needs no proof. */
async function provenRestored(core: Core, step: RunStep, signal: AbortSignal): Promise<boolean> {
  return step.inverse?.kind !== 'writes' || (await asBefore(core, step, signal));
}
