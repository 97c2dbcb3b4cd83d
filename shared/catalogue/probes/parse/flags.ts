const FLAG = /--([a-z0-9-]+)(?:[= ]("[^"]*"|(?!--)\S+))?/g;

/** The `--name value` and `--name=value` flags of a command line; a flag without a value is `true`. */
export function flagsOf(commandLine: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...commandLine.matchAll(FLAG)].map(([, name = '', value]) => [name, (value ?? 'true').replaceAll('"', '')]),
  );
}
