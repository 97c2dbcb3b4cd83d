import { citedLabels } from '../catalogue/cited/cited';
import { valueText } from '../catalogue/cited/value-text';
import type { Citation } from '../catalogue/define';
import type { ProbeTexts, RemediationText, SymptomText } from '../catalogue/texts';
import { splitStepKey } from '../engine/catalogue';
import type { Language } from '../i18n/language';
import { memberKey, type Say, speak } from '../i18n/texts';
import en from './text.en.json';
import ja from './text.ja.json';

type Key = keyof typeof en;
const tables: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { en, ja };

/** What the catalogue says, in the language of the transcript. */
export interface Catalogued {
  readonly symptoms: Readonly<Record<string, SymptomText>>;
  readonly remediations: Readonly<Record<string, RemediationText>>;
  readonly probes: ProbeTexts;
}

/** All words of a transcript in its language. An id without a text stands for itself. */
export interface Words {
  readonly t: Say<Key>;
  /** The text of a member of a closed set. */
  readonly member: (set: string, name: string) => string;
  readonly symptom: (id: string) => string;
  readonly cause: (symptom: string, cause: string) => { readonly title: string; readonly explanation: string };
  readonly question: (step: string) => string;
  readonly answer: (step: string, answer: string) => string;
  readonly remediation: (id: string) => string;
  readonly probe: (id: string) => string;
  /** What cited values that stand together are. */
  readonly cited: (places: readonly Citation[]) => readonly string[];
  /** A value that fits a line; what is already in words, or in no need of them, stays as it is. */
  readonly value: (text: string) => string;
  /** An empty list. */
  readonly none: string;
  readonly time: (at: string) => string;
}

/** The words of a transcript in a language, with times as `time` says them. */
export function wordsIn(
  language: Language,
  { symptoms, remediations, probes }: Catalogued,
  time: Words['time'],
): Words {
  const t = speak(tables[language]);
  const step = (key: string) => {
    const { symptom, step: name } = splitStepKey(key);
    return symptoms[symptom]?.steps[name];
  };
  return {
    t,
    member: (set, name) => {
      const key = memberKey(en, set, name);
      return key === null ? name : t(key);
    },
    symptom: (id) => symptoms[id]?.title ?? id,
    cause: (symptom, cause) => symptoms[symptom]?.causes[cause] ?? { title: cause, explanation: '' },
    question: (key) => step(key)?.question ?? key,
    answer: (key, answer) => step(key)?.answers[answer] ?? answer,
    remediation: (id) => remediations[id]?.title ?? id,
    probe: (id) => probes[id]?.title ?? id,
    cited: (places) => citedLabels(language, places),
    value: (text) => valueText(language, { value: text, list: null }, time),
    none: valueText(language, { value: '', list: { count: 0, first: [] } }, time),
    time,
  };
}
