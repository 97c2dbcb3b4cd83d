import type { IpcMainInvokeEvent } from 'electron';
import { type CommandName, commands, type Request, type Response } from '../../shared/ipc/contract';
import { isTrustedSender } from '../window/decide';

/** What answers each command of the contract. */
export type Handlers = { readonly [C in CommandName]: (request: Request<C>) => Promise<Response<C>> | Response<C> };

interface IpcMain {
  handle(channel: string, listener: (event: IpcMainInvokeEvent, payload: unknown) => unknown): void;
}

/** A message that was not let through: from whom, or why. */
export type Refused = (channel: string, why: string) => void;

/**
 * Connects the contract to its handlers. Each message is answered only when it comes from the window's own main frame
 * and its payload is, to the letter, what the contract says; anything else never reaches a handler.
 */
export function serve(
  ipcMain: IpcMain,
  handlers: Handlers,
  contentsId: () => number,
  devServer: string | null,
  refused: Refused,
): void {
  for (const name of commandNames()) connect(ipcMain, name, handlers, contentsId, devServer, refused);
}

function connect(
  ipcMain: IpcMain,
  name: CommandName,
  handlers: Handlers,
  contentsId: () => number,
  devServer: string | null,
  refused: Refused,
): void {
  // The schema of this very command lets a request pass before its handler sees it.
  const handler = handlers[name] as (request: unknown) => unknown;
  ipcMain.handle(name, (event, payload) => {
    const frame = event.senderFrame;
    const isMainFrame = frame !== null && frame === event.sender.mainFrame;
    const sender = { url: frame?.url ?? '', isMainFrame, contentsId: event.sender.id };
    if (!isTrustedSender(sender, { contentsId: contentsId(), devServer })) {
      refused(name, `sender ${sender.url}`);
      throw new Error('refused');
    }
    const parsed = commands[name].request.safeParse(payload);
    if (!parsed.success) {
      refused(name, parsed.error.issues[0]?.message ?? 'payload');
      throw new Error('refused');
    }
    return handler(parsed.data);
  });
}

function commandNames(): readonly CommandName[] {
  return Object.keys(commands) as CommandName[]; // the contract is a closed object
}
