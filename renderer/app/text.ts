import type { RemediationText, SymptomText } from '../../shared/catalogue/texts';
import type { Language } from '../../shared/i18n/language';
import { type Say, speak } from '../../shared/i18n/texts';
import en from './texts.en.json';
import ja from './texts.ja.json';
import { served } from './served';
import { useStore } from './store';
import { unbroken } from './unbroken';

export type TextKey = keyof typeof en;
export type Translate = Say<TextKey>;

const tables: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { en, ja: unbroken(ja) };

export function useLanguage(): Language {
  return useStore((state) => state.app?.settings.language ?? served.language);
}

/**
 * The window's own words in the current language. Members of closed sets, such as reasons and troubles, have a key of
 * their own, so that one without a text does not compile.
 */
export function useText(): Translate {
  const language = useLanguage();
  return speak(tables[language]);
}

/** A time in the person's own zone and format. `at` is ISO 8601 in UTC. */
export function useTime(): (at: string) => string {
  return useTimeIn('short');
}

/** A time to the second, for what follows another within seconds. */
export function useExactTime(): (at: string) => string {
  return useTimeIn('medium');
}

function useTimeIn(timeStyle: 'short' | 'medium'): (at: string) => string {
  const format = new Intl.DateTimeFormat(useLanguage(), { dateStyle: 'medium', timeStyle });
  return (at) => (Number.isNaN(Date.parse(at)) ? at : format.format(new Date(at)));
}

/** A number as the person writes it. */
export function useNumber(): (value: number) => string {
  const format = new Intl.NumberFormat(useLanguage());
  return (value) => format.format(value);
}

/** How long something took: below a second in milliseconds, else in seconds. */
export function durationText(milliseconds: number, t: Translate): string {
  return milliseconds < 1000
    ? t('milliseconds', { count: milliseconds })
    : t('seconds', { count: Math.round(milliseconds / 100) / 10 });
}

/** What the catalogue says in the current language. */
export interface CatalogueWords {
  symptom(id: string): SymptomText | null;
  remediation(id: string): RemediationText | null;
  probe(id: string): string;
}

export function useCatalogue(): CatalogueWords {
  const words = useStore((state) => state.words);
  const symptoms: Readonly<Record<string, SymptomText>> = words?.symptoms ?? {};
  const remediations: Readonly<Record<string, RemediationText>> = words?.remediations ?? {};
  return {
    symptom: (id) => own(symptoms, id),
    remediation: (id) => own(remediations, id),
    probe: (id) => own(words?.probes ?? {}, id)?.title ?? id,
  };
}

function own<T>(items: Readonly<Record<string, T>>, id: string): T | null {
  return Object.hasOwn(items, id) ? (items[id] ?? null) : null;
}
