import { answered, couldNotCheck, type Outcome } from '../node/outcome';
import type { Answer } from '../node/read';
import type { NodeSource, Question, Reply } from '../node/source';
import type { Write, Written } from '../node/write';
import { answer } from './answer';
import { apply } from './apply';
import type { NodeState } from './state';

/** A practice node as a source of answers; its state is seen by tests and by the start page. */
export interface PracticeSource extends NodeSource {
  state(): NodeState;
}

/** How long an answer of a practice node is said to have taken, in milliseconds. */
const PROMPT = 3;

/** Opens a practice node. Each source has a node of its own, that its writes change. */
export function practiceSource(
  node: { readonly id: string; state(): NodeState },
  { now }: { readonly now: () => string },
): PracticeSource {
  let current = node.state();
  const ask = (question: Question, cancelled: boolean): Reply => {
    const outcome: Outcome<Answer> = cancelled ? couldNotCheck('cancelled', '') : answer(current, question.read);
    const late = outcome.kind === 'could-not-check' && outcome.reason === 'timed-out';
    return { key: question.key, outcome, at: now(), milliseconds: late ? question.limit : cancelled ? 0 : PROMPT };
  };
  return {
    kind: 'practice',
    name: `practice:${node.id}`,
    writable: true,
    state: () => current,
    async read(questions, onReply, signal) {
      for (const question of questions) {
        await Promise.resolve();
        onReply(ask(question, signal.aborted));
      }
    },
    async write(write: Write, signal): Promise<Outcome<Written>> {
      await Promise.resolve();
      if (signal.aborted) return couldNotCheck('cancelled', '');
      const after = apply(current, write);
      if (after.kind === 'could-not-check') return after;
      current = after.value;
      return answered({ detail: write.kind });
    },
    close: () => Promise.resolve(),
  };
}
