import { answered, type Outcome } from '../../node/outcome';
import type { Answer, Read } from '../../node/read';
import { cutSecretsIn } from '../../node/secrets';
import { keyOf, sameName } from '../edit';
import type { NodeState, RegistryValue } from '../state';

type Values = Record<string, string | number | boolean | null | string[]>;

function plain(values: Readonly<Record<string, RegistryValue>>, names: readonly string[] | undefined): Values {
  const wanted = Object.entries(values).filter(
    ([name]) => names === undefined || names.some((other) => sameName(other, name)),
  );
  return Object.fromEntries(wanted.map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]));
}

/** `HKLM\…`, `HKLM:\…` and a bare path name the same key. */
export function registryPath(path: string): string {
  return path.replace(/^(?:HKLM:?|HKEY_LOCAL_MACHINE)\\/i, '').replace(/\\$/, '');
}

/** Values of a key, and with `subkeys` those of its direct children. */
export function answerRegistry(
  state: NodeState,
  read: Extract<Read, { kind: 'registry' }>,
): Outcome<Answer<'registry'>> {
  const path = registryPath(read.path);
  const below = Object.keys(state.registry).filter((key) => sameName(key.slice(0, path.length + 1), `${path}\\`));
  const key = keyOf(state.registry, path);
  if (key === undefined && below.length === 0) return answered({ exists: false });
  const children =
    read.subkeys === true ? [...new Set(below.map((child) => child.slice(path.length + 1).split('\\')[0] ?? ''))] : [];
  const answer: Answer<'registry'> = {
    exists: true,
    values: plain(state.registry[key ?? ''] ?? {}, read.names),
    subkeys: children.map((name) => ({
      name,
      values: plain(state.registry[keyOf(state.registry, `${path}\\${name}`) ?? ''] ?? {}, read.names),
    })),
  };
  return answered(cutSecretsIn(answer));
}
