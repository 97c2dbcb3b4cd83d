import type { Limit } from './limits';
import type { Outcome } from './outcome';
import type { Answer, Read } from './read';
import type { Write, Written } from './write';

export type SourceKind = 'live' | 'practice' | 'bundle';

/** One read of a batch. */
export interface Question {
  readonly key: string;
  readonly read: Read;
  /** How long it may take, in milliseconds. */
  readonly limit: number;
}

/** What came of one read. */
export interface Reply {
  readonly key: string;
  readonly outcome: Outcome<Answer>;
  /** When it was asked: ISO 8601 in UTC, and for how many milliseconds. */
  readonly at: string;
  readonly milliseconds: number;
}

/** Where answers come from. The engine cannot tell one kind from another. */
export interface NodeSource {
  readonly kind: SourceKind;
  /** `practice:<id>`, `bundle:<file>` or `live`. */
  readonly name: string;
  /** What keeps its shell from asking or changing everything; absent where there is no shell. */
  readonly limits?: readonly Limit[];
  /** A bundle and a node without consent cannot be written. */
  readonly writable: boolean;
  /** Asks a batch; calls `onReply` once for each question, as soon as it is answered. Never rejects for a read's sake. */
  read(questions: readonly Question[], onReply: (reply: Reply) => void, signal: AbortSignal): Promise<void>;
  /** Carries out one write. */
  write(write: Write, signal: AbortSignal): Promise<Outcome<Written>>;
  /** Ends what it holds. */
  close(): Promise<void>;
}
