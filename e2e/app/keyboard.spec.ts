import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './launch';

/** More stops than any screen has. */
const MOST = 200;

/** Goes on with Tab until this has the focus, which must be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < MOST; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const ring = await target.evaluate((element) => {
        const style = getComputedStyle(element);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      });
      expect(ring).toBe(true);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${target.toString()}`);
}

test('Tab, Enter and Space alone lead from a symptom to a proven repair, its undo and the transcript', async ({
  open,
}) => {
  const { page } = await open();
  const main = page.getByRole('main');
  const rail = page.getByRole('navigation');
  await tabTo(page, main.getByRole('button', { name: /Pods are stuck at ContainerCreating/ }));
  await page.keyboard.press('Enter');
  await tabTo(page, main.getByRole('button', { name: /^Continue with/ }));
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { name: 'The container runtime is stopped' })).toBeVisible();
  await tabTo(page, main.getByRole('button', { name: 'Start containerd and kubelet' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What will run' })).toBeVisible();
  await tabTo(page, main.getByRole('button', { name: 'Start containerd and kubelet' }).last());
  await page.keyboard.press('Space');
  await expect(page.getByText('Fixed.')).toBeVisible();
  await tabTo(page, main.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Undone', { exact: true })).toBeVisible();
  await tabTo(page, rail.getByRole('button', { name: 'Export', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Winnow transcript');
});

test('every key of the window does what F1 says', async ({ open }) => {
  const { page } = await open();
  const question = page.getByRole('region', { name: 'Question' });
  const heading = question.getByRole('heading').first();

  await page.keyboard.press('/');
  const search = page.getByRole('textbox', { name: 'Search a symptom or paste an error' });
  await expect(search).toBeFocused();
  await page.keyboard.type('stuck at?');
  await expect(search).toHaveValue('stuck at?');
  await search.fill('stuck at');
  await tabTo(page, page.getByRole('button', { name: /Pods are stuck at ContainerCreating/ }));
  await page.keyboard.press('Enter');

  await expect(page.getByText('The machine says:')).toBeVisible();
  await page.keyboard.press('1');
  await expect(question.getByRole('alert')).toContainText('You said "Yes, it is running"');
  await page.keyboard.press('U');
  await expect(question.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(heading).toHaveText('Is the kubelet running?');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Does a Pod on this node wait to start right now?');
  await page.keyboard.press('N');
  await expect(question.getByRole('alert')).toContainText(/^You said "No.*", the node says "Yes.*"\./);
  await page.keyboard.press('U');
  await expect(question.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Y');
  await expect(heading).not.toHaveText('Does a Pod on this node wait to start right now?');
  await page.keyboard.press('U');
  await expect(heading).toHaveText('Does a Pod on this node wait to start right now?');
  await page.keyboard.press('U');
  await expect(heading).toHaveText('Is the kubelet running?');
  await page.keyboard.press('U');
  await expect(heading).toHaveText(/^Is the container runtime/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The container runtime is stopped' })).toBeVisible();
  await page.keyboard.press('U');
  await expect(heading).toHaveText(/^Is the container runtime/);

  await page.keyboard.press('E');
  await expect(page.getByRole('heading', { name: 'Evidence', level: 1 })).toBeVisible();
  await page.keyboard.press('E');
  await expect(heading).toHaveText(/^Is the container runtime/);
  await page.keyboard.press('M');
  await expect(page.getByRole('heading', { name: 'Map', level: 1 })).toBeVisible();
  await page.keyboard.press('M');
  await expect(heading).toHaveText(/^Is the container runtime/);

  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toContainText('F1');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
