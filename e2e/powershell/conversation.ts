/** One running engine with Winnow's library in it, spoken to as the shell wrapper does: by lines, answered by frames. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { library } from '../../electron/powershell/script/library';
import { couldNotCheck, answered, REASONS, type Outcome } from '../../shared/node/outcome';
import { renderRead } from '../../shared/node/powershell';
import { answerSchemas, type AnswerOf, type Read } from '../../shared/node/read';
import { z } from 'zod';
import { ENGINE_ENVIRONMENT, type Engine } from './engine';

export type LanguageMode = 'FullLanguage' | 'ConstrainedLanguage';

const NONCE = 'c0ffee';
const FRAME = /<winnow:([^:<>]*):([^:<>]*):([bje]):([^>]*)>/g;
const body = z.union([
  z.strictObject({ ok: z.unknown() }),
  z.strictObject({ failed: z.strictObject({ reason: z.enum(REASONS), detail: z.string() }) }),
]);

export class Conversation {
  readonly #process: ChildProcessWithoutNullStreams;
  #stdout = '';
  #stderr = '';
  #batch = 0;
  #heard: () => void = () => undefined;

  constructor(engine: Engine, mode: LanguageMode = 'FullLanguage', environment: Record<string, string> = {}) {
    const env = { ...process.env, ...ENGINE_ENVIRONMENT, WINNOW_ENGINE_LANGUAGE: mode, ...environment };
    this.#process = spawn(engine.executable, ['-NoLogo', '-NoProfile', '-NonInteractive', '-NoExit', '-Command', '-'], {
      env,
    });
    this.#process.stdout.setEncoding('utf8').on('data', (text: string) => this.#hear(() => (this.#stdout += text)));
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => this.#hear(() => (this.#stderr += text)));
    this.#process.on('close', () => this.#hear(() => (this.#stderr += '(the engine ended)')));
    // pwsh cannot be started constrained; it can constrain itself.
    if (engine.name === 'pwsh' && mode !== 'FullLanguage')
      this.type(`$ExecutionContext.SessionState.LanguageMode = '${mode}'`);
    this.type(library);
  }

  /** Text as if typed. */
  type(text: string): void {
    this.#process.stdin.write(`${text}\n`);
  }

  /** What the lines answer, in their order; fails when anything but their frames is printed. */
  async lines(lines: readonly string[]): Promise<ReadonlyArray<Outcome<unknown>>> {
    const end = `end-${++this.#batch}`;
    const frames = lines.map((line, index) => `Write-WinnowFrame '${NONCE}' '${index}' { ${line} }; `);
    this.type(`${frames.join('')}Write-WinnowEnd '${NONCE}' '${end}'`);
    const mark = `<winnow:${NONCE}:${end}:e:>`;
    while (!this.#stdout.includes(mark)) {
      if (this.#stderr !== '')
        throw new Error(`on standard error: ${this.#stderr}\non standard output: ${this.#stdout}`);
      await new Promise<void>((settle) => (this.#heard = settle));
    }
    const output = this.#stdout.replace(/\r?\n/g, '');
    this.#stdout = '';
    const noise = output.replace(FRAME, '');
    if (noise !== '' || this.#stderr !== '') throw new Error(`noise: ${noise}${this.#stderr}`);
    return [...output.matchAll(FRAME)].slice(0, -1).map(([, , id, form, text = ''], index) => {
      if (id !== String(index)) throw new Error(`frame ${id ?? ''} instead of ${index}`);
      return outcomeOf(form === 'b' ? Buffer.from(text, 'base64').toString('utf8') : text);
    });
  }

  /** What one line answers. */
  async line(line: string): Promise<Outcome<unknown>> {
    const [outcome] = await this.lines([line]);
    if (outcome === undefined) throw new Error('no frame');
    return outcome;
  }

  /** What the reads answer, each checked against its schema; `lines` ask them. */
  async reads(
    reads: readonly Read[],
    lines: readonly string[] = reads.map(renderRead),
  ): Promise<ReadonlyArray<Outcome<unknown>>> {
    const outcomes = await this.lines(lines);
    return outcomes.map((outcome, index) => {
      const read = reads[index];
      if (read === undefined) throw new Error('more answers than questions');
      return outcome.kind === 'answered' ? answered(answerSchemas[read.kind].parse(outcome.value)) : outcome;
    });
  }

  async read<const R extends Read>(read: R): Promise<Outcome<AnswerOf<R>>> {
    const [outcome] = await this.reads([read]);
    return outcome as Outcome<AnswerOf<R>>; // parsed by the schema of its kind
  }

  /** Closes standard input and waits for the engine's end. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = new Promise((settle) => this.#process.once('close', settle));
    this.#process.stdin.end();
    await ended;
  }

  #hear(change: () => void): void {
    change();
    this.#heard();
  }
}

function outcomeOf(json: string): Outcome<unknown> {
  const parsed = body.parse(JSON.parse(json));
  return 'ok' in parsed ? answered(parsed.ok) : couldNotCheck(parsed.failed.reason, parsed.failed.detail);
}
