import { expect, type Page } from '@playwright/test';
import { violations } from './axe';
import { test } from './launch';

/** Screens by their place in the rail, so that one list serves both languages. */
async function everyScreen(page: Page, check: (screen: string) => Promise<void>): Promise<void> {
  for (const button of await page.getByRole('navigation').getByRole('button').all()) {
    await button.click();
    await expect(button).toHaveAttribute('aria-current', 'page');
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await check(await button.innerText());
  }
}

const WORDS = {
  en: { remedy: 'Start containerd and kubelet', agree: /^Continue with/, lines: 'What will run', fixed: 'Fixed.' },
  ja: {
    remedy: 'containerd と kubelet を開始する',
    agree: /で続ける$/,
    lines: '実行する内容',
    fixed: '解消しました。',
  },
} as const;

async function look(page: Page, settings: { readonly language: string; readonly theme: string }): Promise<void> {
  await page.evaluate((chosen) => {
    const api = Reflect.get(globalThis, 'winnow') as { command(name: string, request: unknown): Promise<unknown> };
    return api.command('app.settings', { ...chosen, shell: 'system' });
  }, settings);
  await page.reload();
  await page.getByRole('main').waitFor();
}

for (const language of ['en', 'ja'] as const) {
  test(`axe finds nothing on any screen, light or dark (${language})`, async ({ open }) => {
    const { page } = await open();
    const words = WORDS[language];
    const found: string[] = [];
    let theme = 'light';
    const check = async (screen: string): Promise<void> => {
      for (const violation of await violations(page)) found.push(`${screen} (${theme}): ${violation}`);
    };

    await look(page, { language, theme });
    await check('start');
    await page
      .getByRole('button', { name: /ContainerCreating/ })
      .first()
      .click();
    await page.getByRole('button', { name: words.agree }).waitFor();
    await check('question');
    await page.getByRole('button', { name: words.agree }).click();
    await page.getByRole('button', { name: words.remedy }).click();
    await page.getByRole('heading', { name: words.lines }).waitFor();
    await check('preview');
    await page.getByRole('button', { name: words.remedy }).last().click();
    await page.getByText(words.fixed).waitFor();

    for (theme of ['light', 'dark']) {
      await look(page, { language, theme });
      await everyScreen(page, check);
    }
    // The question and the preview in the dark.
    await page.getByRole('navigation').getByRole('button').first().click();
    await check('start');
    await page
      .getByRole('main')
      .getByRole('button', { name: /ContainerCreating/ })
      .last()
      .click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await check('question');
    expect(found).toEqual([]);
  });
}
