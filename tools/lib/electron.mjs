/** Which Electron to run: one that is named, the official one, or the substitute. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cloneCache, root } from './paths.mjs';
import { runNode, say } from './run.mjs';
import { provideSubstitute } from './electron-substitute.mjs';

const OFFICIAL = join(root, 'node_modules/electron/dist');

/** Long enough for 120 MB on a slow line. Without a network it fails at once. */
const DOWNLOAD_LIMIT = 300_000;

/**
 * Finds or fetches an Electron.
 *
 * @returns {Promise<{ dist: string, kind: 'named' | 'official' | 'substitute', version: string }>}
 */
export async function provideElectron() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) return describe(named, 'named');
  if ((await isOfficialThere()) || (await fetchOfficial())) return describe(OFFICIAL, 'official');
  return describe(await provideSubstitute(), 'substitute');
}

/** The environment in which Electron's package, its command line and Playwright all find that Electron. */
export function electronEnvironment({ dist, kind }, env = process.env) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env;
  return kind === 'official' ? rest : { ...rest, ELECTRON_OVERRIDE_DIST_PATH: dist };
}

/** @param {string} dist */
export function electronExecutable(dist) {
  const name =
    { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron';
  return join(dist, name);
}

function describe(dist, kind) {
  const file = join(dist, 'version');
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { dist, kind, version };
}

async function isOfficialThere() {
  return existsSync(join(OFFICIAL, 'version')) && existsSync(electronExecutable(OFFICIAL));
}

/** Tries Electron's own download; where it failed, that is remembered for the rest of the day. */
async function fetchOfficial() {
  const failed = join(cloneCache, `electron-download-failed-${new Date().toISOString().slice(0, 10)}`);
  if (existsSync(failed)) return false;
  say("Fetching Electron (Electron's own download) …");
  const { code } = await runNode(cli.electronInstall, [], { output: 'keep', limit: DOWNLOAD_LIMIT });
  if (code === 0 && (await isOfficialThere())) return true;
  mkdirSync(cloneCache, { recursive: true });
  writeFileSync(failed, '');
  return false;
}
