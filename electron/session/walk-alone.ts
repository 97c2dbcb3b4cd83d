import { nextAnswer } from '../../shared/engine/unattended';
import type { SessionState } from '../../shared/session/reduce';
import { askOn } from './ask-on';
import type { Runner } from './runner';

/** Walks to an end without a person: by the machine, the answer file, and what a recorded session answered. */
export async function walkAlone(
  runner: Runner,
  file: Readonly<Record<string, string>>,
  recorded: SessionState | null,
): Promise<void> {
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
