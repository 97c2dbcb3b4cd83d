import { expect, type Page } from '@playwright/test';
import { test } from './launch';
import { chooseNode, go, toQuestion, walkOn } from './steps';
import { violations } from './axe';

const main = (page: Page) => page.getByRole('main');

test('a destructive change says its risk, wants the name of the node to the letter, and says when it is not that', async ({
  open,
}) => {
  const { page } = await open();
  await chooseNode(page, 'Adapter of a network that is gone');
  await main(page)
    .getByRole('button', { name: /^hnsCall failed: the wrong diskette/ })
    .click();
  await walkOn(page, 'The virtual switch remembers adapters of a network that is gone');
  await main(page).getByRole('button', { name: 'Remove leftover adapters from NicList' }).click();
  await expect(main(page).getByRole('row', { name: 'Risk' })).toContainText('Destructive');

  const apply = main(page).getByRole('button', { name: 'Remove leftover adapters from NicList' });
  const name = main(page).getByRole('textbox', { name: "Type the node's name (winnode-01)" });
  await name.fill('winnode');
  await expect(main(page).getByText("This is not the node's name.")).toHaveCount(0);
  await expect(apply).toBeDisabled();
  await name.fill('winnode-02');
  await expect(main(page).getByText("This is not the node's name.")).toBeVisible();
  await expect(apply).toBeDisabled();
  await name.fill('winnode-01');
  await expect(apply).toBeEnabled();
  expect(await violations(page)).toEqual([]);

  await main(page).getByRole('button', { name: 'Back to the finding' }).click();
  await expect(
    page.getByRole('heading', { name: 'The virtual switch remembers adapters of a network that is gone' }),
  ).toBeVisible();
});

test('what cannot be undone is said beside what can', async ({ open }) => {
  const { page } = await open();
  await chooseNode(page, 'The pause image is an old one that exists no more');
  await toQuestion(page);
  await walkOn(page, 'The pause image is kubeletwin/pause');
  await main(page).getByRole('button', { name: 'Set the pause image' }).click();
  await expect(main(page).getByRole('heading', { name: 'How it is undone' })).toBeVisible();
  await expect(main(page).getByRole('alert')).toContainText('Not all of it can be undone.');
  await expect(main(page).getByRole('alert')).toContainText('A restart cannot be taken back.');
});

test('after a repair the finding says what came of it, and the node is asked again from there', async ({ open }) => {
  const { page } = await open();
  await chooseNode(page, 'The pause image is an old one that exists no more');
  await toQuestion(page);
  await walkOn(page, 'The pause image is kubeletwin/pause');
  await main(page).getByRole('button', { name: 'Set the pause image' }).click();
  await main(page).getByRole('checkbox').check();
  await main(page).getByRole('button', { name: 'Set the pause image' }).click();
  await expect(page.getByText('Fixed.')).toBeVisible();
  await go(page, 'Diagnose');
  const since = main(page).getByRole('alert');
  await expect(since).toContainText('Set the pause image: Fixed. What stands here is from before.');
  await since.getByRole('button', { name: 'Ask the node again' }).click();
  await expect(page.getByRole('heading', { name: 'Does a Pod on this node wait to start right now?' })).toBeVisible();
});

test('lines to be run elsewhere are followed by the way to see what came of them', async ({ open }) => {
  const { page } = await open(undefined, 'en-US', ['--node', 'practice:lb-missing-en']);
  await main(page)
    .getByRole('button', { name: /^This Windows node cannot reach a NodePort on itself/ })
    .click();
  await walkOn(page, 'HNS has lost its load balancers');
  await main(page).getByRole('button', { name: 'Restart kube-proxy' }).click();
  await expect(main(page).getByText(/^kubectl -n kube-system delete pod/)).toBeVisible();
  await main(page).getByRole('button', { name: 'Ask the node again' }).click();
  await expect(page.getByRole('heading', { name: 'HNS has lost its load balancers' })).toBeVisible();
  await go(page, 'Remediation');
  await expect(main(page)).toContainText('A finding offers its remediations.');
});
