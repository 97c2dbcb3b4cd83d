import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './launch';
import { go, toFinding, toQuestion } from './steps';
import { fillDisk } from './trusted-side';

async function choose(page: Page, setting: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: setting }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('language and colours change at once and are kept for the next start', async ({ open }) => {
  const { app, page, data } = await open();
  await go(page, 'Settings');
  await choose(page, 'Colours', 'Dark');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(30, 30, 30)');
  await choose(page, 'Language', '日本語');
  await expect(page.getByRole('heading', { name: '設定' })).toBeVisible();
  await app.close();

  const second = await open(data);
  await expect(second.page.getByRole('heading', { name: 'どのような症状ですか?' })).toBeVisible();
  await expect(second.page.locator('body')).toHaveCSS('background-color', 'rgb(30, 30, 30)');
  await expect(second.page.locator('html')).toHaveAttribute('lang', 'ja');
});

test('a damaged settings file gives the defaults and a sentence, and is kept when a setting is changed', async ({
  open,
  folder,
}) => {
  const data = join(folder, 'data');
  mkdirSync(data);
  const damaged = '{"language":"ja","theme":';
  writeFileSync(join(data, 'settings.json'), damaged);
  const { page } = await open(data);
  await expect(page.getByRole('alert')).toContainText('The settings cannot be read, so the defaults are used.');
  await expect(page.getByRole('heading', { name: 'What do you see?' })).toBeVisible();
  expect(readFileSync(join(data, 'settings.json'), 'utf8')).toBe(damaged);

  await go(page, 'Settings');
  await choose(page, 'Colours', 'Dark');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(30, 30, 30)');
  const kept = readdirSync(data).find((name) => /^settings\..*damaged.*\.json$/.test(name)) ?? '';
  expect(readFileSync(join(data, kept), 'utf8')).toBe(damaged);
  expect(JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8'))).toMatchObject({
    language: 'en',
    theme: 'dark',
  });
});

test('settings that cannot be kept hold until the end, and that is said', async ({ open }) => {
  const { page, data } = await open();
  mkdirSync(join(data, 'settings.json', 'in the way'), { recursive: true });
  await go(page, 'Settings');
  await choose(page, 'Colours', 'Dark');
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(30, 30, 30)');
  await expect(page.getByRole('alert')).toContainText('The settings could not be saved');
});

test('with a full disk the session goes on in memory and says so', async ({ open }) => {
  const { app, page, data } = await open();
  await toQuestion(page);
  await fillDisk(app);
  await page.getByRole('button', { name: /^Continue with/ }).click();
  await expect(page.getByRole('heading', { name: 'The container runtime is stopped' })).toBeVisible();
  await expect(page.getByRole('contentinfo').getByRole('alert')).toHaveText(
    /^The journal cannot be written: ENOSPC.* The session goes on in memory\.$/,
  );
  await go(page, 'Export');
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('The container runtime is stopped');
  expect(readdirSync(join(data, 'sessions'))).toHaveLength(1);
});

test('where the folder of sessions cannot be made, the session goes on in memory and says so', async ({
  open,
  folder,
}) => {
  const data = join(folder, 'data');
  mkdirSync(data);
  writeFileSync(join(data, 'sessions'), 'a file where the folder should be');
  const { page } = await open(data);
  await toFinding(page);
  await expect(page.getByRole('contentinfo').getByRole('alert')).toContainText('The journal cannot be written:');
  expect(readFileSync(join(data, 'sessions'), 'utf8')).toBe('a file where the folder should be');
  rmSync(join(data, 'sessions'));
});
