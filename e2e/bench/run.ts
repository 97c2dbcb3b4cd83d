/** `npm run bench`: measures, prints a table, keeps it in docs/bench.md, and fails where a limit is broken. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { markdown } from './measure';
import { measurePage } from './page';
import { measureStartup } from './startup';
import { measureBundle, measureMessages } from './session';
import { measureTrees } from './trees';

const DOCS = join(import.meta.dirname, '../../docs');

const INTRODUCTION = `# Measurements

Written by \`npm run bench\`; the command fails where a limit is broken. Times depend on the machine, ratios much less.
The busy node is a practice node with 5,000 endpoints, 1,000 load balancers, 1,000 services and 250 pods.`;

const rows = [
  ...(await measureStartup()),
  ...measureTrees(),
  ...(await measureBundle()),
  ...(await measureMessages()),
  ...measurePage(),
];
const table = markdown(rows);
process.stdout.write(`${table}\n`);
mkdirSync(DOCS, { recursive: true });
writeFileSync(join(DOCS, 'bench.md'), await format(`${INTRODUCTION}\n\n${table}\n`, { parser: 'markdown' }));
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
