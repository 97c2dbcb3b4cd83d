import { ipcMain } from 'electron';
import { holdCommands } from './held';
import type { IpcMain } from './serve';

/** Takes the window's commands from now on; they wait for the one who serves them. */
export function takeCommands(): IpcMain {
  return holdCommands(ipcMain);
}
