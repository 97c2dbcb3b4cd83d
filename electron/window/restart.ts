import { dirname } from 'node:path';
import type { App } from 'electron';
import type { Failure } from '../../shared/ipc/contract';
import { failed } from '../ipc/answers';
import type { LaunchOptions } from '../launch-options';
import { mayBeSwapped, startElevated } from '../powershell/elevate';
import { findHost } from '../powershell/host';

/**
 * Starts Winnow once more, as administrator and with the same session, and ends this one. Null: that was done; else
 * why not, and this one goes on: a person may well refuse the consent that Windows asks for. A program in a folder that
 * needs no rights to be changed is not started as administrator.
 */
export async function restartElevated(app: App, { shell, session }: LaunchOptions): Promise<Failure | null> {
  const folder = dirname(process.execPath);
  // Whoever develops Winnow works on it in a folder of their own.
  if (app.isPackaged && mayBeSwapped(folder)) return failed('folder-writable', folder);
  const host = findHost('windows');
  if (host.kind === 'failed') return failed('not-windows');
  const options = {
    '--node': 'live',
    ...(shell !== undefined && { '--shell': shell }),
    ...(session !== undefined && { '--session': session }),
  };
  const args = Object.entries(options).map(([name, value]) => `${name}=${value}`);
  app.releaseSingleInstanceLock(); // the other one needs it
  const why = await startElevated(host, process.execPath, app.isPackaged ? args : [app.getAppPath(), ...args]);
  if (why !== null) {
    app.requestSingleInstanceLock();
    return failed('not-restarted', why);
  }
  app.quit();
  return null;
}
