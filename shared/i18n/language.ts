export const LANGUAGES = ['en', 'ja'] as const;

/** A language in which everything that Winnow says is written. */
export type Language = (typeof LANGUAGES)[number];

/** Whether Winnow speaks the language of this tag. */
export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text);
}

/** The first of the wanted locales that Winnow speaks, most wanted first (`ja-JP` is `ja`); English where there is none. */
export function pickLanguage(locales: readonly string[]): Language {
  for (const locale of locales) {
    const tag = locale.toLowerCase().split(/[-_.@]/, 1)[0] ?? '';
    if (isLanguage(tag)) return tag;
  }
  return 'en';
}
