import { expect } from '@playwright/test';
import { test } from './launch';
import { go, toFinding } from './steps';

test('what was asked is told line by line when it is opened, with the raw answers', async ({ open }) => {
  const { page } = await open();
  await toFinding(page);
  await go(page, 'Evidence');
  const services = page.getByRole('group').filter({ hasText: 'Services of the node' });
  await expect(services).toContainText(/Reads: \d/);
  await expect(services.getByText(/'Win32_Service'/)).toHaveCount(0);
  await services.getByText('Services of the node').click();
  await expect(services.getByText(/'Win32_Service'/)).toBeVisible();

  await services.getByRole('button', { name: 'Show the raw answer' }).first().click();
  await expect(services.getByRole('region', { name: 'Raw answer' })).toContainText('containerd');
  await services.getByRole('button', { name: 'Hide the raw answer' }).click();
  await expect(services.getByRole('region', { name: 'Raw answer' })).toHaveCount(0);
});
