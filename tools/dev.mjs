/** `npm run dev`: the app with hot reload; a change in the main process starts it again. */
import { hasDisplay } from './lib/display.mjs';
import { electronEnvironment, electronExecutable, provideElectron } from './lib/electron.mjs';
import { forgetBuild } from './lib/fresh-build.mjs';
import { ownNodeTool } from './lib/own-node.mjs';
import { cli } from './lib/paths.mjs';
import { Stop, runNode } from './lib/run.mjs';
import { sandboxArguments } from './lib/sandbox.mjs';
import { WINDOW_PACKAGES, ensureSystemPackages } from './lib/system.mjs';

await ownNodeTool(
  async () => {
    if (!hasDisplay()) throw new Stop('There is no display here; for the terminal wizard run: npm run winnow');
    await ensureSystemPackages(WINDOW_PACKAGES);
    const electron = await provideElectron();
    forgetBuild();
    const env = { ...electronEnvironment(electron), ELECTRON_EXEC_PATH: electronExecutable(electron.dist) };
    const args = ['dev', '--watch', '--', ...sandboxArguments(), ...process.argv.slice(2)];
    return (await runNode(cli.electronVite, args, { env })).code;
  },
  { install: true },
);
