import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The library on real PowerShell engines: each test drives a process, so one file runs at a time. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    environment: 'node',
    include: ['e2e/powershell/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 180_000,
  },
});
