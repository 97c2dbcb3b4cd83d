import { remediationTexts } from '../../shared/catalogue/remediations/texts';
import { probeTexts } from '../../shared/catalogue/probes/texts';
import { symptomTexts } from '../../shared/catalogue/symptoms';
import type { Both } from '../../shared/catalogue/texts';
import { winnow } from '../../shared/engine/winnow';
import type { Language } from '../../shared/i18n/language';
import { mapStrings } from '../../shared/node/map-strings';
import type { SessionState } from '../../shared/session/reduce';
import { toHtml, toMarkdown } from '../../shared/transcript/blocks';
import { documentOf, titleOf, type Words } from '../../shared/transcript/document';
import { recordOf, type TranscriptRecord } from '../../shared/transcript/record';
import { leaks, redactor, type Replaced } from '../../shared/transcript/redact';

export type TextFormat = 'markdown' | 'html' | 'json';

/** A finished transcript; `leaks` is empty, or it must not be handed out. */
export interface Transcript {
  readonly text: string;
  readonly replaced: readonly Replaced[];
  readonly leaks: readonly string[];
}

function inLanguage<T>(texts: Readonly<Record<string, Both<T>>>, language: Language): Record<string, T> {
  return Object.fromEntries(Object.entries(texts).map(([id, both]) => [id, both[language]]));
}

function wordsOf(language: Language): Words {
  return {
    symptoms: inLanguage(symptomTexts, language),
    remediations: inLanguage(remediationTexts, language),
    probes: probeTexts[language],
  };
}

/** The transcript of a session in a language and format, with hosts, addresses, users and secrets hidden. */
export function transcriptOf(state: SessionState, format: TextFormat, language: Language): Transcript {
  const record = recordOf(winnow, state, state.symptom ?? '');
  const hosts = hostNames(state);
  const hide = redactor(hosts);
  const hidden = mapStrings(record, (text) => hide.text(text));
  const text = rendered(hidden, format, language);
  return { text, replaced: hide.replaced(), leaks: leaks(text, hosts) };
}

function rendered(record: TranscriptRecord, format: TextFormat, language: Language): string {
  if (format === 'json') return `${JSON.stringify(record, null, 2)}\n`;
  const words = wordsOf(language);
  const blocks = documentOf(record, language, words);
  return format === 'markdown' ? toMarkdown(blocks) : toHtml(titleOf(record, language, words), language, blocks);
}

/** Names of hosts that the evidence gives. */
function hostNames(state: SessionState): readonly string[] {
  const text = (probe: string, field: string): string[] => {
    const outcome = Object.hasOwn(state.evidence, probe) ? state.evidence[probe] : undefined;
    if (outcome?.kind !== 'answered' || typeof outcome.value !== 'object' || outcome.value === null) return [];
    const value: unknown = Object.entries(outcome.value).find(([name]) => name === field)?.[1];
    return typeof value === 'string' && /[a-z]/i.test(value) ? [value] : [];
  };
  return [
    ...text('os-build', 'hostName'),
    ...text('os-build', 'computerName'),
    ...text('node-object', 'name'),
    ...text('api-reach', 'host'),
  ];
}
