import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { checkFuses } from '../../tools/lib/fuses.mjs';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist/linux-unpacked');
const archive = join(dist, 'resources/app.asar');

test.describe('the Linux package', () => {
  test.skip(process.platform !== 'linux', 'a Linux package is built on Linux');
  test.describe.configure({ mode: 'serial' });

  test('is built', () => {
    execFileSync(process.execPath, [join(root, 'tools/dist.mjs'), '--linux', 'dir'], { cwd: root, stdio: 'pipe' });
    expect(existsSync(archive)).toBe(true);
  });

  test('holds what is listed and nothing else', () => {
    const files = listPackage(archive, { isPack: false })
      .map((path) => path.replaceAll('\\', '/').slice(1))
      .filter((path) => /\.[^/]+$|LICENSE$/.test(path));
    expect(files).toEqual(
      expect.arrayContaining(['package.json', 'LICENSE', 'out/main/main.cjs', 'out/main/winnow.cjs']),
    );
    expect(files).toEqual(expect.arrayContaining(['out/preload/preload.cjs', 'out/renderer/index.html']));
    const allowed = /^(package\.json|LICENSE|out\/(main|preload|renderer)\/.+\.(cjs|js|html|css|svg|woff2))$/;
    expect(files.filter((path) => !allowed.test(path))).toEqual([]);
    expect(files.filter((path) => /\.test\.|\.spec\.|\.map$|node_modules|\.env/.test(path))).toEqual([]);
  });

  test('runs nothing from outside its archive', () => {
    expect(readdirSync(join(dist, 'resources'))).toEqual(['app.asar']);
  });

  test('has every fuse set on purpose', async () => {
    const { wrong, missing } = await checkFuses(join(dist, 'winnow'));
    expect(wrong).toEqual([]);
    for (const what of missing) {
      test.info().annotations.push({ type: 'not proven', description: `${what} in the Electron of this machine` });
      console.log(`not proven with the Electron of this machine: ${what}`);
    }
  });
});
