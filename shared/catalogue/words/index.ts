import type { Language } from '../../i18n/language';
import { words as en } from './en';
import { words as ja } from './ja';

export type Words = typeof en;

/** All that the catalogue says, by language. */
export const words: Readonly<Record<Language, Words>> = { en, ja };
