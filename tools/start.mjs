/**
 * `npm start`: installs what is missing, builds if need be, and opens the wizard. Without a display it starts the
 * terminal wizard, and without a terminal it checks a practice node unattended and prints the transcript.
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
/** From this exit code on something went wrong; below, it says what was found. */
const USAGE = 4;
const given = process.argv.slice(2);

await ownNodeTool(
  async () => {
    await ensureBuilt();
    if (hasDisplay()) return openWindow();
    if (process.stdin.isTTY && process.stdout.isTTY) {
      say('There is no display here, so the wizard runs in this terminal.');
      return (await runNode(TERMINAL, given)).code;
    }
    say('There is neither a display nor a terminal here, so a practice node is checked and its transcript printed.');
    say('Commands for scripts: npx winnow --help');
    return checkAlone();
  },
  { install: true },
);

async function openWindow() {
  await ensureSystemPackages(WINDOW_PACKAGES);
  const electron = await provideElectron();
  const env = electronEnvironment(electron);
  return (await run(electronExecutable(electron.dist), [root, ...sandboxArguments(), ...given], { env })).code;
}

/** Checks everything, then diagnoses what was found first and prints the transcript of that. */
async function checkAlone() {
  const { code } = await runNode(TERMINAL, ['check', ...given]);
  // What is wrong with a practice node is no failure of the start; with arguments, the output is the caller's own.
  if (code >= USAGE || given.length > 0) return code >= USAGE ? code : 0;
  const { output } = await runNode(TERMINAL, ['check', '--json'], { output: 'keep' });
  const symptom = JSON.parse(output).findings[0]?.symptom;
  if (symptom === undefined) return 0;
  await runNode(TERMINAL, ['diagnose', symptom], { output: 'keep' });
  process.stdout.write('\n');
  return (await runNode(TERMINAL, ['export'])).code;
}
