import { probeTexts } from '../../shared/catalogue/probes/texts';
import { remediationTexts } from '../../shared/catalogue/remediations/texts';
import { isSymptomId, symptomTexts } from '../../shared/catalogue/symptoms';
import type { Both, RemediationText, SymptomText } from '../../shared/catalogue/texts';
import { splitStepKey } from '../../shared/engine/catalogue';
import { UNSURE } from '../../shared/engine/walk';
import type { Language } from '../../shared/i18n/language';
import { practiceTexts } from '../../shared/practice/texts';
import type { Say } from './texts';

const remedies: Readonly<Record<string, Both<RemediationText>>> = remediationTexts;

/** What the catalogue says, by id. An id without a text stands for itself. */
export interface Words {
  symptom(id: string): string;
  cause(symptom: string, cause: string): { readonly title: string; readonly explanation: string };
  question(step: string): string;
  answer(step: string, answer: string): string;
  remediation(id: string): string;
  touches(id: string): string;
  /** Why a remediation does not fit. */
  notHere(id: string, why: string): string;
  probe(id: string): string;
  practice(id: string): string;
}

/** The catalogue in a language. */
export function wordsIn(language: Language, t: Say): Words {
  const symptom = (id: string): SymptomText | undefined => (isSymptomId(id) ? symptomTexts[id][language] : undefined);
  const step = (key: string) => {
    const { symptom: where, step: name } = splitStepKey(key);
    return own(symptom(where)?.steps, name);
  };
  const remedy = (id: string) => own(remedies, id)?.[language];
  return {
    symptom: (id) => symptom(id)?.title ?? id,
    cause: (where, cause) => own(symptom(where)?.causes, cause) ?? { title: cause, explanation: '' },
    question: (key) => step(key)?.question ?? key,
    answer: (key, answer) => (answer === UNSURE ? t('unsure') : (own(step(key)?.answers, answer) ?? answer)),
    remediation: (id) => remedy(id)?.title ?? id,
    touches: (id) => remedy(id)?.touches ?? '',
    notHere: (id, why) => own(remedy(id)?.notHere, why) ?? why,
    probe: (id) => own(probeTexts[language], id)?.title ?? id,
    practice: (id) => own(practiceTexts[language], id)?.title ?? id,
  };
}

function own<T>(items: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return items && Object.hasOwn(items, id) ? items[id] : undefined;
}
