import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLog } from './log';

const clock = () => new Date('2026-03-02T03:21:07.000Z');

function fresh(): string {
  return join(mkdtempSync(join(tmpdir(), 'winnow-log-')), 'winnow.log');
}

describe('the log', () => {
  const stderr = vi.spyOn(process.stderr, 'write');
  beforeEach(() => void stderr.mockReturnValue(true));
  afterEach(() => void stderr.mockClear());

  it('is one line for each thing, for its owner only', async () => {
    const file = fresh();
    openLog(file, clock)('refused', 'two\nlines\u001b[31m');
    await vi.waitFor(() =>
      expect(readFileSync(file, 'utf8')).toBe('2026-03-02T03:21:07.000Z refused: two lines [31m\n'),
    );
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('holds no secret and nothing that steers the screen', () => {
    openLog(fresh(), clock)('bug', `${'x'.repeat(480)} --token=abcdef.0123456789abcdef \u202eend`);
    const said = String(stderr.mock.calls[0]?.[0]);
    expect(said).not.toContain('abcdef');
    expect(said).toContain('--token=<rem');
    openLog(fresh(), clock)('bug', 'a\u202eb\u200bc');
    expect(String(stderr.mock.calls[1]?.[0])).toContain('bug: a b c\n');
  });

  it('is cut short and has an end', () => {
    const log = openLog(fresh(), clock);
    for (let index = 0; index < 2000; index += 1) log('loop', 'x'.repeat(10_000));
    expect(stderr.mock.calls).toHaveLength(1000);
    expect(String(stderr.mock.calls[0]?.[0]).length).toBeLessThan(600);
  });

  it('does not stop the program where it cannot be written', async () => {
    openLog('/nowhere/at/all/winnow.log', clock)('refused', 'still said');
    await new Promise(setImmediate);
    expect(stderr).toHaveBeenCalledWith(expect.stringContaining('still said'));
  });
});
