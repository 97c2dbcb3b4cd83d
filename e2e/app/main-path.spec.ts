import { expect } from '@playwright/test';
import { test } from './launch';
import { consent, go, toFinding, toPreview } from './steps';

test('an operator goes from a symptom to a proven repair, takes it back, and sees the transcript', async ({ open }) => {
  const { page } = await open();
  await toFinding(page);
  await toPreview(page);
  await consent(page);
  await expect(page.getByText('Fixed.')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Stopped' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Running' })).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone', { exact: true })).toBeVisible();
  await expect(page.getByText('Fixed.')).toHaveCount(0);

  await go(page, 'Export');
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Winnow transcript');
});

test('a consent that is cancelled in its five seconds changes nothing', async ({ open }) => {
  const { page } = await open();
  await toFinding(page);
  await toPreview(page);
  await consent(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Start containerd and kubelet' }).last()).toBeEnabled();
  await go(page, 'Diagnose');
  await expect(page.getByRole('heading', { name: 'The container runtime is stopped' })).toBeVisible();
  await go(page, 'Export');
  await expect(page.getByRole('region', { name: 'Preview' })).not.toContainText('sc.exe start');
});
