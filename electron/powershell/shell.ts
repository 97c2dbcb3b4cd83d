import { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { EOL } from 'node:os';
import { PowerShell } from 'node-powershell';
import { couldNotCheck, type CouldNotCheck, type Reason } from '../../shared/node/outcome';
import { type Frame, FrameReader } from './frames';
import type { FoundHost } from './host';
import { killTree } from './kill-tree';

/** The id of the end frame that says that the library is loaded. */
export const READY = 'ready';

/** Most characters that are kept of what is no frame. */
const MOST_NOISE = 500;

/** How long the last output of a process that ended is waited for, and a killed process to end; in milliseconds. */
const LAST_WORDS = 250;
const GONE = 5_000;

/** Hears what a shell says, and that it has ended or could not be started. */
export interface ShellListener {
  onFrame(frame: Frame): void;
  onEnd(why: CouldNotCheck): void;
}

/**
 * One PowerShell process with Winnow's library in it. node-powershell starts it and sends the library; what follows is
 * a protocol of our own on its streams, because `invoke` cannot be cancelled, fails on any byte of stderr, never ends in
 * Constrained Language Mode, and keeps every result for ever.
 */
export class Shell {
  readonly executable: string;
  /** Drawn anew for each shell: what carries it was said by this one. */
  readonly nonce = randomBytes(8).toString('hex');
  /** The one who waits for something from it now. */
  listener: ShellListener | null = null;
  readonly #inner: Inner;
  readonly #ended: Promise<CouldNotCheck>;
  #alive = true;
  #calls = 0;
  #printed = '';
  #noise = '';

  /** @param library functions without blank lines inside, each followed by one */
  constructor({ executable, environment }: FoundHost, library: string) {
    delete process.env.NODE_POWERSHELL; // it would beat the executable that was asked for
    this.executable = executable;
    this.#inner = new Inner({
      executable,
      executableOptions: { '-NoProfile': true, '-NonInteractive': true },
      spawnOptions: { env: { ...environment }, windowsHide: true },
    });
    this.#ended = this.#end();
    void this.#ended.then((why) => this.listener?.onEnd(why));
    const { stdin, stdout, stderr } = this.#inner.streams;
    const frames = new FrameReader(this.nonce);
    stdout.on('data', (chunk: string) => {
      this.#printed ||= chunk.slice(0, MOST_NOISE);
      for (const frame of frames.push(chunk)) this.listener?.onFrame(frame);
    });
    stderr.on('data', (chunk: string) => {
      this.#noise = `${this.#noise}${chunk}`.slice(-MOST_NOISE);
    });
    // node-powershell stops both when it has seen enough of them.
    for (const stream of [stdout, stderr]) stream.on('pause', () => stream.resume());
    stdin.on('error', () => undefined); // a shell that is gone says so by its end
    // What becomes of this call means nothing (see above), but it takes care of the rejection of a shell that ends.
    this.#inner.invoke(`${library}${EOL}${EOL}Write-WinnowEnd '${this.nonce}' '${READY}'`).catch(() => undefined);
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** How many lines it was sent. */
  get calls(): number {
    return this.#calls;
  }

  /** What it printed first, for a program that turns out to be something else. */
  get printed(): string {
    return this.#printed;
  }

  /** Has it run one line. */
  send(line: string): void {
    this.#calls += 1;
    this.#inner.streams.stdin.write(`${line}${EOL}`);
  }

  /** Ends it with all that it started. */
  async kill(): Promise<void> {
    const { pid } = this.#inner.child;
    if (pid === undefined || !this.#alive) return;
    await killTree(pid);
    await Promise.race([this.#ended, after(GONE)]);
  }

  #end(): Promise<CouldNotCheck> {
    const { child } = this.#inner;
    return new Promise((resolve) => {
      child.once('error', (error) => {
        this.#alive = false;
        resolve(notStarted(this.executable, error));
      });
      child.once('exit', (code, signal) => {
        this.#alive = false;
        const closed = new Promise((done) => child.once('close', done));
        void Promise.race([closed, after(LAST_WORDS)]).then(() => {
          const how = `${this.executable}: exit ${signal ?? code ?? ''} ${this.#noise.trim()}`;
          resolve(couldNotCheck('crashed', how.trim()));
        });
      });
    });
  }
}

const WHY: Readonly<Record<string, Reason>> = { ENOENT: 'missing', EACCES: 'policy', EPERM: 'policy' };

/** Why a program cannot be started, by what the system said. */
export function notStarted(executable: string, error: unknown): CouldNotCheck {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  return couldNotCheck(WHY[code] ?? 'crashed', `${executable}: ${error instanceof Error ? error.message : code}`);
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

/** node-powershell with its process within reach, and a delimiter that ends its one call in every language mode. */
class Inner extends PowerShell {
  get child(): ChildProcess {
    const child: unknown = Reflect.get(this, 'process');
    if (!(child instanceof ChildProcess)) throw new Error('node-powershell keeps its process elsewhere');
    return child;
  }

  /** `[Console]` is refused in Constrained Language Mode; a literal prints itself. */
  protected override writeToOutput(input: string): string {
    return `'${input}'`;
  }
}
