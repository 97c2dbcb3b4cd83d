/** Libraries that Electron needs from a Debian system, and what its tests need besides. */
import { existsSync } from 'node:fs';
import { Stop, run, say } from './run.mjs';

/** What an Electron window needs. */
export const WINDOW_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];

/** What tests need besides: a virtual display, and a font for Japanese pages. */
export const TEST_PACKAGES = [...WINDOW_PACKAGES, 'xvfb', 'xauth', 'fonts-noto-cjk'];

/**
 * Installs what is missing where that is possible (as root on Debian or a relative of it); elsewhere says the command.
 *
 * @param {readonly string[]} wanted
 */
export async function ensureSystemPackages(wanted) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const missing = await missingOf(wanted);
  if (missing.length === 0) return;

  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0) throw new Stop(`Some system libraries are missing. Run: sudo ${command}`);
  say(`Installing system libraries: ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { output: 'keep', env });
  const { code, output } = await run('apt-get', command.split(' ').slice(1), { output: 'keep', env });
  if (code !== 0) throw new Stop(`${output}\nThe system libraries could not be installed. Run: ${command}`);
}

/** A package counts as there under its own name, or (Debian 13) under the one with the suffix "t64". */
async function missingOf(wanted) {
  const { output } = await run('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\\n'], { output: 'keep' });
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice(10)),
  );
  return wanted.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}
