import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The library on real PowerShell engines: each file drives processes of its own, so two files run at a time. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    environment: 'node',
    include: ['e2e/powershell/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 180_000,
  },
});
