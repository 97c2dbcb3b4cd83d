/**
 * `npm test`: everything a change must pass, from installing to the tests on real Electron. A step that fails does not
 * stop the later ones. The last line says how many tests passed and failed.
 */
import { join } from 'node:path';
import { ownNodeTool } from './lib/own-node.mjs';
import { cli, root } from './lib/paths.mjs';
import {
  E2E_REPORT,
  ENGINE_REPORT,
  UNIT_REPORT,
  countCode,
  countE2e,
  countEngine,
  countUnit,
  forget,
} from './lib/results.mjs';
import { runNode } from './lib/run.mjs';

const tool = (name) => runNode(join(root, `tools/${name}.mjs`), []);

/**
 * Rows of lanes of steps: lanes run side by side, the steps of one in their order. Lint keeps one core busy for as long
 * as the lane beside it takes; what starts programs and waits for them has both cores for itself.
 */
const ROWS = [
  [
    [{ name: 'Lint', run: () => tool('lint'), count: countCode }],
    [
      { name: 'Types', run: () => tool('typecheck'), count: countCode },
      { name: 'Build', run: () => tool('build'), count: countCode },
      { name: 'Unit tests', run: runUnit, count: countUnit },
    ],
  ],
  [[{ name: 'PowerShell engine', run: runEngine, count: countEngine }]],
  [[{ name: 'End-to-end tests', run: runE2e, count: countE2e, needs: 'Build' }]],
];

const print = (line) => process.stdout.write(`${line}\n`);

await ownNodeTool(main, { install: !process.argv.includes('--no-install') });

async function main() {
  const began = Date.now();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const broken = new Set();
  const take = async (step) => {
    if (broken.has(step.needs)) {
      print(`\n== ${step.name}: not run, because ${step.needs.toLowerCase()} failed`);
      return;
    }
    const count = await runStep(step);
    if (count.failed > 0) broken.add(step.name);
    for (const key of Object.keys(total)) total[key] += count[key];
  };
  const takeAll = async (lane) => {
    for (const step of lane) await take(step);
  };
  for (const row of ROWS) await Promise.all(row.map(takeAll));
  if (broken.size > 0) print(`\nFailed: ${[...broken].join(', ')}`);
  if (total.skipped > 0) print(`\nSkipped, and not counted as passed: ${total.skipped}`);
  print(`\nAll steps took ${seconds(began)}.`);
  print(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

async function runStep({ name, run, count }) {
  print(`\n== ${name}`);
  const began = Date.now();
  const { code } = await run();
  const result = count(code);
  print(`== ${name}: ${result.failed === 0 ? 'ok' : 'FAILED'} in ${seconds(began)}`);
  return result;
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function runUnit() {
  return vitest(UNIT_REPORT, []);
}

function runEngine() {
  return vitest(ENGINE_REPORT, ['--config', 'e2e/powershell/vitest.config.ts']);
}

function vitest(report, options) {
  forget(report);
  const args = ['run', ...options, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  return runNode(cli.vitest, process.stdout.isTTY ? args : [...args, '--no-color']);
}

function runE2e() {
  forget(E2E_REPORT);
  return tool('e2e');
}
