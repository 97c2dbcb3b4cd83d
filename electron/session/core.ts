import type { Catalogue } from '../../shared/engine/catalogue';
import { type Walk, walk } from '../../shared/engine/walk';
import type { NodeSource } from '../../shared/node/source';
import { type Entry, entrySchema, type SessionEvent } from '../../shared/session/events';
import { EMPTY, reduce, type SessionState } from '../../shared/session/reduce';
import type { Journal } from '../journal/journal';

/** What went wrong with a command, as a key of the texts. */
export type Trouble =
  | 'no-session'
  | 'session-open'
  | 'busy'
  | 'unknown-symptom'
  | 'not-on-path'
  | 'unknown-answer'
  | 'nothing-to-settle'
  | 'no-finding'
  | 'not-offered'
  | 'no-evidence'
  | 'read-only'
  | 'old-preview'
  | 'wrong-name'
  | 'no-such-run'
  | 'nothing-to-undo'
  | 'later-run-first'
  | 'old-evidence'
  | 'other-node'
  | 'other-catalogue'
  | 'stopped'
  | 'unreadable';

export interface Failed {
  readonly kind: 'failed';
  readonly what: Trouble;
  /** What was seen, never translated. */
  readonly detail: string;
}

/** What came of a command. */
export type Done = { readonly kind: 'done' } | Failed;

export const DONE: Done = { kind: 'done' };

export function failed(what: Trouble, detail = ''): Failed {
  return { kind: 'failed', what, detail };
}

/** Hears of every event once it is in the journal. */
export type Listener = (entry: Entry, state: SessionState) => void;

/** The one place in which a session changes: an event goes to the journal, then into the state, then to whoever listens. */
export class Core {
  readonly catalogue: Catalogue;
  readonly source: NodeSource;
  readonly clock: () => Date;
  /** Waits so many milliseconds, or until it is called off. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  #journal: Journal | null = null;
  #state = EMPTY;
  #entries: Entry[] = [];
  #lost: string | null = null;
  readonly #listeners = new Set<Listener>();

  constructor(catalogue: Catalogue, source: NodeSource, clock: () => Date, wait: Core['wait']) {
    this.catalogue = catalogue;
    this.source = source;
    this.clock = clock;
    this.wait = wait;
  }

  get state(): SessionState {
    return this.#state;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  get journal(): Journal {
    if (!this.#journal) throw new Error('no session');
    return this.#journal;
  }

  get open(): boolean {
    return this.#journal !== null;
  }

  /** Goes on with these events; the next one is appended to the journal. */
  begin(open: () => Journal, entries: readonly Entry[]): void {
    this.#lost = null;
    this.#journal = open();
    this.#entries = [...entries];
    this.#state = entries.reduce(reduce, EMPTY);
  }

  end(): void {
    this.#journal?.close();
    this.#journal = null;
  }

  /** To be told to the session with the next event, since the journal may fail before there is a session. */
  readonly onLost = (detail: string): void => {
    this.#lost = detail;
  };

  /** Where the walk stands; null before there is a symptom. */
  walk(): Walk | null {
    const { symptom, answers, evidence } = this.#state;
    return symptom === null ? null : walk(this.catalogue, symptom, answers, evidence);
  }

  /** Writes an event down and applies it as it will be read again. */
  emit(event: SessionEvent): Entry {
    const entry = this.#record(event);
    if (this.#lost !== null && this.#state.journalLost === null) {
      this.#record({ kind: 'journal-lost', detail: this.#lost });
    }
    return entry;
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #record(event: SessionEvent): Entry {
    const written = { seq: this.#state.seq + 1, at: this.clock().toISOString(), event };
    const entry = entrySchema.parse(JSON.parse(JSON.stringify(written)));
    this.journal.append(entry);
    this.#entries.push(entry);
    this.#state = reduce(this.#state, entry);
    for (const listener of this.#listeners) {
      try {
        listener(entry, this.#state);
      } catch {
        // a view that fails must not stop a change of the node half-way
      }
    }
    return entry;
  }
}
