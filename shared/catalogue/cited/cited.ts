import type { Language } from '../../i18n/language';
import en from './cited.en.json';
import ja from './cited.ja.json';

const tables: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { en, ja };

/**
 * What a cited value is, in words; the place itself where there are none. In the tables `*` stands for a place in a
 * list and `{name}` for the name of a thing, such as a service.
 */
export function citedLabel(language: Language, probe: string, pointer: string): string {
  const parts = pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? '*' : part.replaceAll('~1', '/').replaceAll('~0', '~')));
  const exact = [probe, ...parts].join('/');
  if (isKey(exact)) return tables[language][exact];
  for (const [index, name] of parts.entries()) {
    const general = [probe, ...parts.with(index, '{name}')].join('/');
    if (name !== '*' && isKey(general)) return tables[language][general].replaceAll('{name}', name);
  }
  return parts.length === 0 ? probe : pointer.slice(1).replaceAll('/', '.');
}

function isKey(key: string): key is keyof typeof en {
  return Object.hasOwn(en, key);
}
