import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page, test } from '@playwright/test';
import { start } from './launch';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: ReadonlyArray<{ readonly html: string }>;
}

/** What axe finds on the page as it stands. The policy of the page lets nothing be injected, so it is evaluated. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const tool = Reflect.get(globalThis, 'axe') as { run(): Promise<{ violations: Violation[] }> };
    return (await tool.run()).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const LOOKS = [
  { language: 'en', theme: 'light' },
  { language: 'ja', theme: 'dark' },
] as const;

for (const look of LOOKS) {
  test(`axe finds nothing on any screen (${look.language}, ${look.theme})`, async () => {
    const { app, page } = await start();
    await page.evaluate((settings) => {
      const api = Reflect.get(globalThis, 'winnow') as { command(name: string, request: unknown): Promise<unknown> };
      return api.command('app.settings', settings);
    }, look);
    await page.reload();
    await page.getByRole('main').waitFor();
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('main')
      .getByRole('button', { name: /ContainerCreating/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    const screens = page.getByRole('navigation').getByRole('button');
    for (const button of await screens.all()) {
      await button.click();
      await expect(button).toHaveAttribute('aria-current', 'page');
      await page.getByRole('main').getByRole('heading').first().waitFor();
      expect(await violations(page)).toEqual([]);
    }
    await app.close();
  });
}
