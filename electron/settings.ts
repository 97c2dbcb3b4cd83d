import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Settings } from '../shared/ipc/contract';
import { pickLanguage } from '../shared/i18n/language';

const schema = z.strictObject({ language: z.enum(['en', 'ja']), theme: z.enum(['system', 'light', 'dark']) });

/** What the person chose; where nothing readable is kept, what the system suggests. A file that cannot be read stays as it is until the next choice. */
export function loadSettings(path: string, locales: readonly string[]): Settings {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (parsed.success) return parsed.data;
  } catch {
    // no file yet, or not one of ours
  }
  return { language: pickLanguage(locales), theme: 'system' };
}

/** Keeps a choice: the old file is there until the new one is whole. */
export function keepSettings(path: string, settings: Settings): void {
  writeFileSync(`${path}.part`, JSON.stringify(settings));
  renameSync(`${path}.part`, path);
}
