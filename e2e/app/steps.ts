import { expect, type Page } from '@playwright/test';

/** The screens of the rail, by their English names. */
export async function go(page: Page, screen: string): Promise<void> {
  const button = page.getByRole('navigation').getByRole('button', { name: screen, exact: true });
  await button.click();
  await expect(button).toHaveAttribute('aria-current', 'page');
}

/** From the start to the first question, on a node whose containerd and kubelet are stopped. */
export async function toQuestion(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Pods are stuck at ContainerCreating/ }).click();
  await expect(page.getByText('The machine says:')).toBeVisible();
}

/** From the start to the finding. */
export async function toFinding(page: Page): Promise<void> {
  await toQuestion(page);
  await page.getByRole('button', { name: /^Continue with/ }).click();
  await expect(page.getByRole('heading', { name: 'The container runtime is stopped' })).toBeVisible();
}

/** From the finding to what would run. */
export async function toPreview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start containerd and kubelet' }).click();
  await expect(page.getByRole('heading', { name: 'What will run' })).toBeVisible();
}

/** Gives the consent to what is previewed; it starts after its five seconds. */
export async function consent(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start containerd and kubelet' }).last().click();
  await expect(page.getByText(/^Starts in \d s\./)).toBeVisible();
}

/** Another practice node, by its English title; where several have it, the first. */
export async function chooseNode(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Change node' }).click();
  const picker = page.getByRole('dialog', { name: 'Choose a node' });
  await picker.getByRole('textbox', { name: 'Search the nodes' }).fill(title);
  await picker.getByRole('listitem').getByRole('button', { name: title }).first().click();
  await expect(page.getByRole('banner')).toContainText(title);
  await expect(page.getByRole('heading', { name: 'What do you see?' })).toBeVisible();
}

/** Takes the machine's answer to each question, until there is a finding. */
export async function walkOn(page: Page, finding: string): Promise<void> {
  const question = page.getByRole('region', { name: 'Question' });
  const found = page.getByRole('heading', { name: finding });
  const proposed = question.getByRole('button', { name: /^Continue with/ });
  await expect(found.or(proposed)).toBeVisible();
  while (!(await found.isVisible())) {
    const heading = await question.getByRole('heading').first().innerText();
    await proposed.click();
    await expect(question.getByRole('heading').first()).not.toHaveText(heading);
    await expect(found.or(proposed)).toBeVisible();
  }
}

/** What three changes need: an old pause image, up to the consent to the remediation, which begins at once. */
export async function toThreeChanges(page: Page): Promise<void> {
  await chooseNode(page, 'The pause image is an old one that exists no more');
  await toQuestion(page);
  await walkOn(page, 'The pause image is kubeletwin/pause');
  await page.getByRole('button', { name: 'Set the pause image' }).click();
  await expect(page.getByRole('heading', { name: 'What will run' })).toBeVisible();
  await page.getByRole('checkbox').check();
}
