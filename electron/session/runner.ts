import { type Catalogue, lookUp } from '../../shared/engine/catalogue';
import { type AnsweredBy, UNSURE, type Walk, walk } from '../../shared/engine/walk';
import type { NodeSource } from '../../shared/node/source';
import type { Entry, SessionEvent } from '../../shared/session/events';
import { fold, type SessionState } from '../../shared/session/reduce';
import { messageOf } from '../journal/files';
import type { Journals } from '../journal/journal';
import { askAgain } from './again';
import { askProbes } from './ask';
import { Core, type Done, DONE, failed, type Failed, type Listener } from './core';
import { type Consent, type Preview, Remedies } from './remedy';
import { undo } from './undo';

/** What a runner is made of. `newId` gives session ids and tickets. */
export interface RunnerParts {
  readonly catalogue: Catalogue;
  readonly source: NodeSource;
  readonly journal: Journals;
  readonly clock: () => Date;
  readonly wait: Core['wait'];
  readonly newId: () => string;
  readonly version: string;
}

/** One session at a time on one node: engine, node source and journal. Commands never reject; they say what failed. */
export interface Runner {
  start(symptom: string): Done;
  /** Goes on with a session of this node where it stopped. `torn`: bytes of an unfinished event that were cut off. */
  resume(id: string): { readonly kind: 'done'; readonly torn: number } | Failed;
  answer(step: string, answer: string, by: AnsweredBy): Done;
  /** The person stands by an answer that the machine sees otherwise. */
  settle(step: string): Done;
  /** Takes back the answer to a step and all below it. */
  goBack(step: string): Done;
  /** Asks the probes that the walk stands at. */
  ask(): Promise<Done>;
  /** Asks anew what the current step rests on; after a change of the node, the whole path. */
  askAgain(): Promise<Done>;
  /** Asks these probes, where they have no evidence yet. */
  askFor(probes: readonly string[]): Promise<Done>;
  /** Ends what is going on; what has no answer yet is cancelled. */
  cancel(): void;
  preview(remediation: string): Promise<Preview>;
  apply(remediation: string, consent: Consent): Promise<Done>;
  /** Verifies the last run once more, since some changes take a while to show. */
  verifyAgain(run: number): Promise<Done>;
  undo(run: number): Promise<Done>;
  /** Notes that the session was exported. */
  exported(format: string, sha256: string): Done;
  state(): SessionState | null;
  walk(): Walk | null;
  entries(): readonly Entry[];
  /** A raw answer of this session. */
  raw(hash: string): string | null;
  busy(): boolean;
  onEvent(listener: Listener): () => void;
  /** Ends the session for good. */
  close(): Promise<void>;
  /** Leaves the session as it is, to be resumed. */
  leave(): Promise<void>;
}

/** A runner without a session yet. */
export function createRunner(parts: RunnerParts): Runner {
  return new SessionRunner(parts);
}

class SessionRunner implements Runner {
  readonly #parts: RunnerParts;
  readonly #core: Core;
  readonly #remedies: Remedies;
  #current: { readonly abort: AbortController; work: Promise<unknown> } | null = null;

  constructor(parts: RunnerParts) {
    const { catalogue, source, clock, newId, journal } = parts;
    this.#parts = parts;
    this.#core = new Core(catalogue, source, clock, parts.wait);
    this.#remedies = new Remedies(this.#core, newId, (id) => journal.earlierRuns(source.name, id));
  }

  start(symptom: string): Done {
    const { catalogue, source, journal, newId, version } = this.#parts;
    const core = this.#core;
    if (core.open) return failed('session-open');
    if (!Object.hasOwn(catalogue.symptoms, symptom)) return failed('unknown-symptom', symptom);
    const id = newId();
    core.begin(() => journal.create(id, core.onLost), []);
    core.emit({ kind: 'started', id, source: source.name, sourceKind: source.kind, version });
    core.emit({ kind: 'symptom-chosen', symptom });
    return DONE;
  }

  resume(id: string): { readonly kind: 'done'; readonly torn: number } | Failed {
    const { catalogue, source, journal, version } = this.#parts;
    const core = this.#core;
    if (core.open) return failed('session-open');
    const read = journal.read(id);
    if (read.kind === 'unreadable') return failed('unreadable', `${read.why}: ${read.detail}`);
    const trouble = whyNotHere(catalogue, source, fold([...read.entries, resumedAfter(read.entries, version)]));
    if (trouble) return trouble;
    core.begin(() => journal.open(read, core.onLost), read.entries);
    core.emit({ kind: 'resumed', version });
    return { kind: 'done', torn: read.torn };
  }

  answer(step: string, answer: string, by: AnsweredBy): Done {
    const here = this.walk()?.path.find((item) => item.key === step);
    if (!here) return failed('not-on-path', step);
    const { answers } = lookUp(lookUp(this.#parts.catalogue.symptoms, here.symptom).steps, here.step);
    if (answer !== UNSURE && !Object.hasOwn(answers, answer)) return failed('unknown-answer', answer);
    return this.#emit({ kind: 'answered', step, answer, by });
  }

  settle(step: string): Done {
    const end = this.walk()?.end;
    const here = end?.kind === 'contradiction' && end.step === step;
    return here && this.#isAnswered(step) ? this.#emit({ kind: 'settled', step }) : failed('nothing-to-settle', step);
  }

  goBack(step: string): Done {
    return this.#isAnswered(step) ? this.#emit({ kind: 'went-back', step }) : failed('not-on-path', step);
  }

  ask(): Promise<Done> {
    return this.#exclusive(async (signal) => {
      const end = this.walk()?.end;
      if (end?.kind === 'asking') await askProbes(this.#core, end.probes, this.#core.state.evidence, null, signal);
      return DONE;
    });
  }

  askAgain(): Promise<Done> {
    return this.#exclusive((signal) => askAgain(this.#core, signal));
  }

  askFor(probes: readonly string[]): Promise<Done> {
    return this.#exclusive(async (signal) => {
      const { stale, evidence } = this.#core.state;
      await askProbes(this.#core, probes, stale ? {} : evidence, null, signal);
      return DONE;
    });
  }

  cancel(): void {
    this.#current?.abort.abort();
  }

  preview(remediation: string): Promise<Preview> {
    return this.#exclusive((signal) => this.#remedies.preview(remediation, signal));
  }

  apply(remediation: string, consent: Consent): Promise<Done> {
    return this.#exclusive((signal) => this.#remedies.apply(remediation, consent, signal));
  }

  verifyAgain(run: number): Promise<Done> {
    return this.#exclusive((signal) => this.#remedies.verifyAgain(run, signal));
  }

  undo(run: number): Promise<Done> {
    return this.#exclusive((signal) => undo(this.#core, run, signal));
  }

  exported(format: string, sha256: string): Done {
    return this.#emit({ kind: 'exported', format, sha256 });
  }

  state(): SessionState | null {
    return this.#core.open ? this.#core.state : null;
  }

  walk(): Walk | null {
    return this.#core.open ? this.#core.walk() : null;
  }

  entries(): readonly Entry[] {
    return this.#core.entries;
  }

  raw(hash: string): string | null {
    return this.#core.open ? this.#core.journal.raw(hash) : null;
  }

  busy(): boolean {
    return this.#current !== null;
  }

  onEvent(listener: Listener): () => void {
    return this.#core.listen(listener);
  }

  async close(): Promise<void> {
    await this.#stop();
    this.#emit({ kind: 'closed' });
    this.#core.end();
  }

  async leave(): Promise<void> {
    await this.#stop();
    this.#core.end();
  }

  #emit(event: SessionEvent): Done {
    if (!this.#core.open) return failed('no-session');
    this.#core.emit(event);
    return DONE;
  }

  #isAnswered(step: string): boolean {
    return this.#core.state.answers.some((given) => given.step === step);
  }

  /** One thing at a time on the node. */
  async #exclusive<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | Failed> {
    if (!this.#core.open) return failed('no-session');
    if (this.#current) return failed('busy');
    // Before it begins: whoever hears of its first event may cancel it.
    const current = { abort: new AbortController(), work: Promise.resolve() as Promise<unknown> };
    this.#current = current;
    const running = work(current.abort.signal).catch((error: unknown) => failed('stopped', messageOf(error)));
    current.work = running;
    try {
      return await running;
    } finally {
      this.#current = null;
    }
  }

  async #stop(): Promise<void> {
    this.cancel();
    await this.#current?.work;
  }
}

/** The event that resuming would add, to see whether its session can be walked before anything is written. */
function resumedAfter(entries: readonly Entry[], version: string): Entry {
  const last = entries.at(-1);
  return { seq: (last?.seq ?? 0) + 1, at: last?.at ?? '', event: { kind: 'resumed', version } };
}

/** Why a session cannot go on with this node and this catalogue. */
function whyNotHere(catalogue: Catalogue, source: NodeSource, state: SessionState): Failed | null {
  if (state.source !== source.name) return failed('other-node', state.source);
  try {
    if (state.symptom !== null) walk(catalogue, state.symptom, state.answers, state.evidence);
    return null;
  } catch (error) {
    return failed('other-catalogue', messageOf(error));
  }
}
