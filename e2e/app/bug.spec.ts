import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch';
import { toQuestion } from './steps';

test('a bug behind the window is told, and the window goes on', async ({ open }) => {
  const { app, page } = await open();
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('session.start');
    ipcMain.handle('session.start', () => Promise.reject(new Error('bug')));
  });
  await page.getByRole('button', { name: /Pods are stuck at ContainerCreating/ }).click();
  await expect(page.getByRole('alert')).toContainText('Winnow itself made a mistake.');
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('heading', { name: 'What do you see?' })).toBeVisible();
});

test('a bug in the page leaves a sentence and a way back, not an empty window', async ({ open }) => {
  const { app, page, data } = await open();
  await toQuestion(page);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('session.changed', { id: 'no view at all', seq: 1 }),
  );
  await expect(page.getByRole('alert')).toContainText('cannot show this page');
  await expect
    .poll(() => readFileSync(join(data, 'winnow.log'), 'utf8'))
    .toMatch(/ page: TypeError: .*app:\/\/winnow\//);
  await page.getByRole('button', { name: 'Back to the symptoms' }).click();
  await expect(page.getByRole('heading', { name: 'What do you see?' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Resume' }).getByRole('button').first()).toBeVisible();
});

test('an error that nobody caught in the page is written to the log, in one line without secrets', async ({ open }) => {
  const { page, data } = await open();
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('lost\nAuthorization: Bearer abcdefghijklmnopqrstuvwxyz0123456789');
    });
  });
  const log = () => readFileSync(join(data, 'winnow.log'), 'utf8');
  await expect.poll(log).toMatch(/ page: Error: lost [^\n]*\n/);
  expect(log()).not.toContain('abcdefghijklmnopqrstuvwxyz0123456789');
});
