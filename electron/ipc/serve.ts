import { type CommandName, commands, type Request, type Response } from '../../shared/ipc/contract';
import { mapStrings } from '../../shared/node/map-strings';
import { clean } from '../../shared/transcript/clean';
import { type Log, traceOf } from '../log';
import { isTrustedSender } from '../window/decide';

/** What answers each command of the contract. */
export type Handlers = { readonly [C in CommandName]: (request: Request<C>) => Promise<Response<C>> | Response<C> };

interface Frame {
  readonly url: string;
}

/** Who sent a message, as Electron tells it. `senderFrame` is null where the frame is gone by now. */
export interface FromPage {
  readonly senderFrame: Frame | null;
  readonly sender: { readonly id: number; readonly mainFrame: Frame };
}

/** What of Electron's `ipcMain` is needed. */
export interface IpcMain {
  handle(channel: string, listener: (event: FromPage, payload: unknown) => Promise<unknown>): void;
}

/**
 * Connects the contract to its handlers. Each message is answered only when it comes from the window's own main frame
 * and its payload is, to the letter, what the contract says; anything else never reaches a handler. What is refused is
 * logged, and so is a bug in a handler: the page hears of either only that its message failed. What a node says may hold
 * characters that turn or hide text; no answer carries them.
 */
export function serve(
  ipcMain: IpcMain,
  handlers: Handlers,
  contentsId: () => number,
  devServer: string | null,
  log: Log,
): void {
  for (const name of commandNames()) connect(ipcMain, name, handlers, contentsId, devServer, log);
}

function connect(
  ipcMain: IpcMain,
  name: CommandName,
  handlers: Handlers,
  contentsId: () => number,
  devServer: string | null,
  log: Log,
): void {
  // The schema of this very command lets a request pass before its handler sees it.
  const handler = handlers[name] as (request: unknown) => unknown;
  ipcMain.handle(name, async (event, payload) => {
    const frame = event.senderFrame;
    const isMainFrame = frame !== null && frame === event.sender.mainFrame;
    const sender = { url: frame?.url ?? '', isMainFrame, contentsId: event.sender.id };
    if (!isTrustedSender(sender, { contentsId: contentsId(), devServer })) {
      log(`refused ${name}`, `sender ${sender.url}`);
      throw new Error('refused');
    }
    const parsed = commands[name].request.safeParse(payload);
    if (!parsed.success) {
      log(`refused ${name}`, parsed.error.issues[0]?.message ?? 'payload');
      throw new Error('refused');
    }
    try {
      return mapStrings(await handler(parsed.data), clean);
    } catch (error) {
      log(`bug in ${name}`, traceOf(error));
      throw new Error('bug', { cause: error });
    }
  });
}

function commandNames(): readonly CommandName[] {
  return Object.keys(commands) as CommandName[]; // the contract is a closed object
}
