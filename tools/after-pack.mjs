/**
 * Called by electron-builder for each package: sets the fuse it does not know itself, where this Electron has it, and
 * removes Electron's own default app, which electron-builder leaves when it is given an unpacked Electron.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { FUSES } from './lib/fuses.mjs';
import { say } from './lib/run.mjs';

const NINTH = FuseV1Options.WasmTrapHandlers;

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true });
  const name = packager.appInfo.productFilename;
  const executable = {
    win32: `${name}.exe`,
    darwin: `${name}.app/Contents/MacOS/${name}`,
    linux: packager.executableName,
  }[electronPlatformName];
  const path = join(appOutDir, executable);
  if ((await getCurrentFuseWire(path))[NINTH] === undefined) {
    say('This Electron is too old for the fuse WasmTrapHandlers; it is not set.');
    return;
  }
  await flipFuses(path, { version: FuseVersion.V1, [NINTH]: FUSES[NINTH] });
}
