import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * Bundles the three sides into out/. Everything the app needs is compiled in, so the package holds no node_modules.
 *
 * The targets are the oldest runtimes the code must run on: the Node and Chromium of the Electron that tests use where
 * the pinned one cannot be downloaded (see tools/lib/electron-substitute.mjs). The pinned one is newer.
 */
const NODE = 'node20.18';
const CHROMIUM = 'chrome130';

export default defineConfig({
  main: {
    build: {
      target: NODE,
      outDir: 'out/main',
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { main: 'electron/main.ts', winnow: 'electron/cli/winnow.ts' },
        // CommonJS: schemes must be registered before Electron is ready, and a module loaded by import() comes too late.
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      outDir: 'out/preload',
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        // One CommonJS file: a sandboxed preload can load nothing else.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: CHROMIUM,
      outDir: 'out/renderer',
      sourcemap: false,
      reportCompressedSize: false,
      // The page's content policy allows files of its own origin only, so nothing is inlined as a data: address.
      assetsInlineLimit: 0,
      // Half as much to read before the window can be used.
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(import.meta.dirname, 'renderer/index.html') },
    },
  },
});
