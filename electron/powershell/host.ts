import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where a PowerShell is looked for. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly environment: Environment;
  exists(path: string): boolean;
}

export interface FoundHost {
  readonly kind: 'found';
  readonly executable: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A PowerShell that can be started, or why there is none. */
export type Host =
  | FoundHost
  | { readonly kind: 'failed'; readonly what: 'no-windows-powershell' | 'no-such-shell'; readonly detail: string };

const thisMachine: Machine = { platform: process.platform, environment: process.env, exists: existsSync };

/**
 * The PowerShell of this choice: `windows` (5.1, part of Windows), `pwsh` (7) or an absolute path. Nothing is searched
 * on PATH. Without a choice: `windows` on Windows, `pwsh` elsewhere.
 */
export function findHost(choice: string | undefined, machine: Machine = thisMachine): Host {
  const wanted = choice ?? (machine.platform === 'win32' ? 'windows' : 'pwsh');
  if (wanted === 'windows' && machine.platform !== 'win32') {
    return { kind: 'failed', what: 'no-windows-powershell', detail: machine.platform };
  }
  const places = placesOf(wanted, machine);
  const executable = places.find((path) => machine.exists(path));
  if (executable === undefined) return { kind: 'failed', what: 'no-such-shell', detail: places[0] ?? wanted };
  return { kind: 'found', executable, environment: environmentFor(machine) };
}

function placesOf(wanted: string, { platform, environment }: Machine): readonly string[] {
  if (wanted === 'windows') {
    // A 32-bit process sees System32 only as its 32-bit twin; Sysnative leads it to the real one.
    const system = environment.PROCESSOR_ARCHITEW6432 ? 'Sysnative' : 'System32';
    return [win32.join(systemRoot(environment), system, 'WindowsPowerShell', 'v1.0', 'powershell.exe')];
  }
  if (wanted === 'pwsh') {
    return platform === 'win32'
      ? [win32.join(programFiles(environment), 'PowerShell', '7', 'pwsh.exe')]
      : ['/usr/bin/pwsh', '/usr/local/bin/pwsh', '/opt/microsoft/powershell/7/pwsh'];
  }
  return (platform === 'win32' ? win32 : posix).isAbsolute(wanted) ? [wanted] : [];
}

/** The folder of Windows. A value that cannot be one is not believed. */
export function systemRoot(environment: Environment): string {
  return rooted(environment.SystemRoot, 'C:\\Windows');
}

function programFiles(environment: Environment): string {
  return rooted(environment.ProgramW6432 ?? environment.ProgramFiles, 'C:\\Program Files');
}

function rooted(value: string | undefined, otherwise: string): string {
  return value !== undefined && /^[A-Za-z]:\\[\w .()-]+$/.test(value) ? value : otherwise;
}

/** What a shell is let know of its surroundings, besides what is set here. */
const KEPT = {
  windows: [
    ...['SystemDrive', 'ComSpec', 'TEMP', 'TMP', 'ProgramData', 'ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432'],
    ...['CommonProgramFiles', 'ALLUSERSPROFILE', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'USERNAME', 'USERDOMAIN'],
    ...['COMPUTERNAME', 'NUMBER_OF_PROCESSORS', 'PROCESSOR_ARCHITECTURE'],
  ],
  others: ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'DOTNET_ROOT'],
};

/** A reduced environment: search paths that only an administrator can write to, no colours, no telemetry. */
function environmentFor({ platform, environment }: Machine): Readonly<Record<string, string>> {
  const windows = platform === 'win32';
  const kept = (windows ? KEPT.windows : KEPT.others).flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    ...(windows ? searchPaths(systemRoot(environment), programFiles(environment)) : { TERM: 'dumb' }),
    POWERSHELL_TELEMETRY_OPTOUT: '1',
    POWERSHELL_UPDATECHECK: 'Off',
  };
}

function searchPaths(root: string, programs: string): Readonly<Record<string, string>> {
  const system = win32.join(root, 'System32');
  const shell = win32.join(system, 'WindowsPowerShell', 'v1.0');
  return {
    SystemRoot: root,
    windir: root,
    PATH: [system, root, win32.join(system, 'Wbem'), shell].join(';'),
    PATHEXT: '.COM;.EXE;.BAT;.CMD',
    PSModulePath: [win32.join(shell, 'Modules'), win32.join(programs, 'WindowsPowerShell', 'Modules')].join(';'),
  };
}
