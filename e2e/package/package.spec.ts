import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { expect, test } from '@playwright/test';
import { checkFuses } from '../../tools/lib/fuses.mjs';
import { debuggableCopy, startInspected } from './debuggable';

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

  test('is small: all that is Winnow’s own is in the archive', () => {
    expect(statSync(archive).size).toBeLessThan(4_500_000);
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

  test('starts in its sandbox, reaches its first screen, and lets nobody into its page', async () => {
    const copy = await debuggableCopy(dist);
    const winnow = await startInspected(copy, ['--remote-debugging-port=0']);
    try {
      const first = 'electron.BrowserWindow.getAllWindows()[0]';
      const box = JSON.stringify('document.querySelector("main :is(input, textarea)") !== null');
      await expect.poll(() => winnow.ask(`${first}?.webContents.executeJavaScript(${box})`)).toBe(true);
      expect(await winnow.ask('electron.app.isPackaged')).toBe(true);
      expect(await winnow.ask(`electron.app.getAppMetrics().filter(({ type }) => type === 'Tab').length`)).toBe(1);
      expect(await winnow.ask(`(${first}.webContents.openDevTools(), ${first}.webContents.isDevToolsOpened())`)).toBe(
        false,
      );
      expect(winnow.said()).toContain('Debugger listening on'); // of this copy's main process, and of nothing else
      expect(winnow.said()).not.toContain('DevTools listening on');
    } finally {
      await winnow.end();
      rmSync(dirname(copy), { recursive: true, force: true });
    }
  });
});
