import { defineConfig } from 'vitest/config';

/** Unit tests stand beside what they test. They run in plain Node: no window, no display, no network. */
export default defineConfig({
  test: {
    environment: 'node',
    // Each worker loads the catalogue once, not once for each file: no test changes what modules hold.
    isolate: false,
    // A busy disk under tests that write and flush thousands of files is not a failure.
    testTimeout: 30_000,
    include: ['{shared,electron,renderer,tools}/**/*.test.{ts,tsx}'],
  },
});
