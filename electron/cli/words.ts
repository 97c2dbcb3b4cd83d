import { citedLabels } from '../../shared/catalogue/cited/cited';
import { type Shown, valueText } from '../../shared/catalogue/cited/value-text';
import type { Citation } from '../../shared/catalogue/define';
import type { RemediationText, SymptomText } from '../../shared/catalogue/texts';
import { words } from '../../shared/catalogue/words';
import { splitStepKey } from '../../shared/engine/catalogue';
import { UNSURE } from '../../shared/engine/walk';
import type { Language } from '../../shared/i18n/language';
import { timeIn } from '../../shared/i18n/time';
import { practiceTexts } from '../../shared/practice/texts';
import type { Say } from './texts';

/** What the catalogue says, by id. An id without a text stands for itself. */
export interface Words {
  symptom(id: string): string;
  /** What its operator sees. */
  seen(id: string): string;
  /** What the source page says of it, and what holds today. */
  thenAndNow(id: string): string;
  /** Why a command of the source page must not be run as it stands. */
  pageCommand(symptom: string, command: string): string;
  cause(symptom: string, cause: string): { readonly title: string; readonly explanation: string };
  question(step: string): string;
  answer(step: string, answer: string): string;
  remediation(id: string): string;
  touches(id: string): string;
  /** Why a remediation does not fit. */
  notHere(id: string, why: string): string;
  probe(id: string): string;
  /** What cited values that stand together are. */
  cited(places: readonly Citation[]): readonly string[];
  value(shown: Shown): string;
  time(at: string): string;
  practice(id: string): string;
  /** A node by its name: `live`, `practice:<id>` or `bundle:<file>`. */
  node(name: string): string;
}

/** The catalogue in a language, with times as they are in a zone. */
export function wordsIn(language: Language, t: Say, zone = 'UTC'): Words {
  const time = timeIn(zone);
  const { symptoms, remediations, probes } = words[language];
  const symptom = (id: string): SymptomText | undefined => own(symptoms, id);
  const step = (key: string) => {
    const { symptom: where, step: name } = splitStepKey(key);
    return own(symptom(where)?.steps, name);
  };
  const remedy = (id: string): RemediationText | undefined => own(remediations, id);
  const practice = (id: string) => own(practiceTexts[language], id)?.title ?? id;
  return {
    symptom: (id) => symptom(id)?.title ?? id,
    seen: (id) => symptom(id)?.seen ?? '',
    thenAndNow: (id) => symptom(id)?.thenAndNow ?? '',
    pageCommand: (where, command) => own(symptom(where)?.pageCommands, command) ?? '',
    cause: (where, cause) => own(symptom(where)?.causes, cause) ?? { title: cause, explanation: '' },
    question: (key) => step(key)?.question ?? key,
    answer: (key, answer) => (answer === UNSURE ? t('unsure') : (own(step(key)?.answers, answer) ?? answer)),
    remediation: (id) => remedy(id)?.title ?? id,
    touches: (id) => remedy(id)?.touches ?? '',
    notHere: (id, why) => own(remedy(id)?.notHere, why) ?? why,
    probe: (id) => own(probes, id)?.title ?? id,
    cited: (places) => citedLabels(language, places),
    value: (shown) => valueText(language, shown, time),
    time,
    practice,
    node: (name) => {
      const [kind = '', ...rest] = name.split(':');
      const id = rest.join(':');
      if (kind === 'live') return t('source.live');
      return kind === 'practice' ? `${practice(id)} (${name})` : name;
    },
  };
}

function own<T>(items: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return items && Object.hasOwn(items, id) ? items[id] : undefined;
}
