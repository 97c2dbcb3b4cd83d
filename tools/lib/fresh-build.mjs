/** out/ is built again only when a source is newer than it. */
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cloneCache, root } from './paths.mjs';
import { Stop, runNode, say } from './run.mjs';

const SOURCES = ['shared', 'electron', 'renderer', 'electron.vite.config.ts', 'package-lock.json', 'package.json'];
const RESULTS = ['out/main/main.cjs', 'out/main/winnow.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** Holds, as its own time, when the last good build began. */
const STAMP = join(cloneCache, 'built');

const timeOf = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** The newest change in a folder. A folder's own time counts too: it changes when a file in it is removed. */
function newestIn(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? 0 : stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function isFresh() {
  const built = timeOf(STAMP);
  return (
    RESULTS.every((result) => timeOf(join(root, result)) > 0) &&
    SOURCES.every((source) => newestIn(join(root, source)) < built)
  );
}

/** Builds, and shows what the bundler says only when it fails. */
export async function build() {
  const began = new Date();
  const { code, output } = await runNode(cli.electronVite, ['build', '--logLevel', 'warn'], { output: 'keep' });
  if (code !== 0) {
    say(output);
    throw new Stop('The build failed; the reason stands above.');
  }
  mkdirSync(cloneCache, { recursive: true });
  writeFileSync(STAMP, '');
  utimesSync(STAMP, began, began);
}

/** Builds unless out/ is up to date. */
export async function ensureBuilt() {
  if (isFresh()) return;
  say('Building …');
  await build();
}

/** Says that out/ is not to be taken for a good build: something else writes into it. */
export function forgetBuild() {
  rmSync(STAMP, { force: true });
}
