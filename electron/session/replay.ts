import type { SessionState } from '../../shared/session/reduce';
import { askOn } from './ask-on';
import type { Runner } from './runner';

/**
 * Answers as a recorded session was answered, as far as the same questions come up and the machine would still say what
 * it said. Stops at the first question that was left open.
 */
export async function replay(runner: Runner, recorded: SessionState): Promise<void> {
  for (;;) {
    await askOn(runner);
    const open = runner.walk()?.path.at(-1);
    const said = open?.given === null ? recorded.answers.find(({ step }) => step === open.key) : undefined;
    if (!open || !said) return;
    const { proposal } = open;
    const changed = said.by === 'machine' && proposal.kind === 'because' && proposal.answer !== said.answer;
    if (changed || runner.answer(said.step, said.answer, said.by).kind === 'failed') return;
    if (said.settled) runner.settle(said.step);
  }
}
