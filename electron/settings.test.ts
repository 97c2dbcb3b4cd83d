import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSettings } from './settings';

const clock = (): Date => new Date('2026-03-02T03:21:07.000Z');

function path(content?: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'winnow-settings-')), 'settings.json');
  if (content !== undefined) writeFileSync(file, content);
  return file;
}

const NO_SHELL = { shell: 'system', shellFile: null } as const;

describe('settings', () => {
  it('are what the system suggests where nothing was chosen yet, without a word', () => {
    const settings = openSettings(path(), ['ja-JP'], clock);
    expect([settings.current(), settings.trouble()]).toEqual([{ language: 'ja', theme: 'system', ...NO_SHELL }, null]);
  });

  it('are there again the next time', () => {
    const file = path();
    openSettings(file, [], clock).keep({ language: 'ja', theme: 'dark', ...NO_SHELL });
    expect(openSettings(file, [], clock).current()).toEqual({ language: 'ja', theme: 'dark', ...NO_SHELL });
  });

  it('of an older version get what is new by default', () => {
    const settings = openSettings(path('{"language":"ja","theme":"dark"}'), [], clock);
    expect([settings.current(), settings.trouble()]).toEqual([{ language: 'ja', theme: 'dark', ...NO_SHELL }, null]);
  });

  it.each(['', '{"language":', '{"language":"fr","theme":"dark"}', '[]', '{"language":"en","theme":"dark","more":1}'])(
    'are the defaults where the file holds %j, which is put aside by the next choice and never lost',
    (damaged) => {
      const file = path(damaged);
      const settings = openSettings(file, ['en-US'], clock);
      expect(settings.current()).toEqual({ language: 'en', theme: 'system', ...NO_SHELL });
      expect(settings.trouble()?.what).toBe('settings-damaged');
      expect(readFileSync(file, 'utf8')).toBe(damaged);
      settings.keep({ language: 'en', theme: 'light', ...NO_SHELL });
      expect(settings.trouble()).toBeNull();
      expect(readFileSync(join(file, '..', 'settings.damaged-2026-03-02T03-21-07-000Z.json'), 'utf8')).toBe(damaged);
      expect(openSettings(file, [], clock).current().theme).toBe('light');
    },
  );

  it('hold without the disk, and say what it answered', () => {
    const file = path();
    mkdirSync(`${file}.part`);
    const settings = openSettings(file, [], clock);
    settings.keep({ language: 'en', theme: 'dark', ...NO_SHELL });
    expect(settings.current().theme).toBe('dark');
    expect(settings.trouble()).toMatchObject({ what: 'settings-not-kept', detail: expect.stringContaining('EISDIR') });
    expect(readdirSync(join(file, '..'))).toEqual(['settings.json.part']);
  });
});
