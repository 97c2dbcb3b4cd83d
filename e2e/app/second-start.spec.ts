import { spawn } from 'node:child_process';
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import { countIn } from './journal';
import { launchSetting, type Started, test } from './launch';
import { chooseNode, consent, go, toFinding, toPreview, toQuestion, toThreeChanges } from './steps';
import { killAt } from './trusted-side';

test('a second start ends by itself and brings the first window to the front', async ({ open }) => {
  const { app, page, data } = await open();
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (window) window.focus = () => Reflect.set(globalThis, 'focused', true);
  });
  const { args, env } = launchSetting(data, 'en-US');
  const second = spawn(app.process().spawnfile, args, { env, stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'focused') as unknown)).toBe(true);
  expect(app.windows()).toHaveLength(1);
  await toQuestion(page);
});

async function killed({ app }: Started): Promise<void> {
  const gone = app.waitForEvent('close');
  app.process().kill('SIGKILL');
  await gone;
}

async function resume(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Resume' }).getByRole('button').first().click();
}

test('a session that was killed at its question goes on there', async ({ open }) => {
  const first = await open();
  await toQuestion(first.page);
  await killed(first);
  const { page } = await open(first.data);
  await resume(page);
  await expect(page.getByText('The machine says:')).toBeVisible();
});

test('a session that was killed during a read asks it again', async ({ open }) => {
  const first = await open();
  await chooseNode(first.page, 'HNS hangs');
  await first.page.getByRole('button', { name: /NodePorts stop working on this node/ }).click();
  await expect(first.page.getByText(/^Asking: .*HNS/)).toBeVisible();
  await killed(first);
  const { page } = await open(first.data);
  await resume(page);
  await expect(page.getByText(/^Asking: .*HNS/)).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('HNS hangs');
});

test('a session that was killed during a consent is at its finding, and nothing has run', async ({ open }) => {
  const first = await open();
  await toFinding(first.page);
  await toPreview(first.page);
  await consent(first.page);
  await killed(first);
  const { page, data } = await open(first.data);
  await resume(page);
  await expect(page.getByRole('heading', { name: 'The container runtime is stopped' })).toBeVisible();
  await go(page, 'Remediation');
  await expect(page.getByText('A finding offers its remediations.')).toBeVisible();
  expect(countIn(data, 'remedy-consented')).toBe(0);
});

const THREE = 'Set the pause image';

/** Kills a remediation of three changes at a line of the journal, and comes back to it. */
async function killedRemedy(open: (data?: string) => Promise<Started>, marker: string): Promise<Started> {
  const { app, page, data } = await open();
  await toThreeChanges(page);
  await killAt(app, marker);
  await untilGone(app, page.getByRole('button', { name: THREE }));
  const second = await open(data);
  await resume(second.page);
  await go(second.page, 'Remediation');
  return second;
}

/** The click itself may be cut short by the end of the program. */
async function untilGone(app: ElectronApplication, button: Locator): Promise<void> {
  await Promise.allSettled([app.waitForEvent('close'), button.click()]);
}

async function expectChanges(run: Locator, words: readonly string[]): Promise<void> {
  await expect(run.getByRole('listitem')).toContainText([...words]);
}

test('a remediation killed between two changes says what was done, runs nothing by itself, and is undone', async ({
  open,
}) => {
  const { page, data } = await killedRemedy(open, '"kind":"write-ended"');
  const run = page.getByRole('region', { name: `Applied: ${THREE}` });
  await expect(run.getByRole('status')).toHaveText('Winnow ended while it ran. What was done can be undone.');
  await expectChanges(run, [' done', ' waiting', ' waiting']);
  expect(countIn(data, 'write-started')).toBe(1);

  await run.getByRole('button', { name: 'Undo' }).click();
  await expectChanges(run, [' undone', ' waiting', ' waiting']);
  await expect(run.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  expect(countIn(data, 'write-started')).toBe(1);
  expect(countIn(data, 'undo-ended')).toBe(1);
});

test('of a change that was killed half way nobody claims to know whether it was done', async ({ open }) => {
  const { page, data } = await killedRemedy(open, '"kind":"write-started"');
  const run = page.getByRole('region', { name: `Applied: ${THREE}` });
  await expectChanges(run, [' not known whether done', ' waiting', ' waiting']);
  await run.getByRole('button', { name: 'Undo' }).click();
  await expectChanges(run, [' undone', ' waiting', ' waiting']);
  expect(countIn(data, 'write-started')).toBe(1);
});

test('an undo that was killed half way is offered again, and takes back only what is left', async ({ open }) => {
  const first = await open();
  await toThreeChanges(first.page);
  await first.page.getByRole('button', { name: THREE }).click();
  await expect(first.page.getByText('Fixed.')).toBeVisible();
  await killAt(first.app, '"kind":"undo-write-ended"');
  await untilGone(first.app, first.page.getByRole('button', { name: 'Undo' }));

  const { page, data } = await open(first.data);
  await resume(page);
  await go(page, 'Remediation');
  const run = page.getByRole('region', { name: `Applied: ${THREE}` });
  await expect(run.getByRole('status')).toHaveText('Winnow ended while it ran. What was done can be undone.');
  await expectChanges(run, [' done', ' done', ' undone']);
  await run.getByRole('button', { name: 'Undo' }).click();
  await expectChanges(run, [' undone', ' undone', ' undone']);
  expect(countIn(data, 'write-started')).toBe(3);
  expect(countIn(data, 'undo-write-ended')).toBe(3);
});
