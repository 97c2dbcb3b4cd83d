/** `npm run typecheck`: every side with only its own libraries. Results are cached, so a second run is quick. */
import { ownNodeTool } from './lib/own-node.mjs';
import { cli } from './lib/paths.mjs';
import { runNode, say } from './lib/run.mjs';

/** Heaviest first: two run at a time. */
const PROJECTS = ['renderer', 'tsconfig.tests.json', 'e2e', 'electron', 'shared'];

await ownNodeTool(async () => {
  const waiting = [...PROJECTS];
  const failed = [];
  const worker = async () => {
    for (let project = waiting.shift(); project; project = waiting.shift()) {
      const { code, output } = await runNode(cli.tsc, ['-p', project], { output: 'keep' });
      if (code === 0) continue;
      failed.push(project);
      process.stdout.write(output);
    }
  };
  await Promise.all([worker(), worker()]);
  if (failed.length > 0) say(`Types are wrong in: ${failed.join(', ')}`);
  return failed.length > 0 ? 1 : 0;
});
