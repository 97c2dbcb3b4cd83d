import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests on real Electron. Three at a time, since each waits more than it works; so every test that opens the
 * app gives it a --user-data-dir of its own: the app holds a lock in it. A test that needs luck is a broken test, so
 * there are no retries.
 */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  forbidOnly: true,
  retries: 0,
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'node_modules/.cache/winnow/e2e.json' }]],
});
