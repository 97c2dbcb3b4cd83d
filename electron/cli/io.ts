import type { Language } from '../../shared/i18n/language';
import type { Options } from './options';
import type { Prompts } from './prompts/prompts';
import type { Say } from './texts';

/** What the exit code of a run says. Scripts rely on these. */
export const EXIT = { nothing: 0, likely: 1, confirmed: 2, unsaid: 3, usage: 4, internal: 5 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** All that a run has of its surroundings. */
export interface Io {
  /** Results, and nothing else. */
  out(text: string): void;
  err(text: string): void;
  /** What was piped in; null where it is larger than this many bytes. */
  stdin(most: number): Promise<Uint8Array | null>;
  /** Whether a person sits at both ends. */
  readonly terminal: boolean;
  /** How that person is asked. */
  readonly prompts: Prompts;
  /** Most wanted first. */
  readonly locales: readonly string[];
  /** The folder of sessions and settings. */
  readonly data: string;
  readonly version: string;
  /** Calls `stop` at the first Ctrl+C. A second one ends the program at once. */
  onInterrupt(stop: () => void): void;
  now(): Date;
  /** The zone in which times are said, by its name in the IANA database. */
  readonly zone: string;
  newId(): string;
}

/** What a command works with. */
export interface Context {
  readonly io: Io;
  readonly language: Language;
  readonly t: Say;
  readonly zone: string;
  readonly options: Options;
}

/** Input that cannot be used: ends the run with one sentence and exit code 4. */
export class BadInput extends Error {}
