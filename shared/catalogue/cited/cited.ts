import type { Language } from '../../i18n/language';
import en from './cited.en.json';
import ja from './cited.ja.json';

const tables: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { en, ja };

/**
 * What a cited value is, in words; the place itself where there are none. In the tables `*` stands for a place in a
 * list and `{name}` for the name of a thing, such as a service.
 */
export function citedLabel(language: Language, probe: string, pointer: string): string {
  const { key, name } = wordsOf(probe, pointer);
  if (key !== null) return tables[language][key].replaceAll('{name}', name);
  return pointer === '' ? probe : dotted(pointer);
}

/** What cited values that stand together are, in words. Places with the same words are told apart by the places. */
export function citedLabels(language: Language, places: ReadonlyArray<{ probe: string; pointer: string }>) {
  const labels = places.map(({ probe, pointer }) => citedLabel(language, probe, pointer));
  return places.map(({ pointer }, index): string => {
    const label = labels[index] ?? '';
    return labels.indexOf(label) === labels.lastIndexOf(label) ? label : `${label} (${dotted(pointer)})`;
  });
}

function dotted(pointer: string): string {
  return pointer.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The pointer with what came from the node in it changed; what has words is Winnow's own, and stays. */
export function mapPointer(probe: string, pointer: string, change: (text: string) => string): string {
  const { key, named } = wordsOf(probe, pointer);
  if (key === null) return change(pointer);
  return pointer
    .split('/')
    .map((part, index) => (index === named ? change(part) : part))
    .join('/');
}

/** The words of a place, and which part of its pointer names a thing. */
function wordsOf(probe: string, pointer: string): { key: keyof typeof en | null; name: string; named: number | null } {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? '*' : part.replaceAll('~1', '/').replaceAll('~0', '~')));
  const exact = [probe, ...parts].join('/');
  if (isKey(exact)) return { key: exact, name: '', named: null };
  for (const [index, name] of parts.entries()) {
    const key = [probe, ...parts.with(index, '{name}')].join('/');
    if (name !== '*' && isKey(key)) return { key, name, named: index + 1 };
  }
  return { key: null, name: '', named: null };
}

function isKey(key: string): key is keyof typeof en {
  return Object.hasOwn(en, key);
}
