import { expect } from '@playwright/test';
import { countIn } from './journal';
import { test } from './launch';
import { chooseNode, go, toFinding, toThreeChanges } from './steps';
import { askedInDialogs, closeAt } from './trusted-side';

const THREE = 'Set the pause image';

test('closing the window while a remediation runs warns; kept open, it is carried out to its end', async ({ open }) => {
  const { app, page, data } = await open();
  await toThreeChanges(page);
  await closeAt(app, '"kind":"write-started"', 0);
  await page.getByRole('button', { name: THREE }).click();
  await expect(page.getByText('Fixed.')).toBeVisible();
  expect(await askedInDialogs(app)).toEqual([
    expect.objectContaining({
      type: 'warning',
      message: 'A remediation is under way.',
      buttons: ['Keep open', 'Close'],
      defaultId: 0,
      cancelId: 0,
    }),
  ]);
  expect(countIn(data, 'write-ended')).toBe(3);
});

test('closed all the same, it stops after the change that runs, and offers to undo it the next time', async ({
  open,
}) => {
  const first = await open();
  await toThreeChanges(first.page);
  await closeAt(first.app, '"kind":"write-started"', 1);
  await Promise.allSettled([first.app.waitForEvent('close'), first.page.getByRole('button', { name: THREE }).click()]);
  expect(countIn(first.data, 'write-started')).toBe(1);
  expect(countIn(first.data, 'write-ended')).toBe(1);

  const { page } = await open(first.data);
  await page.getByRole('region', { name: 'Resume' }).getByRole('button').first().click();
  await go(page, 'Remediation');
  const run = page.getByRole('region', { name: `Applied: ${THREE}` });
  await expect(run.getByRole('status')).toHaveText('Stopped before its end. What was done can be undone.');
  await expect(run.getByRole('button', { name: 'Undo' })).toBeVisible();
});

test('closing a window with nothing under way asks nothing', async ({ open }) => {
  const { app, page } = await open();
  await toFinding(page);
  const gone = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await gone;
});

test('a read that is cancelled from the status line could not be checked, and the walk goes on', async ({ open }) => {
  const { page } = await open();
  await chooseNode(page, 'HNS hangs');
  await page.getByRole('button', { name: /NodePorts stop working on this node/ }).click();
  const status = page.getByRole('contentinfo');
  await expect(status.getByText(/^Asking: .*HNS/)).toBeVisible();
  await expect(status.getByText('1 s')).toBeVisible();
  await status.getByRole('button', { name: 'Cancel' }).click();

  await expect(status.getByText('Nothing is being asked.')).toBeVisible();
  const question = page.getByRole('region', { name: 'Question' });
  await expect(question.getByText('could not check').first()).toBeVisible();
  await expect(question.getByText('cancelled').first()).toBeVisible();
  const first = await question.getByRole('heading').first().innerText();
  await question.getByRole('button', { name: "I don't know" }).click();
  await expect(question.getByRole('heading').first()).not.toHaveText(first);
});
