import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../app/launch';

const root = join(import.meta.dirname, '../..');

const WORDS = {
  en: {
    take: /^Continue with/,
    remedy: 'Start containerd and kubelet',
    lines: 'What will run',
    fixed: 'Fixed.',
    screens: ['Diagnose', 'Map', 'Evidence', 'Export', 'Sessions', 'Settings'],
    change: 'Change node',
  },
  ja: {
    take: /で続ける$/,
    remedy: 'containerd と kubelet を開始する',
    lines: '実行する内容',
    fixed: '解消しました。',
    screens: ['診断', '診断の流れ', '根拠', '書き出し', '診断セッション', '設定'],
    change: 'ノードを変更する',
  },
} as const;

for (const language of ['en', 'ja'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`every screen (${language}, ${theme})`, async ({ open, folder }) => {
      const words = WORDS[language];
      const data = join(folder, 'data');
      mkdirSync(data);
      writeFileSync(join(data, 'settings.json'), JSON.stringify({ language, theme }));
      const { page } = await open(data);
      const target = join(root, 'out/pictures', `${language}-${theme}`);
      let number = 0;
      const take = async (name: string): Promise<string> => {
        number += 1;
        const path = join(target, `${String(number).padStart(2, '0')}-${name}.png`);
        await page.screenshot({ path });
        return path;
      };
      const main = page.getByRole('main');

      // Out of the way: a card under the pointer looks different.
      await page.mouse.move(640, 45);
      const start = await take('start');
      if (language === 'en' && theme === 'light') copyFileSync(start, join(root, 'docs/start.png'));
      await main
        .getByRole('button', { name: /ContainerCreating/ })
        .first()
        .click();
      await main.getByRole('button', { name: words.take }).waitFor();
      await take('question');
      await main.getByRole('button', { name: words.take }).click();
      await main.getByRole('button', { name: words.remedy }).waitFor();
      await take('finding');
      await main.getByRole('button', { name: words.remedy }).click();
      await page.getByRole('heading', { name: words.lines }).waitFor();
      await take('preview');
      await main.getByRole('button', { name: words.remedy }).last().click();
      await page.getByText(words.fixed).waitFor();
      await take('proof');
      for (const [index, screen] of words.screens.entries()) {
        await page.getByRole('navigation').getByRole('button', { name: screen, exact: true }).click();
        await main.getByRole('heading', { level: 1 }).waitFor();
        await take(WORDS.en.screens[index]?.toLowerCase() ?? screen);
      }
      await page.getByRole('button', { name: words.change }).click();
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
      await take('nodes');
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await page.getByRole('dialog').waitFor();
      await take('keys');
    });
  }
}
