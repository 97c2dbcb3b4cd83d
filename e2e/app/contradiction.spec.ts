import { expect } from '@playwright/test';
import { countIn } from './journal';
import { test } from './launch';
import { chooseNode, go, toQuestion, walkOn } from './steps';

test('who overrules the machine is shown both answers, and may stand by the own one', async ({ open }) => {
  const { page } = await open();
  await toQuestion(page);
  const question = page.getByRole('region', { name: 'Question' });
  await question.getByRole('button', { name: 'Yes, it is running' }).click();
  await expect(question.getByRole('alert')).toContainText(
    'You said "Yes, it is running", the node says "No, it was stopped".',
  );
  await question.getByRole('button', { name: 'I stand by my answer' }).click();
  await expect(question.getByRole('heading').first()).toHaveText('Is the kubelet running?');
  const step = page.getByRole('region', { name: 'Path' }).getByRole('listitem').first();
  await expect(step).toContainText('Yes, it is running');
  await expect(step).toContainText('by you');

  await go(page, 'Export');
  const transcript = page.getByRole('region', { name: 'Preview' });
  await expect(transcript).toContainText('Yes, it is running');
  await expect(transcript).toContainText('No, it was stopped');
});

test('an answer that is changed leaves what stands above it, and asks the node nothing twice', async ({ open }) => {
  const { page, data } = await open();
  await chooseNode(page, 'The pause image is an old one that exists no more');
  await toQuestion(page);
  await walkOn(page, 'The pause image is kubeletwin/pause');
  const asked = countIn(data, 'probe-started');

  const path = page.getByRole('region', { name: 'Path' });
  const pauseImage = 'Which pause image do new Pod sandboxes use?';
  await path.getByRole('button', { name: `Change: ${pauseImage}` }).click();
  const question = page.getByRole('region', { name: 'Question' });
  await expect(question.getByRole('heading').first()).toHaveText(pauseImage);
  await expect(path.getByRole('listitem')).toHaveCount(4);
  await question.getByRole('button', { name: 'None: the setting is empty', exact: true }).click();
  await question.getByRole('button', { name: 'I stand by my answer' }).click();

  await expect(page.getByRole('heading', { name: 'No pause image is set' })).toBeVisible();
  await expect(path.getByRole('listitem').first()).toContainText('by the machine');
  await expect(path.getByRole('listitem').last()).toContainText('by you');
  await expect(path.getByRole('listitem')).toHaveCount(4);
  expect(countIn(data, 'probe-started')).toBe(asked);
});
