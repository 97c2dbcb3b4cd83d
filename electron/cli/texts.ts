import type { Language } from '../../shared/i18n/language';
import en from './text.en.json';
import ja from './text.ja.json';

export type Key = keyof typeof en;
/** Says a text, with the values that stand for its names in braces. */
export type Say = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

const tables: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { en, ja };

/** The texts of the terminal in a language. */
export function sayIn(language: Language): Say {
  return (key, values = {}) =>
    tables[language][key].replaceAll(/\{([a-z]+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    );
}

/** The text of one of a set's members, such as a verdict; the member itself where there is none. */
export function member(t: Say, set: string, name: string): string {
  const key = `${set}.${name}`;
  return isKey(key) ? t(key) : name;
}

function isKey(key: string): key is Key {
  return Object.hasOwn(en, key);
}
