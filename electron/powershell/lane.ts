import { couldNotCheck, type CouldNotCheck } from '../../shared/node/outcome';
import { type Job, type Result, runCall, started } from './call';
import type { FoundHost } from './host';
import { notStarted, Shell } from './shell';

export interface LaneParts {
  readonly host: FoundHost;
  readonly library: string;
  /** How long a shell may take to start, in milliseconds. */
  readonly startLimit: number;
  /** After this many calls a shell is replaced by a fresh one. */
  readonly callsPerShell: number;
}

/** Shells in a row that end without a single answer before the rest of a batch is given up. */
const STRIKES = 3;

/**
 * Batches of jobs for one shell, one after the other. A job past its limit, a shell that dies and a cancel end the
 * shell with all that it started; the jobs that are left go to a fresh one. Every job gets exactly one result.
 */
export class Lane {
  readonly #parts: LaneParts;
  #shell: Shell | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(parts: LaneParts) {
    this.#parts = parts;
  }

  /** Runs a batch after those before it. Never rejects. */
  run(jobs: readonly Job[], take: (result: Result) => void, signal: AbortSignal): Promise<void> {
    this.#last = this.#last.then(() => this.#batch(jobs, take, signal));
    return this.#last;
  }

  /** Ends the shell with all that it started. */
  async close(): Promise<void> {
    const shell = this.#shell;
    this.#shell = null;
    await shell?.kill();
  }

  async #batch(jobs: readonly Job[], take: (result: Result) => void, signal: AbortSignal): Promise<void> {
    let rest = jobs;
    let strikes = 0;
    let trouble: CouldNotCheck | null = null;
    while (rest.length > 0 && !trouble) {
      const shell = await this.#ready(signal);
      if ('reason' in shell) {
        trouble = shell;
        break;
      }
      const end = await runCall(shell, rest, take, signal);
      rest = end.rest;
      if (end.kind === 'done') break;
      await this.close();
      strikes = end.kind === 'died' && !end.answered ? strikes + 1 : 0;
      if (strikes === STRIKES) trouble = couldNotCheck('crashed', `${STRIKES} shells in a row ended`);
    }
    for (const { key } of rest) {
      take({ key, outcome: trouble ?? couldNotCheck('cancelled', ''), at: new Date(), milliseconds: 0 });
    }
  }

  /** The shell with its library loaded: the one that is there, or a fresh one; or why there is none. */
  async #ready(signal: AbortSignal): Promise<Shell | CouldNotCheck> {
    const { host, library, startLimit, callsPerShell } = this.#parts;
    if (signal.aborted) return couldNotCheck('cancelled', '');
    if (this.#shell?.alive && this.#shell.calls < callsPerShell) return this.#shell;
    await this.close();
    let shell: Shell;
    try {
      shell = new Shell(host, library);
    } catch (error) {
      return notStarted(host.executable, error);
    }
    this.#shell = shell;
    const trouble = await started(shell, startLimit, signal);
    if (trouble) await this.close();
    return trouble ?? shell;
  }
}
