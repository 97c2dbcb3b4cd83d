import { symptomTexts, isSymptomId } from '../../shared/catalogue/symptoms';
import { remediationTexts } from '../../shared/catalogue/remediations/texts';
import { probeTexts } from '../../shared/catalogue/probes/texts';
import type { RemediationText, SymptomText } from '../../shared/catalogue/texts';
import type { Language } from '../../shared/i18n/language';
import { memberKey, type Say, speak } from '../../shared/i18n/texts';
import en from './texts.en.json';
import ja from './texts.ja.json';
import { useStore } from './store';

export type TextKey = keyof typeof en;
export type Translate = Say<TextKey>;

const tables: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { en, ja };

export function useLanguage(): Language {
  return useStore((state) => state.app?.settings.language ?? 'en');
}

/** The window's own words in the current language. */
export function useText(): Translate {
  const language = useLanguage();
  return speak(tables[language]);
}

/** A word for a member of a closed set, such as a reason; the member itself where the texts have none. */
export function useWord(): (
  set: 'reason' | 'result' | 'risk' | 'run' | 'trouble' | 'why' | 'step-status' | 'hidden',
  member: string,
) => string {
  const language = useLanguage();
  return (set, member) => {
    const key = memberKey(en, set, member);
    return key === null ? member : tables[language][key];
  };
}

/** What the catalogue says in the current language. */
export interface CatalogueWords {
  symptom(id: string): SymptomText | null;
  remediation(id: string): RemediationText | null;
  probe(id: string): string;
}

export function useCatalogue(): CatalogueWords {
  const language = useLanguage();
  return {
    symptom: (id) => (isSymptomId(id) ? symptomTexts[id][language] : null),
    remediation: (id) => remediationTexts[id]?.[language] ?? null,
    probe: (id) => probeTexts[language][id]?.title ?? id,
  };
}
