import { defineConfig } from '@playwright/test';

/** `npm run pictures`: no tests, but pictures of every screen in both languages and colours, for people to look at. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.pictures.ts',
  outputDir: '../../test-results',
  workers: 2,
  timeout: 120_000,
  reporter: 'list',
});
