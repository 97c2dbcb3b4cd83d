import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundHost } from '../host';
import { parentOf } from '../kill-tree';

/** A shell that misbehaves on demand (see fake-shell.mjs). `start`: well, never-ready, dies, echo. */
export function fakeHost(start = 'well'): FoundHost {
  return {
    kind: 'found',
    executable: join(import.meta.dirname, 'fake-shell.mjs'),
    environment: { PATH: process.env.PATH ?? '', FAKE_SHELL: start },
  };
}

/** Whether a process is there; one that has ended and waits to be collected is not. Needs /proc. */
export function isRunning(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

/** Waits until something is so; fails when it is not so in time. */
export async function until(what: () => boolean, milliseconds = 2_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!what()) {
    if (Date.now() > end) throw new Error(`not so within ${milliseconds} ms: ${what.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The processes below this one, from the children on whose command line holds `word`. Needs /proc. */
export function childrenOf(parent: number, word: string): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent && isRunning(Number(name)))
    .map(Number);
  const named = children.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(word));
  return named.flatMap((pid) => [pid, ...childrenOf(pid, '')]);
}
