import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { quote } from '../../shared/node/powershell';
import { type FoundHost } from './host';

/**
 * Whether any program of this person could swap what lies in a folder, and so get the rights of whoever consents to start
 * it. It is tried, since on Windows nothing else tells.
 */
export function mayBeSwapped(folder: string): boolean {
  const trial = join(folder, `.winnow-${randomUUID()}`);
  try {
    closeSync(openSync(trial, 'wx'));
  } catch {
    return false;
  }
  rmSync(trial, { force: true });
  return true;
}

/** The line that has Windows ask for consent and start a program as administrator. */
export function elevationLine(executable: string, args: readonly string[]): string {
  const list = args.map(quotedArgument).join(' ');
  return `Start-Process -FilePath ${quote(executable)} -ArgumentList ${quote(list)} -Verb RunAs -ErrorAction Stop`;
}

/** One argument of a Windows command line. Quotes cannot stand in a path there; backslashes before the last are doubled. */
function quotedArgument(argument: string): string {
  return /^[^\s"]+$/.test(argument) ? argument : `"${argument.replaceAll('"', '').replace(/\\+$/, '$&$&')}"`;
}

/** Starts a program as administrator. Null: it runs; else what Windows said, such as that consent was refused. */
export function startElevated(host: FoundHost, executable: string, args: readonly string[]): Promise<string | null> {
  const line = elevationLine(executable, args);
  const options = { env: { ...host.environment }, windowsHide: true };
  return new Promise((resolve) => {
    execFile(host.executable, ['-NoProfile', '-NonInteractive', '-Command', line], options, (error, _out, said) =>
      resolve(error ? said.split(/\r?\n/, 1).join('').trim() || error.message.split('\n', 1).join('') : null),
    );
  });
}
