import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The folder of sessions and settings: `WINNOW_DATA`, else where the window keeps its own. */
export function dataFolder(environment: Environment, platform: NodeJS.Platform): string {
  if (environment.WINNOW_DATA) return environment.WINNOW_DATA;
  if (platform === 'win32') return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'winnow');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'winnow');
  return join(environment.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'winnow');
}

/** The locale that the terminal is set to, else the system's. */
export function localesOf(environment: Environment, system: string): readonly string[] {
  const set = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find((value) => value);
  return [set ?? system];
}

/** Whether the terminal can only print line after line, or somebody wants it to (`ACCESSIBLE`, for screen readers). */
export function isPlain({ TERM, ACCESSIBLE }: Environment): boolean {
  return TERM === 'dumb' || (ACCESSIBLE !== undefined && !['', '0', 'false'].includes(ACCESSIBLE));
}
