import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './launch';
import { saveTo } from './trusted-side';

/** What components of Kubernetes and Windows say, to the letter: such messages are quoted, never translated. */
const MESSAGES = [
  'failed to allocate for range',
  'no IP addresses available in range set',
  'No available addresses',
  'The specified port already exists.',
  'hnsCall failed in Win32: The wrong diskette is in the drive. (0x22)',
  'The wrong diskette is in the drive',
  'The switch-port was not found. (0x803b0007)',
  'Waiting for the Network to be created',
  'Source Vip endpoint creation failed',
  'source-vip flag not set',
  'duplicate allocation is not allowed',
];

/**
 * A run of English words in Japanese text (four or more: shorter ones are commands such as "kubectl describe pod"), or a
 * text with no Japanese in it that holds two words in lower case.
 */
function isEnglish(shown: string): boolean {
  const text = MESSAGES.reduce((rest, message) => rest.replaceAll(message, ''), shown);
  const alone = !/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) && /\b[a-z]{2,} [a-z]{2,}\b/.test(text);
  return alone || /\b[A-Za-z][a-z']+(?:,? [a-z']+){3,}/.test(text);
}

/** English prose in what can be seen or heard. What a machine wrote stands in monospaced type and is not translated. */
async function englishOn(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const heard = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].flatMap((name) => element.getAttribute(name) ?? []),
    );
    const seen: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || parent.closest('script, style')) continue;
      if (getComputedStyle(parent).fontFamily.includes('Consolas')) continue;
      seen.push(walker.currentNode.textContent ?? '');
    }
    return [...heard, ...seen];
  });
  return texts.filter(isEnglish);
}

async function screen(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: '画面' }).getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
}

test('日本語の Windows では、症状から書き出しまですべて日本語で進める', async ({ open, folder }) => {
  const { app, page } = await open(undefined, 'ja-JP');
  await expect(page.getByRole('heading', { name: 'どのような症状ですか?' })).toBeVisible();
  expect(await englishOn(page)).toEqual([]);

  await page.getByRole('button', { name: /Pod が ContainerCreating のまま進まない/ }).click();
  await expect(page.getByText('自動判定: いいえ、停止しています')).toBeVisible();
  expect(await englishOn(page)).toEqual([]);

  await page.getByRole('button', { name: '「いいえ、停止しています」で続ける' }).click();
  await expect(page.getByRole('main').getByText('確定').first()).toBeVisible();
  expect(await englishOn(page)).toEqual([]);

  const remedy = 'containerd と kubelet を開始する';
  await page.getByRole('button', { name: remedy }).click();
  await expect(page.getByRole('heading', { name: '実行する内容' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '元に戻す方法' })).toBeVisible();
  expect(await englishOn(page)).toEqual([]);

  await page.getByRole('button', { name: remedy }).last().click();
  await expect(page.getByText(/秒後に開始します。/)).toBeVisible();
  await expect(page.getByText('解消しました。')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '変更前' })).toBeVisible();
  expect(await englishOn(page)).toEqual([]);

  await page.getByRole('button', { name: '元に戻す' }).click();
  await expect(page.getByText('元に戻しました').first()).toBeVisible();
  expect(await englishOn(page)).toEqual([]);

  for (const name of ['診断の流れ', '根拠', '診断セッション', '設定', '書き出し']) {
    await screen(page, name);
    expect(await englishOn(page)).toEqual([]);
  }

  const target = join(folder, '診断記録.md');
  await saveTo(app, target);
  await page.getByRole('button', { name: '保存する' }).click();
  await expect(page.getByText(`保存しました: ${target}`)).toBeVisible();
  expect(existsSync(target)).toBe(true);
  const text = readFileSync(target, 'utf8');
  expect(text).toContain('# Winnow 診断記録: Pod が ContainerCreating のまま進まない');
  expect(text).toContain('元に戻しました');
  const prose = text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
  expect(prose.split('\n').filter(isEnglish)).toEqual([]);
});
