import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Started, test } from '../app/launch';

const root = join(import.meta.dirname, '../..');

const WORDS = {
  en: {
    screen: 'Check',
    start: 'Check everything',
    again: 'Check again',
    cancel: 'Cancel the check',
    fromHere: 'From this node itself, it fails',
    excluded: /^Ruled out/,
  },
  ja: {
    screen: 'すべて確認する',
    start: 'すべて確認する',
    again: 'もう一度確認する',
    cancel: '確認をキャンセルする',
    fromHere: 'このノード自身から試し、失敗しました',
    excluded: /^該当なし/,
  },
} as const;

/** As if the only check so far was another day, when one finding was not there, one more was, and the values differed. */
function makeEarlier(data: string): void {
  const checks = join(data, 'checks');
  const [folder = ''] = readdirSync(checks);
  const [file = ''] = readdirSync(join(checks, folder));
  const text = readFileSync(join(checks, folder, file), 'utf8');
  const kept = JSON.parse(text) as {
    at: string;
    findings: Array<{ verdict: string; citations: Array<{ value: unknown }> }>;
  };
  const [changed, fresh, ...others] = kept.findings;
  const value = changed?.citations[0];
  if (!changed || !fresh || !value) throw new Error('The check found too little to be compared');
  value.value = 'winnode-07.example.test';
  changed.verdict = 'likely';
  const findings = [changed, { ...fresh, symptom: 'container-creating', cause: 'containerd-stopped' }, ...others];
  const at = '2026-03-14T03:12:00.000Z';
  const earlier = `${at.toLowerCase().replaceAll(/[:.]/g, '-')}.json`;
  writeFileSync(join(checks, folder, earlier), JSON.stringify({ ...kept, at, findings }));
}

async function small({ app, page }: Started): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 768));
  await page.waitForFunction(() => window.innerWidth === 1024);
}

const main = (page: Page) => page.getByRole('main');
const scroll = (page: Page, top: number) => main(page).evaluate((element, to) => element.scrollTo(0, to), top);

for (const language of ['en', 'ja'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`check everything (${language}, ${theme})`, async ({ open, folder }) => {
      const words = WORDS[language];
      const target = join(root, 'out/pictures', `${language}-${theme}`);
      const windowOn = async (node: string) => {
        const data = join(folder, node);
        mkdirSync(data);
        writeFileSync(join(data, 'settings.json'), JSON.stringify({ language, theme }));
        const started = await open(data, 'en-US', ['--node', `practice:${node}`]);
        await small(started);
        const { page } = started;
        await page.getByRole('navigation').getByRole('button', { name: words.screen, exact: true }).click();
        return page;
      };
      const press = (page: Page, name: string | RegExp) => main(page).getByRole('button', { name }).click();
      const take = (page: Page, name: string) => page.screenshot({ path: join(target, `check-${name}.png`) });

      const broken = await windowOn('node-name-wrong-en');
      await main(broken).getByRole('button', { name: words.start }).waitFor();
      await take(broken, '1-none');
      await press(broken, words.start);
      await main(broken).getByRole('button', { name: words.again }).waitFor();
      await take(broken, '4-found');
      await press(broken, words.excluded);
      await scroll(broken, 600);
      await take(broken, '5-found-below');
      makeEarlier(join(folder, 'node-name-wrong-en'));
      await press(broken, words.again);
      await main(broken).getByRole('combobox').click();
      await take(broken, '8-choose');
      await broken.getByRole('option').last().click();
      await scroll(broken, 0);
      await main(broken).getByRole('region').first().waitFor();
      await take(broken, '9-compared');

      const slow = await windowOn('hns-times-out-ja');
      await press(slow, words.start);
      await main(slow).getByRole('progressbar').waitFor();
      await take(slow, '2-running');
      await press(slow, words.cancel);
      await main(slow).getByRole('button', { name: words.again }).waitFor();
      await take(slow, '3-cancelled');

      const healthy = await windowOn('aks-en');
      await press(healthy, words.start);
      await main(healthy).getByRole('button', { name: words.again }).waitFor();
      await take(healthy, '6-clean');

      const asked = await windowOn('host-port-same-node-ja');
      await press(asked, words.start);
      await press(asked, words.fromHere);
      await main(asked).getByRole('button', { name: words.fromHere, pressed: true }).waitFor();
      await take(asked, '7-answered');
    });
  }
}
