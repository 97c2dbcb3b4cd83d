import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { findEngines } from '../powershell/engine';
import { test } from './launch';
import { go, toFinding } from './steps';

/** The terminal twin, as it is built. Its exit code is a verdict, and no failure. */
function winnow(...argv: readonly string[]): Promise<{ readonly stdout: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['out/main/winnow.cjs', ...argv], (_error, stdout) => resolve({ stdout }));
  });
}

const { engines, without } = findEngines();
const engine = engines.find(({ name }) => name === 'engine');

/** A program that stands for the PowerShell of this practice node. */
function shellOf(folder: string, node: string): string {
  const path = join(folder, 'powershell.mjs');
  const writer = ['--import', 'tsx', 'e2e/powershell/engine-with-node.ts', path, engine?.executable ?? '', node];
  execFileSync(process.execPath, writer);
  return path;
}

test.describe('the live node', () => {
  // Without an SDK and without pwsh there is nothing to ask; the reason is printed.
  test.skip(!engine, without ?? 'there is no PowerShell engine');

  test('is diagnosed through a real PowerShell engine, from a symptom to its cause', async ({ open, folder }) => {
    const shell = shellOf(folder, 'containerd-stopped-en');
    const { page } = await open(undefined, 'en-US', ['--node=live', `--shell=${shell}`]);
    await expect(page.getByRole('banner')).toContainText('This machine');
    await toFinding(page);
    await go(page, 'Export');
    await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Read-WinnowCim');
  });

  test('says what a shell without rights cannot do, and offers the restart as administrator', async ({
    open,
    folder,
  }) => {
    const shell = shellOf(folder, 'not-elevated-ja');
    const { page } = await open(undefined, 'en-US', ['--node=live', `--shell=${shell}`]);
    await expect(page.getByRole('status').filter({ hasText: 'Without administrator rights' })).toBeVisible();
    await page.getByRole('button', { name: 'Restart as administrator' }).click();
    await expect(page.getByRole('alert')).toContainText('not Windows'); // nor is this the place to be one
  });

  test('is the one of a terminal as well', async ({ folder }) => {
    const shell = shellOf(folder, 'containerd-stopped-ja');
    const { stdout } = await winnow('diagnose', 'container-creating', '--json', '--node', 'live', '--shell', shell);
    expect(JSON.parse(stdout)).toMatchObject({ finding: { cause: 'containerd-stopped', verdict: 'confirmed' } });
  });

  test('that cannot be opened says why, and the window goes on', async ({ open }) => {
    const { page } = await open(undefined, 'en-US', ['--node=live', '--shell=/bin/cat']);
    await expect(page.getByRole('alert')).toContainText('PowerShell ended instead of answering');
    await expect(page.getByRole('banner')).not.toContainText('This machine');
  });
});
