import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './launch';
import { chooseNode, consent, go, toPreview, walkOn } from './steps';

const main = (page: Page) => page.getByRole('main');
const table = (page: Page) => main(page).getByRole('table', { name: 'Check everything' });

async function checkEverything(page: Page): Promise<void> {
  await main(page)
    .getByRole('button', { name: /^Check everything/ })
    .click();
  await expect(main(page).getByText(/^Checked .+/)).toBeVisible();
}

async function checkAgain(page: Page): Promise<void> {
  await main(page).getByRole('button', { name: 'Check again' }).click();
  await expect(main(page).getByText(/^Checked .+/)).toBeVisible();
}

const rowOf = (page: Page, text: string) => table(page).getByRole('row').filter({ hasText: text });

test('on a broken node the finding stands on top with its evidence, and leads to its wizard', async ({ open }) => {
  const { page } = await open();
  await checkEverything(page);
  const row = rowOf(page, 'The container runtime is stopped');
  await expect(row).toContainText('confirmed');
  await expect(row).toContainText('Stopped');
  await expect(row).toContainText('Start containerd and kubelet');
  await expect(table(page).getByRole('row').nth(1)).toHaveText('Confirmed');
  await expect(table(page).getByRole('row').nth(2)).toContainText('The container runtime is stopped');
  // Politely, and in one place.
  await expect(page.locator('[aria-live="polite"]')).toHaveText(/^Checked .+ Findings: \d+\.$/);

  const excluded = table(page).getByRole('button', { name: /^Ruled out \(\d+\)$/ });
  await expect(rowOf(page, 'The kubelet’s client certificate has expired')).toHaveCount(0);
  await excluded.press('Enter');
  await expect(excluded).toHaveAttribute('aria-expanded', 'true');
  await expect(table(page).getByText('ruled out', { exact: true }).first()).toBeVisible();

  await row.getByRole('button', { name: /^Start the wizard/ }).press('Enter');
  await walkOn(page, 'The container runtime is stopped');
});

test('on a healthy node nothing is found, and nothing is asked', async ({ open }) => {
  const { page } = await open();
  await chooseNode(page, 'Healthy: AKS');
  await checkEverything(page);
  await expect(main(page).getByText(/^Checked .+/)).toContainText('Nothing was found.');
  await expect(table(page).getByRole('group')).toHaveCount(0);
});

test('a question that only a person can answer is answered there and then, without asking the node', async ({
  open,
}) => {
  const { page } = await open();
  await chooseNode(page, 'hostPort tried from the node itself');
  await checkEverything(page);
  const status = main(page).getByText(/^Checked .+/);
  const before = await status.innerText();

  const answers = table(page).getByRole('group', { name: 'From where was the port tried, and what happened?' });
  await answers.getByRole('button', { name: 'From this node itself, it fails' }).click();
  await expect(status).toContainText('Findings: 1.');
  expect((await status.innerText()).split('.')[0]).toBe(before.split('.')[0]);
  await expect(answers.getByRole('button', { name: 'From this node itself, it fails' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await answers.getByRole('button', { name: 'From another machine it works' }).click();
  await expect(status).toContainText('Nothing was found.');
});

test('a check that is cancelled says what it did not come to, and never that nothing is wrong', async ({ open }) => {
  const { page } = await open();
  await chooseNode(page, 'HNS hangs');
  await main(page)
    .getByRole('button', { name: /^Check everything/ })
    .click();
  await expect(main(page).getByRole('progressbar')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText(/Asking the node: \d+ of \d+/);
  await main(page).getByRole('button', { name: 'Cancel the check' }).click();

  await expect(main(page).getByText(/^Cancelled .+ could not be checked\.$/)).toBeVisible();
  await expect(main(page).getByText(/Nothing was found/)).toHaveCount(0);
  const row = rowOf(page, 'cancelled').first();
  await expect(row).toContainText('could not check');
  await expect(row).toContainText('Check again.');
  await go(page, 'Symptoms');
  await go(page, 'Check');
  await expect(main(page).getByText(/^Cancelled/)).toBeVisible();
});

test('a check after the repair says so, and compared with the one before shows what is gone', async ({ open }) => {
  const { app, page, data } = await open();
  await checkEverything(page);
  await rowOf(page, 'The container runtime is stopped').getByRole('button').click();
  await walkOn(page, 'The container runtime is stopped');
  await toPreview(page);
  await consent(page);
  await expect(page.getByText('Fixed.')).toBeVisible();
  await go(page, 'Check');
  await expect(main(page).getByText(/^The node was changed after this check\./)).toBeVisible();
  await checkAgain(page);
  await expect(main(page).getByText(/^Checked .+/)).toContainText('Nothing was found.');

  const compare = async (window: Page, option: number): Promise<void> => {
    await main(window).getByRole('combobox', { name: 'Compare with' }).click();
    await window.getByRole('option').nth(option).click();
  };
  await compare(page, 1);
  const difference = main(page).getByRole('region', { name: /^Compared with/ });
  await expect(difference.getByRole('region', { name: 'Gone' })).toContainText('The container runtime is stopped');
  await expect(difference.getByRole('region', { name: 'Gone' })).toContainText('ruled out now');
  await expect(difference.getByRole('region', { name: 'New' })).toHaveCount(0);

  await app.close();

  // Another start, the same practice node as it was first: what was gone is new again.
  const second = await open(data);
  await checkEverything(second.page);
  await compare(second.page, 1);
  const later = main(second.page).getByRole('region', { name: /^Compared with/ });
  await expect(later.getByRole('region', { name: 'New' })).toContainText('The container runtime is stopped');
  await compare(second.page, 2);
  await expect(later).toContainText('Nothing differs.');
});

test('axe finds nothing on the screen, before and after, with a comparison and all unfolded', async ({ open }) => {
  const { page } = await open();
  await go(page, 'Check');
  await expect(main(page).getByRole('button', { name: 'Check everything' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await checkEverything(page);
  await checkAgain(page);
  await main(page).getByRole('combobox', { name: 'Compare with' }).click();
  await page.getByRole('option').nth(1).click();
  await table(page)
    .getByRole('button', { name: /^Ruled out/ })
    .click();
  expect(await violations(page)).toEqual([]);
});
