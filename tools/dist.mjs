/**
 * `npm run dist:dir` and `npm run dist:win`: packages the built app. Arguments go to electron-builder.
 *
 * An Electron that is on this machine is handed over for a package of this machine's platform. A package for Windows
 * made elsewhere needs electron-builder's own downloads.
 */
import { electronEnvironment, provideElectron } from './lib/electron.mjs';
import { ensureBuilt } from './lib/fresh-build.mjs';
import { ownNodeTool } from './lib/own-node.mjs';
import { cli } from './lib/paths.mjs';
import { runNode, say } from './lib/run.mjs';

const HERE = { linux: '--linux', win32: '--win', darwin: '--mac' }[process.platform];

await ownNodeTool(
  async () => {
    const args = process.argv.slice(2);
    await ensureBuilt();
    if (HERE === undefined || !args.includes(HERE)) {
      return (await runNode(cli.electronBuilder, [...args, '--publish', 'never'])).code;
    }
    const electron = await provideElectron();
    if (electron.kind !== 'official') say(`Packaging Electron ${electron.version}, which is not for users.`);
    const chosen = ['-c.electronDist', electron.dist, '-c.electronVersion', electron.version];
    return (
      await runNode(cli.electronBuilder, [...args, ...chosen, '--publish', 'never'], {
        env: electronEnvironment(electron),
      })
    ).code;
  },
  { install: true },
);
