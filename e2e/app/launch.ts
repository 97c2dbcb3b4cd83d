import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

/** A started Winnow, with user data of its own. */
export interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly data: string;
}

/** Starts the built Winnow; with `data`, once more on the user data of an earlier start. */
export async function start(data = mkdtempSync(join(tmpdir(), 'winnow-e2e-')), language = 'en-US'): Promise<Started> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value]],
    ),
  );
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${data}`, `--lang=${language}`, ...root],
    env: { ...env, LANGUAGE: language, LANG: `${language.replace('-', '_')}.UTF-8` },
  });
  const page = await app.firstWindow();
  await page.getByRole('main').waitFor();
  return { app, page, data };
}
