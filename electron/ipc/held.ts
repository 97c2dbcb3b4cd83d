import { COMMANDS } from '../../shared/ipc/names';
import type { FromPage, IpcMain } from './serve';

type Listener = (event: FromPage, payload: unknown) => Promise<unknown>;

/**
 * Takes every command of the contract from now on. What the page sends before anybody answers waits, and is then
 * checked and answered like any other.
 */
export function holdCommands(ipcMain: IpcMain): IpcMain {
  const answering = new Map<string, (listener: Listener) => void>();
  for (const name of Object.keys(COMMANDS)) {
    const answered = new Promise<Listener>((settle) => answering.set(name, settle));
    ipcMain.handle(name, async (event, payload) => (await answered)(event, payload));
  }
  return {
    handle: (name, listener) => {
      const settle = answering.get(name);
      if (!settle) throw new Error(`no command of the contract: ${name}`);
      settle(listener);
    },
  };
}
