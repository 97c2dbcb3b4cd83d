/** A display for windows: the one there is, or a virtual one (Xvfb) for tests. */
import { spawn } from 'node:child_process';
import { Stop } from './run.mjs';

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Does some work with a display in the environment, starting a virtual one where there is none.
 *
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work(process.env);
  const { server, name } = await startVirtualDisplay();
  try {
    return await work({ ...process.env, DISPLAY: name });
  } finally {
    server.kill();
  }
}

/** Xvfb picks a free number itself and writes it to the descriptor it is given. */
function startVirtualDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((settle, fail) => {
    const broken = () => fail(new Stop('The virtual display (Xvfb) did not start. Run: node tools/system.mjs'));
    server.on('error', broken);
    server.on('exit', broken);
    server.stdio[3].once('data', (number) => settle({ server, name: `:${String(number).trim()}` }));
  });
}
