import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { z } from 'zod';

/** Nobody: the sandbox does not start as root, and a packaged program knows no way to go without. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** A copy of a packaged program that differs in one fuse: its main process can be inspected. It is never handed out. */
export async function debuggableCopy(dist: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-package-'));
  chmodSync(folder, 0o755);
  const copy = join(folder, 'winnow');
  cpSync(dist, copy, { recursive: true });
  await flipFuses(join(copy, 'winnow'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  if (process.getuid?.() === 0) chmodSync(join(copy, 'chrome-sandbox'), 0o4755);
  return copy;
}

/** A started program, asked by the inspector of its main process. */
export interface Inspected {
  /** The value of an expression in the main process, where `electron` is Electron's module; undefined where there is none. */
  ask(expression: string): Promise<unknown>;
  /** What it has written so far. */
  said(): string;
  end(): Promise<void>;
}

export async function startInspected(copy: string, args: readonly string[]): Promise<Inspected> {
  const data = mkdtempSync(join(tmpdir(), 'winnow-data-'));
  if (NOBODY.uid !== undefined) chownSync(data, NOBODY.uid, NOBODY.gid);
  const child = spawn(join(copy, 'winnow'), ['--inspect=127.0.0.1:0', `--user-data-dir=${data}`, ...args], {
    ...NOBODY,
    env: { ...process.env, HOME: data },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
  const socket = new WebSocket(await inspectorOf(child, () => said));
  await once(socket, 'open');
  let id = 0;
  return {
    ask: async (wanted) => {
      const expression = `(async (electron) => (${wanted}))(process.mainModule.require('electron'))`;
      const params = { expression, awaitPromise: true, returnByValue: true };
      socket.send(JSON.stringify({ id: (id += 1), method: 'Runtime.evaluate', params }));
      const [event] = z.tuple([z.object({ data: z.string() })]).parse(await once(socket, 'message'));
      return answer.parse(JSON.parse(event.data)).result?.result.value;
    },
    said: () => said,
    end: async () => {
      socket.close();
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      // Its helper processes write there until they see that it is gone.
      rmSync(data, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

/** Without a result where the page asked about went away meanwhile. */
const answer = z.object({
  result: z.object({ result: z.object({ value: z.unknown().optional() }) }).optional(),
});

/** The inspector says on stderr where it can be asked. */
async function inspectorOf({ stderr }: ChildProcess, said: () => string): Promise<string> {
  for (;;) {
    const url = /Debugger listening on (ws:\/\/\S+)/.exec(said())?.[1];
    if (url !== undefined) return url;
    if (!stderr) throw new Error('stderr is not a pipe');
    await once(stderr, 'data');
  }
}
