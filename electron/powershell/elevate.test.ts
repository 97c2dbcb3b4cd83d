import { describe, expect, it } from 'vitest';
import { elevationLine, startElevated } from './elevate';
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

  // On Windows there is a powershell.exe, which would ask for consent.
  it.skipIf(process.platform === 'win32')('that is refused says what Windows said, and throws nothing', async () => {
    const host = { ...fakeHost(), executable: '/bin/ls' }; // ends with an error for options that it does not know
    expect(await startElevated(host, 'C:\\w.exe', [])).toMatch(/ls/);
    expect(await startElevated({ ...host, executable: '/no/such/shell' }, 'C:\\w.exe', [])).toMatch(/ENOENT/);
    expect(await startElevated({ ...host, executable: '/bin/true' }, 'C:\\w.exe', [])).toBeNull();
  });
});
