import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { elevationLine, mayBeSwapped, startElevated } from './elevate';
import { fakeHost } from './testing/fake-host';

describe('a restart as administrator', () => {
  it('is one plain line that a person can read', () => {
    expect(elevationLine('C:\\Program Files\\Winnow\\Winnow.exe', ['--node=live', '--session=4f1c-22'])).toBe(
      String.raw`Start-Process -FilePath 'C:\Program Files\Winnow\Winnow.exe' -ArgumentList '--node=live --session=4f1c-22' -Verb RunAs -ErrorAction Stop`,
    );
  });

  it('keeps every argument one argument, and runs nothing that is in it', () => {
    const line = elevationLine('C:\\w.exe', ["--shell=C:\\My 'Shell'; calc\\", '$(calc)']);
    expect(line).toContain(
      String.raw`-ArgumentList (''+'"--shell=C:\My '+[char]0x27+'Shell'+[char]0x27+'; calc\\" $(calc)')`,
    );
  });

  it('knows a folder in which anything of this person could swap the program, and leaves nothing there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'winnow-elevate-'));
    expect(mayBeSwapped(folder)).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
    expect(mayBeSwapped(folder)).toBe(false);
  });

  // On Windows there is a powershell.exe, which would ask for consent.
  it.skipIf(process.platform === 'win32')('that is refused says what Windows said, and throws nothing', async () => {
    const host = { ...fakeHost(), executable: '/bin/ls' }; // ends with an error for options that it does not know
    expect(await startElevated(host, 'C:\\w.exe', [])).toMatch(/ls/);
    expect(await startElevated({ ...host, executable: '/no/such/shell' }, 'C:\\w.exe', [])).toMatch(/ENOENT/);
    expect(await startElevated({ ...host, executable: '/bin/true' }, 'C:\\w.exe', [])).toBeNull();
  });
});
