import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './launch';
import { chooseNode, go, toFinding, toQuestion, walkOn } from './steps';
import { saveTo } from './trusted-side';

const main = (page: Page) => page.getByRole('main');

test('a walk without a finding says in full what could not be checked, and where to go on', async ({ open }) => {
  const { page } = await open();
  await chooseNode(page, 'Not started as administrator');
  await toQuestion(page);
  const question = page.getByRole('region', { name: 'Question' });
  const end = question.getByRole('heading', { name: 'The cause is unknown.' });
  const proposed = question.getByRole('button', { name: /^Continue with/ });
  const unsure = question.getByRole('button', { name: "I don't know" });
  while (!(await end.isVisible())) {
    const heading = await question.getByRole('heading').first().innerText();
    await expect(page.getByRole('contentinfo')).toContainText('Nothing is being asked.');
    await ((await proposed.isVisible()) ? proposed : unsure).click();
    await expect(question.getByRole('heading').first()).not.toHaveText(heading);
  }
  await expect(question.getByText('could not check (4)')).toBeVisible();
  // The detail is longer than a line, and all of it is there.
  await expect(question.getByText(/^error: unable to read client-cert .+ due to open .+\.pem: /).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await question.getByRole('button', { name: 'Open the evidence: HNS networks' }).press('Enter');
  await expect(main(page).getByRole('group').filter({ hasText: 'HNS networks' })).toHaveAttribute('open');
  await go(page, 'Diagnose');
  await question.getByRole('button', { name: 'Export the transcript' }).click();
  await expect(main(page).getByRole('heading', { name: 'Export' })).toBeVisible();
});

test('what a node is being asked stands beside the question, for as long as it is asked', async ({ open }) => {
  const { page } = await open();
  await chooseNode(page, 'HNS hangs');
  await page.getByRole('button', { name: /NodePorts stop working on this node/ }).click();
  const question = page.getByRole('region', { name: 'Question' });
  await expect(question).toContainText('The node is being asked:');
  await expect(question.getByRole('listitem').filter({ hasText: 'HNS load balancers' })).toBeVisible();
  await expect(question.getByRole('button', { name: 'Ask the node again' })).toHaveCount(0);
  await page.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).click();
  await expect(question.getByRole('button', { name: 'Ask the node again' })).toBeVisible();
});

test('sessions name their node as people do, and the journal’s path is whole', async ({ open }) => {
  const { page, data } = await open();
  await toQuestion(page);
  await expect(page.getByRole('contentinfo')).toContainText(new RegExp(`${data}/sessions/[0-9a-f-]{36}`));
  await go(page, 'Sessions');
  const row = main(page).getByRole('row', { name: /Pods are stuck at ContainerCreating/ });
  await expect(row).toContainText('Practice node: containerd is stopped');
  await expect(row).not.toContainText('practice:');
});

test('an export marks what is hidden, and its file is shown in its folder', async ({ open, folder }) => {
  const { app, page } = await open();
  await chooseNode(page, 'The API server does not accept the credentials');
  await page.getByRole('button', { name: /^The node cannot connect to the API server/ }).click();
  await walkOn(page, "The API server does not know this node's credentials");
  await go(page, 'Export');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.locator('mark').first()).toHaveText('<host-1>');

  await app.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => Reflect.set(globalThis, 'shown', path);
  });
  const path = `${folder}/one.md`;
  await saveTo(app, path);
  await page.getByRole('button', { name: 'Save the file: Markdown' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'shown') as unknown)).toBe(path);
});

test('of a raw answer nothing runs out at the side, however narrow the window', async ({ open }) => {
  const { app, page } = await open();
  await toFinding(page);
  await go(page, 'Evidence');
  await main(page).getByText('Services of the node').click();
  await main(page).getByRole('button', { name: 'Show the raw answer' }).first().click();
  const raw = main(page).getByRole('region', { name: 'Raw answer' });
  await expect(raw).toContainText('"Name":"containerd"');
  for (const width of [1400, 1024]) {
    await app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 768), width);
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
    await expect.poll(() => raw.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
  }
});
