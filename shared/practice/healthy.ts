import { FLAVOURS } from './flavours';
import type { Release } from './flavours/options';
import type { PracticeNode } from './practice-node';
import type { Flavour, Language } from './state';

/** A node with nothing wrong. */
export function healthyNode(id: string, flavour: Flavour, language: Language, build: Release): PracticeNode {
  return {
    id,
    symptom: null,
    cause: null,
    flavour,
    language,
    build,
    state: () => FLAVOURS[flavour]({ id, language, release: build }),
    otherLanguage: () => FLAVOURS[flavour]({ id, language: language === 'en' ? 'ja' : 'en', release: build }),
  };
}
