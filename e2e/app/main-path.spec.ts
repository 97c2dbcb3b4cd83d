import { expect, test } from '@playwright/test';
import { start } from './launch';

test('an operator goes from a symptom to a proven repair, takes it back, and sees the transcript', async () => {
  const { app, page } = await start();
  await page.getByRole('button', { name: /Pods are stuck at ContainerCreating/ }).click();
  await expect(page.getByText('The machine says:')).toBeVisible();
  await page.getByRole('button', { name: /^Continue with/ }).click();
  await expect(page.getByRole('heading', { name: 'The container runtime is stopped' })).toBeVisible();

  await page.getByRole('button', { name: 'Start containerd and kubelet' }).click();
  await expect(page.getByRole('heading', { name: 'What will run' })).toBeVisible();
  await page.getByRole('button', { name: 'Start containerd and kubelet' }).last().click();
  await expect(page.getByText('Fixed.')).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('cell', { name: 'Stopped' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Running' })).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('undone').first()).toBeVisible();

  await page.getByRole('navigation').getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Winnow transcript');
  await app.close();
});

test('the language is changed without a restart', async () => {
  const { app, page } = await start();
  await page.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: '日本語' }).click();
  await expect(page.getByRole('heading', { name: '設定' })).toBeVisible();
  await page.getByRole('navigation').getByRole('button', { name: '症状' }).click();
  await expect(page.getByRole('button', { name: /Pod が ContainerCreating のまま進まない/ })).toBeVisible();
  await app.close();
});

test('a session survives a kill and goes on at its step', async () => {
  const first = await start();
  await first.page.getByRole('button', { name: /Pods are stuck at ContainerCreating/ }).click();
  await expect(first.page.getByText('The machine says:')).toBeVisible();
  first.app.process().kill('SIGKILL');
  const second = await start(first.data);
  await second.page.getByRole('region', { name: 'Resume' }).getByRole('button').click();
  await expect(second.page.getByText('The machine says:')).toBeVisible();
  await second.app.close();
});

test('the page has no way out of its box', async () => {
  const { app, page } = await start();
  const seen = await page.evaluate(async () => ({
    node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process')],
    opened: window.open('https://example.invalid') === null,
    fetched: await fetch('https://example.invalid').then(
      () => true,
      () => false,
    ),
    api: Object.keys(Reflect.get(globalThis, 'winnow') as object).sort(),
  }));
  expect(seen).toEqual({
    node: ['undefined', 'undefined'],
    opened: true,
    fetched: false,
    api: ['command', 'onNotice'],
  });
  await app.close();
});
