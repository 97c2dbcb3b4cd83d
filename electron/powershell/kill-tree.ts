import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { systemRoot } from './host';

/**
 * Ends a process with all that it started. Resolves when they were told to end; never rejects, since what is gone
 * already cannot be ended. Windows does it by `taskkill /T`; elsewhere the children are looked up in /proc.
 */
export async function killTree(pid: number, platform: NodeJS.Platform = process.platform): Promise<void> {
  if (platform === 'win32') return taskkill(pid);
  signal(pid, 'SIGSTOP'); // so that it starts nothing more while its children are looked up
  for (const each of [...descendantsOf(pid), pid]) signal(each, 'SIGKILL');
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone already
  }
}

function taskkill(pid: number): Promise<void> {
  return new Promise((resolve) => {
    const killer = spawn(`${systemRoot(process.env)}\\System32\\taskkill.exe`, ['/PID', String(pid), '/T', '/F'], {
      stdio: 'ignore',
      windowsHide: true,
    });
    killer.once('error', () => resolve());
    killer.once('exit', () => resolve());
  });
}

/** Every process below this one, by what /proc says of parents; none where there is no /proc. */
function descendantsOf(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of entriesOf('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : null;
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (parent: number): number[] => (children.get(parent) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The parent of a process, the fourth field of `stat`: the second, a name in brackets, may hold anything. Null: it is gone. */
export function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}
