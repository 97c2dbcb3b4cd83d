import { join } from 'node:path';
import { nextAnswer } from '../../shared/engine/unattended';
import { winnow } from '../../shared/engine/winnow';
import type { NodeSource } from '../../shared/node/source';
import type { SessionState } from '../../shared/session/reduce';
import { type Journals, openJournals } from '../journal/journal';
import { askOn } from '../session/ask-on';
import { createRunner, type Runner } from '../session/runner';
import type { AnswerFile } from './answers';
import type { Io } from './io';
import { wait } from '../session/wait';

/** The folder of the sessions of a data folder. */
export function sessionsIn(io: Pick<Io, 'data'>): string {
  return join(io.data, 'sessions');
}

/** The window's runner on this node. */
export function runnerOn(io: Io, source: NodeSource, journal: Journals = openJournals(sessionsIn(io))): Runner {
  return createRunner({
    catalogue: winnow,
    source,
    journal,
    clock: () => io.now(),
    wait,
    newId: () => io.newId(),
    version: io.version,
  });
}

/** Walks to an end without a person: by the machine, the answer file, and what a recorded session answered. */
export async function walkAlone(runner: Runner, file: AnswerFile, recorded: SessionState | null): Promise<void> {
  for (;;) {
    await askOn(runner);
    const current = runner.walk();
    const open = current?.path.at(-1);
    if (!current || !open) return;
    const said = recorded?.answers.find(({ step, by }) => step === open.key && by !== 'machine');
    if (said && !open.given) {
      runner.answer(said.step, said.answer, said.by);
      if (said.settled) runner.settle(said.step);
      continue;
    }
    const next = nextAnswer(current, file);
    if (!next || runner.answer(next.step, next.answer, next.by).kind === 'failed') return;
  }
}
