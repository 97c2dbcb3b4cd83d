import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { asRatio, inMs, limited, middle, type Row, told } from './measure';

const RATIO_LIMIT = 1.5;
/** Launches of each, in turn, after one that is not counted: it fills the browser's caches. */
const LAUNCHES = 9;
const APPS = { bare: join(import.meta.dirname, 'bare'), winnow: join(import.meta.dirname, '../..') } as const;

/** How long Winnow's window takes until its search box can be used, beside a window with nothing but a field in it. */
export async function measureStartup(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-bench-'));
  const times = { bare: new Array<number>(), winnow: new Array<number>(), listed: new Array<number>() };
  try {
    for (let turn = 0; turn <= LAUNCHES; turn += 1) {
      const [bare = NaN] = await launch(APPS.bare, join(folder, 'bare'), [FIELD]);
      const [winnow = NaN, listed = NaN] = await launch(APPS.winnow, join(folder, 'winnow'), [FIELD, SYMPTOMS]);
      if (turn === 0) continue;
      times.bare.push(bare);
      times.winnow.push(winnow);
      times.listed.push(listed);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [bare, winnow] = [middle(times.bare), middle(times.winnow)];
  return [
    told(`a bare window, from the start of its process to a field that can be used, ${LAUNCHES} launches`, inMs(bare)),
    told('Winnow, to a search box that can be used, launched in turn with it', inMs(winnow)),
    told('… until the symptoms can be chosen, too', inMs(middle(times.listed))),
    limited('Winnow beside the bare window, so many times the wait', winnow / bare, RATIO_LIMIT, asRatio),
  ];
}

/** Milliseconds from the start of the process until each of these was in the page, could be used, and had been painted. */
async function launch(app: string, data: string, wanted: readonly string[]): Promise<readonly number[]> {
  const executable = z.string().parse(createRequire(import.meta.url)('electron'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const began = Date.now();
  const child = spawn(executable, [app, `--user-data-dir=${data}`, '--remote-debugging-port=0', ...sandbox], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const page = await pageOf(await debuggingPort(child));
    const times: number[] = [];
    for (const selector of wanted) times.push((await usableAt(page, selector)) - began);
    return times;
  } finally {
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  }
}

/** The browser says on stderr where it can be asked. */
async function debuggingPort({ stderr }: ChildProcess): Promise<string> {
  if (!stderr) throw new Error('stderr is not a pipe');
  let said = '';
  for await (const part of stderr.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += String(part);
    const port = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1];
    if (port !== undefined) {
      stderr.resume();
      return port;
    }
  }
  throw new Error(`Electron ended: ${said}`);
}

const targets = z.array(z.object({ type: z.string(), webSocketDebuggerUrl: z.string() }));

/** The window's page, as soon as there is one. */
async function pageOf(port: string): Promise<string> {
  for (;;) {
    const listed = targets.parse(await (await fetch(`http://127.0.0.1:${port}/json/list`)).json());
    const page = listed.find(({ type }) => type === 'page');
    if (page) return page.webSocketDebuggerUrl;
  }
}

const FIELD = 'main :is(input, textarea)';
const SYMPTOMS = 'main section button';

/** Run in the page: gives the time of day at which the element was there, took the focus, and had been painted. */
const usable = (selector: string) => `new Promise((settle) => {
  const look = () => {
    const element = document.querySelector(${JSON.stringify(selector)});
    element?.focus();
    if (!element || element.disabled || document.activeElement !== element) return setTimeout(look, 1);
    requestAnimationFrame(() => setTimeout(() => settle(Date.now())));
  };
  look();
})`;

const answer = z.object({
  result: z.object({ result: z.object({ value: z.number().optional() }).optional() }).optional(),
});

/** Asks until there is an answer: the empty page that was there first goes, and takes the question with it. */
async function usableAt(page: string, selector: string): Promise<number> {
  const socket = new WebSocket(page);
  await once(socket, 'open');
  try {
    for (let id = 1; ; id += 1) {
      socket.send(
        JSON.stringify({
          id,
          method: 'Runtime.evaluate',
          params: { expression: usable(selector), awaitPromise: true },
        }),
      );
      const [event] = z.tuple([z.object({ data: z.string() })]).parse(await once(socket, 'message'));
      const value = answer.parse(JSON.parse(event.data)).result?.result?.value;
      if (value !== undefined) return value;
    }
  } finally {
    socket.close();
  }
}
