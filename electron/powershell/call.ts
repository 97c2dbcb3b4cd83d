import { couldNotCheck, type CouldNotCheck, type Outcome } from '../../shared/node/outcome';
import { answerIn } from './answer';
import type { Frame } from './frames';
import { READY, type Shell } from './shell';

/** One line of PowerShell to run, and for how long at most, in milliseconds. */
export interface Job {
  readonly key: string;
  readonly line: string;
  readonly limit: number;
}

/** What came of a job; when it began, and for how many milliseconds it ran. */
export interface Result {
  readonly key: string;
  readonly outcome: Outcome<unknown>;
  readonly at: Date;
  readonly milliseconds: number;
}

/** How a call ended. After all but `done` its shell must go, and `rest` is still to be run. */
export interface CallEnd {
  readonly kind: 'done' | 'late' | 'died' | 'cancelled';
  readonly rest: readonly Job[];
  /** Whether the shell answered anything at all. */
  readonly answered: boolean;
}

/** Waits for a fresh shell's sign of life; says why there is none. `limit` in milliseconds. */
export async function started(shell: Shell, limit: number, signal: AbortSignal): Promise<CouldNotCheck | null> {
  return new Promise((resolve) => {
    const end = (trouble: CouldNotCheck | null): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      shell.listener = null;
      resolve(trouble);
    };
    const cancel = (): void => end(couldNotCheck('cancelled', ''));
    const timer = setTimeout(() => end(noSign(shell, limit)), limit);
    signal.addEventListener('abort', cancel);
    shell.listener = { onFrame: ({ kind, id }) => kind === 'end' && id === READY && end(null), onEnd: end };
  });
}

function noSign({ executable, printed }: Shell, limit: number): CouldNotCheck {
  const said = printed.replace(/\s+/g, ' ').trim().slice(0, 120);
  return said === ''
    ? couldNotCheck('timed-out', `${executable}: no sign of life in ${limit / 1000} s`)
    : couldNotCheck('bad-answer', `${executable} does not speak PowerShell: ${said}`);
}

/**
 * Sends jobs as one line and takes their frames as they come. Jobs run in their order, so the limit of the first open
 * one begins when the one before has ended; an answer that is skipped is lost. Never rejects.
 */
export function runCall(
  shell: Shell,
  jobs: readonly Job[],
  take: (result: Result) => void,
  signal: AbortSignal,
): Promise<CallEnd> {
  return new Promise((resolve) => {
    const call = `c${shell.calls + 1}`;
    const idOf = (index: number): string => `${call}-${index}`;
    let next = 0;
    let answers = 0;
    let began = new Date();
    let timer: NodeJS.Timeout | undefined;

    const settle = (outcome: Outcome<unknown>): void => {
      const job = jobs[next];
      if (!job) return;
      next += 1;
      const now = new Date();
      take({ key: job.key, outcome, at: began, milliseconds: now.getTime() - began.getTime() });
      began = now;
    };
    const watch = (): void => {
      clearTimeout(timer);
      const limit = jobs[next]?.limit;
      if (limit !== undefined) timer = setTimeout(() => stop('late', couldNotCheck('timed-out', `${limit} ms`)), limit);
    };
    const stop = (kind: CallEnd['kind'], why?: CouldNotCheck): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      shell.listener = null;
      if (why) settle(why);
      resolve({ kind, rest: jobs.slice(next), answered: answers > 0 });
    };
    const cancel = (): void => stop('cancelled');
    const hear = (frame: Frame): void => {
      const lost = couldNotCheck('bad-answer', 'no answer came');
      if (frame.kind === 'end') {
        if (frame.id !== call) return;
        while (next < jobs.length) settle(lost);
        stop('done');
        return;
      }
      const index = Number(frame.id.slice(call.length + 1));
      if (frame.id !== idOf(index) || index < next || index >= jobs.length) return; // of another call, or answered already
      answers += 1;
      while (next < index) settle(lost);
      settle(frame.kind === 'answer' ? answerIn(frame.json) : couldNotCheck('bad-answer', frame.detail));
      watch();
    };

    signal.addEventListener('abort', cancel);
    shell.listener = { onFrame: hear, onEnd: (why) => stop('died', why) };
    const frames = jobs.map(({ line }, index) => `Write-WinnowFrame '${shell.nonce}' '${idOf(index)}' { ${line} }`);
    if (signal.aborted) {
      cancel();
      return;
    }
    shell.send([...frames, `Write-WinnowEnd '${shell.nonce}' '${call}'`].join('; '));
    watch();
  });
}
