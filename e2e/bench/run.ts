/** `npm run bench`: measures, prints a table, keeps it in docs/bench.md, and fails where a limit is broken. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { markdown } from './measure';
import { measureBundle } from './bundle';
import { measureLoop } from './loop';
import { measureMessages } from './messages';
import { measurePage } from './page';
import { measureShell } from './shell';
import { measureStartup } from './startup';
import { measureTrees } from './trees';

const DOCS = join(import.meta.dirname, '../../docs');

const INTRODUCTION = `# Measurements

Written by \`npm run bench\`; the command fails where a limit is broken. Times depend on the machine, ratios much less.
Each figure is the median of several runs. Launches and the event loop are measured by the clock, in real Electron, shells by the clock on a real PowerShell engine;
everything else in Node, as processor time of the one thread that works, which is the time one waits on a quiet machine.
The busy node is a practice node with 5,000 endpoints, 1,000 load balancers, 1,000 services and 250 pods.`;

const rows = [
  ...(await measureStartup()),
  ...measurePage(),
  ...(await measureLoop()),
  ...(await measureMessages()),
  ...(await measureShell()),
  ...measureTrees(),
  ...(await measureBundle()),
];
const table = markdown(rows);
process.stdout.write(`${table}\n`);
mkdirSync(DOCS, { recursive: true });
writeFileSync(join(DOCS, 'bench.md'), await format(`${INTRODUCTION}\n\n${table}\n`, { parser: 'markdown' }));
process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
