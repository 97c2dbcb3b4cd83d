import type { Citation } from '../../../shared/catalogue/define';
import type { NodeSource } from '../../../shared/node/source';
import type { Failed } from '../../session/core';
import type { Runner } from '../../session/runner';
import { BadInput, type Context } from '../io';
import { citedIn } from '../print';
import type { Prompts } from '../prompts/prompts';
import { member } from '../texts';
import { type Words, wordsIn } from '../words';

/** What the parts of the wizard share once a session is open. */
export interface Room extends Context {
  readonly prompts: Prompts;
  readonly runner: Runner;
  readonly source: NodeSource;
  readonly words: Words;
}

/** What became of a part of the wizard: the walk goes on, the session is ended, or it is left to be resumed. */
export type After = 'on' | 'ended' | 'left';

/** A room for a session that was just opened. */
export function roomOf(context: Context, runner: Runner, source: NodeSource): Room {
  return {
    ...context,
    prompts: context.io.prompts,
    runner,
    source,
    words: wordsIn(context.language, context.t, context.zone),
  };
}

/** Evidence with its values, one a line. */
export function citedLines({ runner, words }: Room, citations: readonly Citation[]): readonly string[] {
  return citedIn(words, runner.state()?.evidence ?? {}, citations).map((line) => `  ${line}`);
}

/** Says what failed, and what was seen. */
export function sayFailed({ prompts, t }: Pick<Room, 'prompts' | 't'>, { what, detail }: Failed): void {
  prompts.say([member(t, 'trouble', what), detail].filter((part) => part !== '').join('\n'));
}

/** What cannot be used is said, and may be chosen again. Gives null then. */
export async function tried<T>(prompts: Prompts, work: () => T | Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    prompts.say(error.message);
    return null;
  }
}
