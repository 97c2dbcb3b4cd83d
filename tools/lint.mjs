/** `npm run lint`: ESLint, then whether Prettier would change anything. */
import { ownNodeTool } from './lib/own-node.mjs';
import { cli } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';

await ownNodeTool(async () => {
  const [eslint, prettier] = await Promise.all([
    runNode(cli.eslint, ['.', '--max-warnings', '0'], { output: 'keep' }),
    runNode(
      cli.prettier,
      ['--check', '.', '--log-level', 'warn', '--cache', '--cache-location', 'node_modules/.cache/winnow/prettier'],
      { output: 'keep' },
    ),
  ]);
  process.stdout.write(eslint.output + prettier.output);
  return eslint.code === 0 && prettier.code === 0 ? 0 : 1;
});
