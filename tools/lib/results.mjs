/** What the test runners counted, read from their JSON reports. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cloneCache } from './paths.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

export const UNIT_REPORT = join(cloneCache, 'unit.json');
export const ENGINE_REPORT = join(cloneCache, 'engine.json');
export const E2E_REPORT = join(cloneCache, 'e2e.json');

export const forget = (report) => rmSync(report, { force: true });

/** A step that is one test by itself. @returns {Count} */
export const countCode = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

/** @param {number} code @returns {Count} */
export const countUnit = (code) => counted(UNIT_REPORT, code, vitest);

/** @param {number} code @returns {Count} */
export const countEngine = (code) => counted(ENGINE_REPORT, code, vitest);

const vitest = (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests,
  skipped: report.numPendingTests + report.numTodoTests,
});

/** @param {number} code @returns {Count} */
export const countE2e = (code) =>
  counted(E2E_REPORT, code, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));

/** A runner that fails without a failed test (a file that does not load, say) still counts as one. */
function counted(file, code, read) {
  const count = readReport(file, read);
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/** A runner that left no report counted nothing. */
function readReport(file, read) {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
