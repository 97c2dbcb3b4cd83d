/** Where things are: the working tree, the caches inside and outside it. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Small things that belong to this clone; gone with node_modules. */
export const cloneCache = join(root, 'node_modules/.cache/winnow');

/** Big things that every clone of this user can share. */
export const userCache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'winnow');

/** The Node that the lockfile pins, once it is installed. Tools run under it, whatever Node started them. */
export const projectNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** A command-line program of a package: the script itself, so that no shell is needed on any platform. */
export const cli = {
  tsc: join(root, 'node_modules/typescript/bin/tsc'),
  eslint: join(root, 'node_modules/eslint/bin/eslint.js'),
  prettier: join(root, 'node_modules/prettier/bin/prettier.cjs'),
  vitest: join(root, 'node_modules/vitest/vitest.mjs'),
  playwright: join(root, 'node_modules/@playwright/test/cli.js'),
  electronVite: join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
  electronBuilder: join(root, 'node_modules/electron-builder/cli.js'),
  electronInstall: join(root, 'node_modules/electron/install.js'),
};
