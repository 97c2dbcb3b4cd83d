import { CUT } from '../../node/secrets';
import type { Write } from '../../node/write';

const SERVICES = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services';

/** A command line in which a flag has this value; every other word stays as it is. */
export function withFlag(commandLine: string, flag: string, value: string): string {
  const wanted = `--${flag}=${value}`;
  const there = new RegExp(String.raw`--${flag}(?:=(?:"[^"]*"|[^\s"]*)|[ \t]+(?:"[^"]*"|[^\s"]+))`);
  return there.test(commandLine) ? commandLine.replace(there, () => wanted) : `${commandLine.trimEnd()} ${wanted}`;
}

/** A command line without a flag and its value. A next word that is a flag itself is no value. */
export function withoutFlag(commandLine: string, flag: string): string {
  const there = new RegExp(String.raw`[ \t]*--${flag}(?:=(?:"[^"]*"|\S*)|[ \t]+(?!-)(?:"[^"]*"|\S+))?(?=\s|$)`, 'g');
  return commandLine.replace(there, '').trimStart();
}

interface Evidence {
  readonly service: { readonly state: string; readonly path: string | null };
  /** Null: nssm does not stand between the service and its program; undefined: that could not be read. */
  readonly nssm: { readonly application: string; readonly parameters: string | null } | null | undefined;
}

/** Why a service's arguments cannot be changed where they are kept. */
export type Fixed = 'arguments-unread' | 'arguments-in-script' | 'command-line-unknown';

/**
 * Changes the arguments of a service in the one place that keeps them (nssm's AppParameters, else the ImagePath), and
 * starts it anew. Arguments that another program hands on, or of which a secret was cut, are left alone.
 */
export function changedArguments(
  name: string,
  program: string,
  { service, nssm }: Evidence,
  change: (commandLine: string) => string,
): readonly [Write, ...Write[]] | Fixed {
  if (nssm === undefined) return 'arguments-unread';
  const started = nssm === null ? service.path : nssm.application;
  if (started === null) return 'arguments-unread';
  if (!started.toLowerCase().includes(`${program}.exe`)) return 'arguments-in-script';
  const before = nssm === null ? service.path : (nssm.parameters ?? '');
  if (before === null || before.includes(CUT)) return 'command-line-unknown';
  const place =
    nssm === null
      ? { path: `${SERVICES}\\${name}`, name: 'ImagePath' }
      : { path: `${SERVICES}\\${name}\\Parameters`, name: 'AppParameters' };
  const action = service.state === 'Stopped' ? 'start' : 'restart';
  return [
    { kind: 'registry', ...place, value: change(before) },
    { kind: 'service', name, action },
  ];
}
