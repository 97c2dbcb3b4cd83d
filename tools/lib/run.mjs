/** Running other programs, and saying things. Everything said goes to stderr, so that stdout stays the program's own. */
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { root } from './paths.mjs';

/** A reason to stop that a person can act on: shown as one sentence, without a stack. */
export class Stop extends Error {}

/** @param {string} sentence */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/**
 * Runs a program in the working tree and waits for it.
 *
 * `output: 'show'` lets it write to this terminal, `'stderr'` sends all it writes to stderr, `'keep'` collects it without colours.
 * `limit` (milliseconds) ends it when it takes longer.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ output?: 'show' | 'stderr' | 'keep', env?: NodeJS.ProcessEnv, cwd?: string, limit?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { output = 'show', env = process.env, cwd = root, limit } = {}) {
  const stdio = { show: 'inherit', stderr: ['inherit', 2, 2], keep: ['ignore', 'pipe', 'pipe'] }[output];
  return new Promise((settle) => {
    const child = spawn(program, args, { cwd, env, stdio, timeout: limit, killSignal: 'SIGKILL' });
    let kept = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (kept += text));
    }
    child.on('error', (error) => settle({ code: 127, output: `${kept}${error.message}` }));
    child.on('close', (code, signal) =>
      settle({ code: code ?? (signal === 'SIGINT' ? 130 : 1), output: stripVTControlCharacters(kept) }),
    );
  });
}

/** Runs a script with this same Node. @type {(script: string, args: readonly string[], options?: Parameters<typeof run>[2]) => ReturnType<typeof run>} */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}

/** Runs a tool's main function: its number becomes the exit code, a Stop becomes one sentence. @param {() => Promise<number | void>} main */
export async function tool(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
