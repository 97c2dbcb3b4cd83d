/** `npm run e2e`: the tests on real Electron, on a virtual display where there is none. Arguments go to Playwright. */
import { withDisplay } from './lib/display.mjs';
import { electronEnvironment, provideElectron } from './lib/electron.mjs';
import { ensureBuilt } from './lib/fresh-build.mjs';
import { ownNodeTool } from './lib/own-node.mjs';
import { cli } from './lib/paths.mjs';
import { runNode, say } from './lib/run.mjs';
import { TEST_PACKAGES, ensureSystemPackages } from './lib/system.mjs';

await ownNodeTool(async () => {
  await ensureSystemPackages(TEST_PACKAGES);
  const electron = await provideElectron();
  say(`Electron ${electron.version} (${electron.kind})`);
  await ensureBuilt();
  return withDisplay(async (env) => {
    const { code } = await runNode(cli.playwright, ['test', ...process.argv.slice(2)], {
      env: electronEnvironment(electron, env),
    });
    return code;
  });
});
