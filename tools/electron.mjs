/** Prints the folder of the Electron that tests and launch helpers use, fetching it if need be. */
import { ownNodeTool } from './lib/own-node.mjs';
import { provideElectron } from './lib/electron.mjs';
import { say } from './lib/run.mjs';

await ownNodeTool(async () => {
  const { dist, kind, version } = await provideElectron();
  say(`Electron ${version} (${kind})`);
  process.stdout.write(`${dist}\n`);
});
