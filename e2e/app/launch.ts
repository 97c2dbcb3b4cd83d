import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page, test as base } from '@playwright/test';

/** A started Winnow, with user data of its own. */
export interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly data: string;
}

/** What Winnow is started with: the program's arguments without the executable, and its environment. */
export function launchSetting(data: string, language: string, options: readonly string[] = []) {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name === 'ELECTRON_RUN_AS_NODE' ? [] : [[name, value]],
    ),
  );
  return {
    args: ['.', `--user-data-dir=${data}`, `--lang=${language}`, ...root, ...options],
    env: { ...env, LANGUAGE: language, LANG: `${language.replace('-', '_')}.UTF-8` },
  };
}

/**
 * Electron as Playwright starts it. Once in some thousand starts Electron itself dies of a segmentation fault while the
 * debugger attaches, before it reads a line of Winnow; then, and only then, it is started again, with a word.
 */
async function launch(setting: ReturnType<typeof launchSetting>): Promise<ElectronApplication> {
  try {
    return await _electron.launch(setting);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('exitCode=null, signal=SIGSEGV'))) throw error;
    console.warn('Electron died of a segmentation fault before it loaded Winnow; started again');
    return _electron.launch(setting);
  }
}

/** Starts the built Winnow on this user data; whoever starts it closes it. */
export async function start(data: string, language = 'en-US', options: readonly string[] = []): Promise<Started> {
  const app = await launch(launchSetting(data, language, options));
  const page = await app.firstWindow();
  await page.getByRole('main').waitFor();
  return { app, page, data };
}

interface Fixtures {
  /** An empty folder, gone after the test. */
  readonly folder: string;
  /** Starts the built Winnow; with `data`, once more on the user data of an earlier start. All are closed at the end. */
  readonly open: (data?: string, language?: string, options?: readonly string[]) => Promise<Started>;
}

export const test = base.extend<Fixtures>({
  // Playwright reads the fixtures that are needed off the pattern, so there must be one.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'winnow-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  open: async ({ folder }, use) => {
    const opened: ElectronApplication[] = [];
    await use(async (data = mkdtempSync(join(folder, 'data-')), language = 'en-US', options = []) => {
      const started = await start(data, language, options);
      opened.push(started.app);
      return started;
    });
    for (const app of opened) await app.close();
  },
});
