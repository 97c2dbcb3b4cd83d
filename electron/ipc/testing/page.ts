import { type CommandName, commands, type Request, type Response } from '../../../shared/ipc/contract';
import { PAGE } from '../../window/decide';
import { type FromPage, type Handlers, serve } from '../serve';

/** The id of the window's contents. */
export const CONTENTS = 7;

/** What the window's own page is to Electron. */
export function ownPage(url = PAGE): FromPage {
  const frame = { url };
  return { senderFrame: frame, sender: { id: CONTENTS, mainFrame: frame } };
}

/** A page without a window: what it sends goes through the same door as what the window sends. */
export class Page {
  readonly log: string[] = [];
  readonly #listeners = new Map<string, (event: FromPage, payload: unknown) => Promise<unknown>>();

  constructor(handlers: Handlers, devServer: string | null = null) {
    serve(
      { handle: (channel, listener) => void this.#listeners.set(channel, listener) },
      handlers,
      () => CONTENTS,
      devServer,
      (what, detail) => this.log.push(`${what}: ${detail}`),
    );
  }

  get channels(): readonly string[] {
    return [...this.#listeners.keys()];
  }

  /** Anything, from anyone. */
  async raw(channel: string, payload: unknown, event: FromPage = ownPage()): Promise<unknown> {
    const listener = this.#listeners.get(channel);
    if (!listener) throw new Error(`nobody listens to ${channel}`);
    return listener(event, payload);
  }

  /** As the page does. The answer must be, to the letter, what the contract says; it is copied as on its way there. */
  async send<C extends CommandName>(name: C, request: Request<C>): Promise<Response<C>> {
    const answer: unknown = structuredClone(await this.raw(name, request));
    return commands[name].response.parse(answer) as Response<C>; // the schema of this very command
  }
}
