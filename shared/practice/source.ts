import { limitsOf } from '../node/limits';
import { answered, couldNotCheck, must, type Outcome } from '../node/outcome';
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

/** Lets as many milliseconds pass as a read may take, or fewer when it is cancelled. Never rejects. */
export type Pass = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/**
 * Opens a practice node. Each source has a node of its own, that its writes change. What hangs on it takes the whole
 * limit of its read where there is a `pass`, so that it can be watched and cancelled; else it is over at once.
 */
export function practiceSource(
  node: { readonly id: string; state(): NodeState },
  { now, pass }: { readonly now: () => string; readonly pass?: Pass },
): PracticeSource {
  let current = node.state();
  const ask = (question: Question, cancelled: boolean): Reply => {
    const outcome: Outcome<Answer> = cancelled ? couldNotCheck('cancelled', '') : answer(current, question.read);
    const milliseconds = hangs(outcome) ? question.limit : cancelled ? 0 : PROMPT;
    return { key: question.key, outcome, at: now(), milliseconds };
  };
  return {
    kind: 'practice',
    name: `practice:${node.id}`,
    writable: true,
    limits: limitsOf(must(answer(current, { kind: 'shell' }))),
    state: () => current,
    async read(questions, onReply, signal) {
      const hanging: Array<Promise<void>> = [];
      for (const question of questions) {
        await Promise.resolve();
        const reply = ask(question, signal.aborted);
        if (pass && hangs(reply.outcome)) {
          hanging.push(pass(question.limit, signal).then(() => onReply(signal.aborted ? ask(question, true) : reply)));
        } else onReply(reply);
      }
      await Promise.all(hanging);
    },
    async write(write: Write, signal): Promise<Outcome<Written>> {
      await Promise.resolve();
      if (signal.aborted) return couldNotCheck('cancelled', '');
      const after = apply(current, write);
      if (after.kind === 'could-not-check') return after;
      current = after.value;
      return answered({ detail: '' });
    },
    close: () => Promise.resolve(),
  };
}

function hangs(outcome: Outcome<Answer>): boolean {
  return outcome.kind === 'could-not-check' && outcome.reason === 'timed-out';
}
