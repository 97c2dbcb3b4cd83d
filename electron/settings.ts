import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Failure, Settings } from '../shared/ipc/contract';
import { pickLanguage } from '../shared/i18n/language';
import { failed } from './ipc/answers';
import { isMissing, messageOf } from './journal/files';

/** What the person chose, with the program that was picked as shell: the window never names a path. */
export interface Kept extends Settings {
  readonly shellFile: string | null;
}

const schema = z.strictObject({
  language: z.enum(['en', 'ja']),
  theme: z.enum(['system', 'light', 'dark']),
  shell: z.enum(['system', 'windows', 'pwsh', 'file']).default('system'),
  shellFile: z.string().nullable().default(null),
});

/** The person's choices, in a file. */
export interface SettingsFile {
  current(): Kept;
  /** What the person should know; null where the file is as it should be. */
  trouble(): Failure | null;
  /** Takes a choice, and keeps it where the disk lets it. Never throws. */
  keep(settings: Kept): void;
}

/**
 * The settings in a file; where there is none, what the system suggests. A file that cannot be read stays as it is, and
 * is put aside when a choice takes its place.
 */
export function openSettings(path: string, locales: readonly string[], clock: () => Date): SettingsFile {
  const read = readSettings(path);
  let current = read.settings ?? schema.parse({ language: pickLanguage(locales), theme: 'system' });
  let damaged = read.damage !== null;
  let trouble = read.damage === null ? null : failed('settings-damaged', `${path}: ${read.damage}`);
  return {
    current: () => current,
    trouble: () => trouble,
    keep: (settings) => {
      current = settings;
      try {
        if (damaged) renameSync(path, aside(path, clock()));
        damaged = false;
        writeFileSync(`${path}.part`, JSON.stringify(settings));
        renameSync(`${path}.part`, path);
        trouble = null;
      } catch (error) {
        trouble = failed('settings-not-kept', messageOf(error));
      }
    },
  };
}

function readSettings(path: string): { readonly settings: Kept | null; readonly damage: string | null } {
  try {
    return { settings: schema.parse(JSON.parse(readFileSync(path, 'utf8'))), damage: null };
  } catch (error) {
    if (isMissing(error)) return { settings: null, damage: null };
    return { settings: null, damage: error instanceof z.ZodError ? 'unknown content' : messageOf(error) };
  }
}

function aside(path: string, at: Date): string {
  return path.replace(/\.json$/, `.damaged-${at.toISOString().replaceAll(/[:.]/g, '-')}.json`);
}

/** The chosen PowerShell as `findHost` takes it. */
export function shellOf({ shell, shellFile }: Kept): string | undefined {
  if (shell === 'file') return shellFile ?? undefined;
  return shell === 'system' ? undefined : shell;
}
