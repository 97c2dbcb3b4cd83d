import { createHash } from 'node:crypto';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { test } from './launch';
import { go, toFinding, toQuestion } from './steps';
import { openFrom, saveTo } from './trusted-side';

async function openBundle(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Open a bundle' }).click();
}

async function exportBundle(page: Page): Promise<void> {
  await go(page, 'Export');
  await page.getByRole('combobox', { name: 'Format' }).click();
  await page.getByRole('option', { name: 'Bundle', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('are not hidden');
  await expect(page.getByText('Nothing had to be hidden.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/SHA-256/)).toBeVisible();
}

test('a bundle is walked again elsewhere to the same finding; answers can be changed there, the node cannot', async ({
  open,
  folder,
}) => {
  const file = join(folder, 'case.winnow.zip');
  const first = await open();
  await toFinding(first.page);
  await saveTo(first.app, file);
  await exportBundle(first.page);
  await first.app.close();
  const before = readFileSync(file);

  const { app, page } = await open();
  await openFrom(app, file);
  await openBundle(page);
  await expect(page.getByRole('heading', { name: 'The container runtime is stopped' })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('case.winnow.zip');

  await page.getByRole('button', { name: 'Start containerd and kubelet' }).click();
  await expect(page.getByText(/This node is recorded.*othing can be changed on it/).first()).toBeVisible();
  await expect(page.getByText(/^Starts in/)).toHaveCount(0);

  await go(page, 'Diagnose');
  await page.getByRole('button', { name: /^Change: Is the container runtime/ }).click();
  await page.getByRole('button', { name: 'Yes, it is running' }).click();
  await page.getByRole('button', { name: 'I stand by my answer' }).click();
  await expect(page.getByRole('region', { name: 'Question' })).toContainText('Is the kubelet running?');
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('not picking a file leaves everything as it is', async ({ open }) => {
  const { app, page } = await open();
  await toQuestion(page);
  await openFrom(app, null);
  await openBundle(page);
  await expect(page.getByText('The machine says:')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** An archive with a manifest that is right about what is in it. */
function archive(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const hashes = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));
  return zipSync({
    'manifest.json': strToU8(JSON.stringify({ format: 'winnow-bundle-1', files: hashes })),
    ...files,
  });
}

/** An archive that says of each of its files that it is 3 GB when unpacked. */
function bomb(): Uint8Array {
  const bytes = Buffer.from(archive({ 'events.jsonl': strToU8('{}\n') }));
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt32LE(3_000_000_000, at + 24);
  }
  return bytes;
}

test('what is no bundle is refused with a sentence, changes nothing, and the session goes on', async ({
  open,
  folder,
}) => {
  const good = archive({ 'events.jsonl': strToU8('') });
  const hostile: Readonly<Record<string, Uint8Array>> = {
    'empty.zip': new Uint8Array(),
    'text.zip': strToU8('this is no archive'),
    'truncated.zip': good.subarray(0, good.length - 30),
    'escape.zip': archive({ 'events.jsonl': strToU8('{}\n'), '../escaped.txt': strToU8('x') }),
    'no-events.zip': archive({ 'readme.txt': strToU8('x') }),
    'event.zip': archive({ 'events.jsonl': strToU8('{"seq":1,"at":"now","event":{"kind":"shell"}}\n') }),
    'bomb.zip': bomb(),
  };
  for (const [name, bytes] of Object.entries(hostile)) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'oversize.zip'), '');
  truncateSync(join(folder, 'oversize.zip'), 65 * 1024 * 1024);

  const { app, page } = await open();
  await toQuestion(page);
  for (const name of [...Object.keys(hostile), 'oversize.zip', 'not there.zip']) {
    await openFrom(app, join(folder, name));
    await openBundle(page);
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert, name).toContainText('The file cannot be read. It was left as it is.');
    await alert.getByRole('button', { name: 'Close' }).click();
    await expect(alert).toHaveCount(0);
  }
  expect(existsSync(join(folder, '..', 'escaped.txt'))).toBe(false);
  await page.getByRole('button', { name: /^Continue with/ }).click();
  await expect(page.getByRole('heading', { name: 'The container runtime is stopped' })).toBeVisible();
});
