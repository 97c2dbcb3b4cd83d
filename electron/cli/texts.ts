import type { Language } from '../../shared/i18n/language';
import { memberKey, type Say as SayOf, speak } from '../../shared/i18n/texts';
import { nearest } from './nearest';
import en from './text.en.json';
import ja from './text.ja.json';

export type Key = keyof typeof en;
export type Say = SayOf<Key>;

const tables: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { en, ja };

/** The texts of the terminal in a language. */
export function sayIn(language: Language): Say {
  return speak(tables[language]);
}

/** The text of one of a set's members, such as a verdict; the member itself where there is none. */
export function member(t: Say, set: string, name: string): string {
  const key = memberKey(en, set, name);
  return key === null ? name : t(key);
}

/** "Did you mean …?", or nothing where no known word is near. */
export function nearText(t: Say, word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null ? '' : t('near', { near });
}
