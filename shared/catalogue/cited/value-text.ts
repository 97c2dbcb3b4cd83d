import type { Language } from '../../i18n/language';
import { speak } from '../../i18n/texts';
import en from './value.en.json';
import ja from './value.ja.json';

const tables: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { en, ja };

/** A value as short text; of a list how many items there are, and what the first ones are called. */
export interface Shown {
  readonly value: string;
  readonly list: { readonly count: number; readonly first: readonly string[] } | null;
}

/** A value in words, of a list never the whole. `time` says the times among them. */
export function valueText(language: Language, { value, list }: Shown, time: (text: string) => string): string {
  const t = speak(tables[language]);
  if (list) {
    if (list.count === 0) return t('empty');
    const key = list.count > list.first.length ? 'list-more' : 'list';
    return t(key, { count: list.count, first: list.first.map(time).join(', ') });
  }
  if (value === 'true') return t('yes');
  if (value === 'false') return t('no');
  return value === 'null' ? t('nothing') : time(value);
}
