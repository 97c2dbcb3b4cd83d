import { describe, expect, it } from 'vitest';
import { findHost, type Machine } from './host';

function machine(changes: Partial<Machine> = {}, present: readonly string[] = []): Machine {
  return { platform: 'win32', environment: {}, exists: (path) => present.includes(path), ...changes };
}

const POWERSHELL = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
const SYSNATIVE = 'C:\\Windows\\Sysnative\\WindowsPowerShell\\v1.0\\powershell.exe';

describe('the PowerShell that is started', () => {
  it('is the one of Windows, by its absolute path', () => {
    const host = findHost(undefined, machine({}, [POWERSHELL]));
    expect(host).toMatchObject({ kind: 'found', executable: POWERSHELL });
  });

  it('is the 64-bit one for a 32-bit process', () => {
    const wow = machine({ environment: { PROCESSOR_ARCHITEW6432: 'AMD64' } }, [POWERSHELL, SYSNATIVE]);
    expect(findHost('windows', wow)).toMatchObject({ executable: SYSNATIVE });
  });

  it('is never taken from PATH', () => {
    const host = findHost('pwsh', machine({ environment: { PATH: 'C:\\evil' } }, ['C:\\evil\\pwsh.exe', 'pwsh']));
    expect(host).toEqual({
      kind: 'failed',
      what: 'no-such-shell',
      detail: 'C:\\Program Files\\PowerShell\\7\\pwsh.exe',
    });
  });

  it.each(['C:\\evil;C:\\x', '\\\\server\\share', '..\\x', 'C:\\a"b'])('does not believe in %s as Windows', (root) => {
    const host = findHost('windows', machine({ environment: { SystemRoot: root } }, [POWERSHELL]));
    expect(host).toMatchObject({ executable: POWERSHELL, environment: { SystemRoot: 'C:\\Windows' } });
  });

  it('may be any program by its absolute path, and no other', () => {
    const linux = machine({ platform: 'linux' }, ['/opt/engine', 'engine']);
    expect(findHost('/opt/engine', linux)).toMatchObject({ kind: 'found', executable: '/opt/engine' });
    expect(findHost('engine', linux)).toEqual({ kind: 'failed', what: 'no-such-shell', detail: 'engine' });
    expect(findHost('/opt/other', linux)).toEqual({ kind: 'failed', what: 'no-such-shell', detail: '/opt/other' });
  });

  it('is not the one of Windows elsewhere', () => {
    const linux = machine({ platform: 'linux' }, [POWERSHELL]);
    expect(findHost('windows', linux)).toEqual({ kind: 'failed', what: 'no-windows-powershell', detail: 'linux' });
    expect(findHost(undefined, linux)).toMatchObject({ what: 'no-such-shell', detail: '/usr/bin/pwsh' });
  });

  it('sees no search path that a user can write to, and nothing that steers node-powershell', () => {
    const environment = {
      PATH: 'C:\\Users\\me\\bin',
      PSModulePath: 'C:\\Users\\me\\modules',
      NODE_POWERSHELL: 'C:\\evil.exe',
      HTTPS_PROXY: 'http://proxy',
      TEMP: 'C:\\Temp',
    };
    const host = findHost('windows', machine({ environment }, [POWERSHELL]));
    expect(JSON.stringify(host)).not.toMatch(/Users|evil|proxy/);
    expect(host).toMatchObject({ environment: { TEMP: 'C:\\Temp', POWERSHELL_TELEMETRY_OPTOUT: '1' } });
  });
});
