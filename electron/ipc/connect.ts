import { ipcMain } from 'electron';
import { type HeldCommands, holdCommands } from './held';

/** Takes the window's commands from now on; they wait for the one who serves them. */
export function takeCommands(): HeldCommands {
  return holdCommands(ipcMain);
}
