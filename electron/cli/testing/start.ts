import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, type Io } from '../io';
import { run } from '../run';
import { type Move, scripted } from './scripted';

/** What a run printed, and how it ended. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** What the person at the terminal saw. */
  readonly seen: string;
}

/** A data folder of its own, in which winnow is started again and again. */
export class Desk {
  readonly data = mkdtempSync(join(tmpdir(), 'winnow-cli-'));
  #ids = 0;
  #seconds = 0;

  /** In a pipe: `piped` is what comes in. `other`: surroundings that are unlike the usual ones. */
  async pipe(argv: readonly string[], piped: string | Uint8Array = '', other: Partial<Io> = {}): Promise<Ran> {
    return this.#run(argv, piped, null, other);
  }

  /** On a terminal, with a person who does this. Every move must be asked for. */
  async sit(argv: readonly string[], moves: readonly Move[]): Promise<Ran> {
    return this.#run(argv, '', moves);
  }

  file(name: string): string {
    return join(this.data, name);
  }

  remove(): void {
    rmSync(this.data, { recursive: true, force: true });
  }

  async #run(
    argv: readonly string[],
    piped: string | Uint8Array,
    moves: readonly Move[] | null,
    other: Partial<Io> = {},
  ): Promise<Ran> {
    const printed = { out: '', err: '' };
    const person = scripted(moves ?? []);
    const bytes = typeof piped === 'string' ? new TextEncoder().encode(piped) : piped;
    const io: Io = {
      out: (text) => (printed.out += text),
      err: (text) => (printed.err += text),
      stdin: (most) => Promise.resolve(bytes.length > most ? null : bytes),
      terminal: moves !== null,
      prompts: person.prompts,
      locales: ['en-US'],
      data: this.data,
      version: '0.0.0',
      onInterrupt: () => undefined,
      now: () => new Date(Date.UTC(2026, 2, 2, 3, 21, this.#seconds++)),
      zone: 'UTC',
      newId: () => `session-${this.#ids++}`,
      ...other,
    };
    const exit = await run(argv, io);
    if (exit === EXIT.internal && moves) throw new Error(`${printed.err}${person.seen()}`);
    if (person.left().length > 0) throw new Error(`nobody asked for: ${person.left().join(', ')}\n${person.seen()}`);
    return { exit, ...printed, seen: person.seen() };
  }
}
