/** Installs the system libraries that the tests need, or says how to. */
import { ownNodeTool } from './lib/own-node.mjs';
import { TEST_PACKAGES, ensureSystemPackages } from './lib/system.mjs';
import { say } from './lib/run.mjs';

await ownNodeTool(async () => {
  await ensureSystemPackages(TEST_PACKAGES);
  say('The system libraries are there.');
});
