import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { type Started, test } from './launch';
import { go, toFinding } from './steps';
import { saveTo } from './trusted-side';

async function save({ app, page }: Started, format: string, path: string): Promise<Buffer> {
  await saveTo(app, path);
  await page.getByRole('combobox', { name: 'Format' }).click();
  await page.getByRole('option', { name: format, exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  const said = page.getByRole('alert').filter({ hasText: path });
  await expect(said).toBeVisible();
  const bytes = readFileSync(path);
  await expect(said).toContainText(`${bytes.length.toLocaleString('en')} bytes`);
  await expect(said).toContainText(createHash('sha256').update(bytes).digest('hex'));
  return bytes;
}

async function preview(page: Page): Promise<string> {
  return page.getByRole('region', { name: 'Preview' }).innerText();
}

test('every format is written, read back, and says what was found; its path, size and hash are shown', async ({
  open,
  folder,
}) => {
  const started = await open();
  const { page } = started;
  await toFinding(page);
  await go(page, 'Export');

  const markdown = (await save(started, 'Markdown', join(folder, 'a.md'))).toString('utf8');
  expect(markdown).toContain('# Winnow transcript: Pods are stuck at ContainerCreating');
  expect(markdown).toContain('The container runtime is stopped');
  expect(await preview(page)).toContain('The container runtime is stopped');

  const html = (await save(started, 'HTML (one file)', join(folder, 'a.html'))).toString('utf8');
  expect(html).toContain('<html lang="en"');
  expect(html).toContain('The container runtime is stopped');
  expect(html).not.toMatch(/<script|\son[a-z]+\s*=|javascript:|<link|<iframe|@import|url\(/i);
  expect(html).not.toMatch(/\s(?:src|srcset|href|action|data)\s*=\s*["']?\s*(?:[a-z]+:|\/\/)/i);

  const json: unknown = JSON.parse((await save(started, 'JSON', join(folder, 'a.json'))).toString('utf8'));
  expect(JSON.stringify(json)).toContain('"containerd-stopped"');

  const pdf = await save(started, 'PDF', join(folder, 'a.pdf'));
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(pdf.subarray(-8).toString('latin1')).toContain('%%EOF');

  const bundle = unzipSync(await save(started, 'Bundle', join(folder, 'a.winnow.zip')));
  expect(Object.keys(bundle)).toEqual(expect.arrayContaining(['manifest.json', 'events.jsonl']));
  expect(Object.keys(bundle).some((name) => /^raw\/[0-9a-f]{64}$/.test(name))).toBe(true);
});

test('a folder that cannot be written to is named, and nothing is claimed to be saved', async ({ open, folder }) => {
  const { app, page } = await open();
  await toFinding(page);
  await go(page, 'Export');
  await saveTo(app, join(folder, 'not there', 'a.md'));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('The file was not saved. ENOENT');
  await expect(page.getByText(/^Saved:/)).toHaveCount(0);
});
