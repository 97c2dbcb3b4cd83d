/** Packages: installed when they are missing or older than the lockfile. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectNode, root } from './paths.mjs';
import { Stop, run, runNode, say } from './run.mjs';

/** npm writes this file as the last act of an install, so its time is the stamp. */
const STAMP = join(root, 'node_modules/.package-lock.json');

function isInstalled() {
  if (!existsSync(STAMP) || !existsSync(projectNode)) return false;
  return statSync(STAMP).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/** Installs what the lockfile says, unless that is there already. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  say('Installing packages (npm ci) …');
  // On Windows a running node.exe cannot be replaced, so there an existing install is brought up to date in place.
  const inPlace = process.platform === 'win32' && existsSync(STAMP);
  const args = [inPlace ? 'install' : 'ci', '--loglevel=error', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const { code } = await (npm ? runNode(npm, args, { output: 'stderr' }) : run('npm', args, { output: 'stderr' }));
  if (code !== 0)
    throw new Stop('The packages could not be installed; npm says why above. Then run the same command again.');
  if (!existsSync(projectNode)) {
    throw new Stop(
      'npm did not run the install script of the package "node", which brings Node 24. Run: npm rebuild node --ignore-scripts=false',
    );
  }
}
