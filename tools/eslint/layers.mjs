/**
 * Who may import whom: the one table. `import-direction.mjs` enforces it.
 *
 * A layer is a folder. A file belongs to the longest layer that its path starts with. `layers` names the other layers
 * it may import from; `packages` the npm packages ("*" is any), with `node:` for Node's own modules.
 */

/** @typedef {{ layers: readonly string[], packages: readonly string[] }} Layer */

/** Pure packages: no clock, no randomness, no files, no network. */
const PURE = ['zod', 'yaml'];

const SHARED = [
  'shared/node',
  'shared/catalogue',
  'shared/engine',
  'shared/session',
  'shared/transcript',
  'shared/practice',
  'shared/ipc',
  'shared/i18n',
];

const PAGE_PACKAGES = [
  'react',
  'react-dom',
  '@mui/material',
  '@emotion/react',
  '@emotion/styled',
  '@emotion/cache',
  'zustand',
  'zod',
  '@tanstack/react-virtual',
  '@dagrejs/dagre',
];

const TRUSTED = ['electron', 'node:', 'node-powershell', 'zod', 'yaml', 'fflate'];

/** @type {Record<string, Layer>} */
export const LAYERS = {
  'shared/i18n': { layers: [], packages: PURE },
  'shared/node': { layers: ['shared/i18n'], packages: PURE },
  'shared/catalogue': { layers: ['shared/i18n', 'shared/node'], packages: PURE },
  'shared/engine': { layers: ['shared/i18n', 'shared/node', 'shared/catalogue'], packages: PURE },
  'shared/session': { layers: ['shared/i18n', 'shared/node', 'shared/catalogue', 'shared/engine'], packages: PURE },
  'shared/transcript': {
    layers: ['shared/i18n', 'shared/node', 'shared/catalogue', 'shared/engine', 'shared/session'],
    packages: PURE,
  },
  'shared/practice': { layers: ['shared/i18n', 'shared/node'], packages: PURE },
  'shared/ipc': {
    layers: ['shared/i18n', 'shared/node', 'shared/catalogue', 'shared/engine', 'shared/session', 'shared/transcript'],
    packages: PURE,
  },
  'electron/preload.ts': { layers: ['shared/ipc'], packages: ['electron'] },
  'electron/cli': {
    layers: [...SHARED, 'electron'],
    packages: [...without(TRUSTED, 'electron'), 'commander', '@clack/prompts'],
  },
  electron: { layers: [...SHARED, 'electron/cli'], packages: TRUSTED },
  renderer: { layers: [...SHARED, 'renderer/features/*'], packages: PAGE_PACKAGES },
  'renderer/features/*': { layers: [...SHARED, 'renderer'], packages: PAGE_PACKAGES },
};

/** Tests may use these on top of what their layer may. */
export const TEST_PACKAGES = ['vitest', 'fast-check', 'node:'];

function without(list, unwanted) {
  return list.filter((name) => name !== unwanted);
}
