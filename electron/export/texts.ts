import type { Language } from '../../shared/i18n/language';
import { speak } from '../../shared/i18n/texts';
import { clean } from '../../shared/transcript/clean';
import type { NoBundle } from './bundle';
import en from './text.en.json';
import ja from './text.ja.json';

const tables: Readonly<Record<Language, Readonly<Record<keyof typeof en, string>>>> = { en, ja };

/** What a bundle keeps that a transcript hides; to be told before one is handed out. */
export function bundleKeeps(language: Language): string {
  return speak(tables[language])('keeps');
}

/** Why a file cannot be opened as a bundle, and what to do. */
export function whyNoBundle(language: Language, why: NoBundle['why'] | 'no-file', seen: string): string {
  const t = speak(tables[language]);
  // The names of an archive's files come from whoever made it.
  const detail = clean(seen).replaceAll('\n', ' ').slice(0, 160);
  return detail === '' ? t(`why.${why}`) : t('why.detail', { why: t(`why.${why}`), detail });
}
