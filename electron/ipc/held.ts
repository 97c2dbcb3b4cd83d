import { COMMANDS } from '../../shared/ipc/names';
import type { FromPage, IpcMain } from './serve';

type Listener = (event: FromPage, payload: unknown) => Promise<unknown>;

/** The commands of the page, taken before anybody answers them. */
export interface HeldCommands {
  /** Takes the listeners that answer. */
  readonly ipc: IpcMain;
  /** Settles with the first command: the page has its scripts, and has begun to draw. */
  readonly begun: Promise<void>;
}

/**
 * Takes every command of the contract from now on. What the page sends before anybody answers waits, and is then
 * checked and answered like any other.
 */
export function holdCommands(ipcMain: IpcMain): HeldCommands {
  const answering = new Map<string, (listener: Listener) => void>();
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((settle) => (begin = settle));
  for (const name of Object.keys(COMMANDS)) {
    const answered = new Promise<Listener>((settle) => answering.set(name, settle));
    ipcMain.handle(name, async (event, payload) => {
      begin();
      return (await answered)(event, payload);
    });
  }
  const handle: IpcMain['handle'] = (name, listener) => {
    const settle = answering.get(name);
    if (!settle) throw new Error(`no command of the contract: ${name}`);
    settle(listener);
  };
  return { ipc: { handle }, begun };
}
