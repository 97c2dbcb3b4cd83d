import { defineConfig } from 'vitest/config';

/** Unit tests stand beside what they test. They run in plain Node: no window, no display, no network. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['{shared,electron,renderer,tools}/**/*.test.{ts,tsx}'],
  },
});
