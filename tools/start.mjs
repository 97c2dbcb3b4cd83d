/**
 * `npm start`: installs what is missing, builds if need be, and opens the wizard. Without a display it starts the
 * terminal wizard, and without a terminal the unattended check.
 */
import { join } from 'node:path';
import { hasDisplay } from './lib/display.mjs';
import { electronEnvironment, electronExecutable, provideElectron } from './lib/electron.mjs';
import { ensureBuilt } from './lib/fresh-build.mjs';
import { ownNodeTool } from './lib/own-node.mjs';
import { root } from './lib/paths.mjs';
import { run, runNode, say } from './lib/run.mjs';
import { sandboxArguments } from './lib/sandbox.mjs';
import { WINDOW_PACKAGES, ensureSystemPackages } from './lib/system.mjs';

const TERMINAL = join(root, 'out/main/winnow.cjs');
const given = process.argv.slice(2);

await ownNodeTool(
  async () => {
    await ensureBuilt();
    if (hasDisplay()) return openWindow();
    if (process.stdin.isTTY && process.stdout.isTTY) {
      say('There is no display here, so the wizard runs in this terminal.');
      return (await runNode(TERMINAL, given)).code;
    }
    say('There is neither a display nor a terminal here, so this is the unattended check.');
    return (await runNode(TERMINAL, ['check', ...given])).code;
  },
  { install: true },
);

async function openWindow() {
  await ensureSystemPackages(WINDOW_PACKAGES);
  const electron = await provideElectron();
  const env = electronEnvironment(electron);
  return (await run(electronExecutable(electron.dist), [root, ...sandboxArguments(), ...given], { env })).code;
}
