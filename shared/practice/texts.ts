import en from './text.en.json';
import ja from './text.ja.json';

/** What each practice node is called. */
export const practiceTexts: Readonly<Record<'en' | 'ja', Readonly<Record<string, { readonly title: string }>>>> = {
  en,
  ja,
};
