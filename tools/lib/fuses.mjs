/**
 * Electron's fuses: switches in its executable. Every one is set on purpose, and this is the table of them. Eight are
 * set by electron-builder (electron-builder.yml), the ninth, which electron-builder does not know yet, by
 * tools/after-pack.mjs. Tests compare the table with the configuration and with a built package.
 */
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

export const FUSES = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** Fuses that an older Electron may lack. Missing is reported, never taken for set. */
const MAY_BE_MISSING = [FuseV1Options.WasmTrapHandlers];

/**
 * Compares the fuses of an executable with the table.
 *
 * @param {string} executable
 * @returns {Promise<{ wrong: string[], missing: string[] }>} `wrong` must be empty; `missing` is fit for an old Electron only
 */
export async function checkFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  const wrong = [];
  const missing = [];
  const known = new Set(Object.keys(FUSES));
  for (const [index, wanted] of Object.entries(FUSES)) {
    const name = FuseV1Options[index];
    const state = wire[index];
    if (state === undefined || state === FuseState.REMOVED) {
      (MAY_BE_MISSING.includes(Number(index)) ? missing : wrong).push(`${name} is not there`);
    } else if ((state === FuseState.ENABLE) !== wanted) {
      wrong.push(`${name} is ${wanted ? 'off' : 'on'}`);
    }
  }
  for (const index of Object.keys(wire)) {
    if (/^\d+$/.test(index) && !known.has(index)) wrong.push(`fuse ${index} is new: decide what it should be`);
  }
  return { wrong, missing };
}
