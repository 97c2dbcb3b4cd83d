import { parseArgs } from 'node:util';

/** What the window may be started with. */
export interface LaunchOptions {
  /** `live`, `practice:<id>` or `bundle:<file>`. */
  readonly node?: string | undefined;
  /** The PowerShell for the live node, see `findHost`; it goes before that of the settings. */
  readonly shell?: string | undefined;
  /** A session to go on with. */
  readonly session?: string | undefined;
}

/** The options among all that Electron and Chromium are started with. */
export function launchOptions(argv: readonly string[]): LaunchOptions {
  const string = { type: 'string' } as const;
  const options = { node: string, shell: string, session: string };
  const { node, shell, session } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
  }).values;
  return {
    ...(typeof node === 'string' && { node }),
    ...(typeof shell === 'string' && { shell }),
    ...(typeof session === 'string' && /^[a-z0-9-]{1,64}$/.test(session) && { session }),
  };
}
