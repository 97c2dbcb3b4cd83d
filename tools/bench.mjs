/** `npm run bench`: the measurements in e2e/bench, with the same Electron and display as the tests. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withDisplay } from './lib/display.mjs';
import { electronEnvironment, provideElectron } from './lib/electron.mjs';
import { ensureBuilt } from './lib/fresh-build.mjs';
import { ownNodeTool } from './lib/own-node.mjs';
import { root } from './lib/paths.mjs';
import { Stop, run } from './lib/run.mjs';
import { TEST_PACKAGES, ensureSystemPackages } from './lib/system.mjs';

const SCRIPT = join(root, 'e2e/bench/run.ts');

await ownNodeTool(
  async () => {
    if (!existsSync(SCRIPT)) throw new Stop('There is nothing to measure yet: e2e/bench/run.ts does not exist.');
    await ensureSystemPackages(TEST_PACKAGES);
    const electron = await provideElectron();
    await ensureBuilt();
    return withDisplay(async (env) => {
      const args = ['--import', 'tsx', SCRIPT, ...process.argv.slice(2)];
      return (await run(process.execPath, args, { env: electronEnvironment(electron, env) })).code;
    });
  },
  { install: true },
);
