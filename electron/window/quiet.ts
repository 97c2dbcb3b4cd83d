import type { CommandLine } from 'electron';

/** What keeps the browser inside from using the network on its own account. */
const QUIET: ReadonlyArray<readonly [name: string, value?: string]> = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  // Hints in a page can make the browser look names up before any request is made and can be refused.
  ['host-resolver-rules', 'MAP * ~NOTFOUND , EXCLUDE localhost'],
];

/** Makes the browser quiet. To be called before the program is ready: later is too late. */
export function keepQuiet(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  for (const [name, value] of QUIET) commandLine.appendSwitch(name, value);
}

/** Switches by which another program could take part in the window's page: read it, and act as the person in it. */
const DEBUGGING = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
];

/** Takes remote debugging away from a packaged program. To be called before the program is ready: it listens from then on. */
export function refuseDebugging(commandLine: Pick<CommandLine, 'removeSwitch'>, packaged: boolean): void {
  if (!packaged) return;
  for (const name of DEBUGGING) commandLine.removeSwitch(name);
}
