/** The tools need Node 24, and the lockfile brings it. A tool started by another Node hands over to it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { projectNode, root } from './paths.mjs';
import { Stop, tool } from './run.mjs';

const isProjectNode = () => existsSync(projectNode) && realpathSync(process.execPath) === realpathSync(projectNode);

/**
 * Runs a tool under the project's own Node, installing first where that is allowed.
 *
 * @param {() => Promise<number | void>} main
 * @param {{ install?: boolean }} [options]
 */
export function ownNodeTool(main, { install = false } = {}) {
  return tool(async () => {
    if (install) await ensureInstalled();
    if (isProjectNode()) return main();
    if (!existsSync(projectNode)) throw new Stop('The packages are not installed. Run: npm ci');
    return handOver();
  });
}

/** Starts this same tool again under the project's Node, with the same arguments, terminal and environment. */
function handOver() {
  const binaries = join(root, 'node_modules/.bin');
  const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH ?? ''}` };
  const child = spawn(projectNode, process.argv.slice(1), { stdio: 'inherit', env });
  // The terminal sends Ctrl+C to both; this one only waits for the other.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => settle(code ?? 1));
  });
}
