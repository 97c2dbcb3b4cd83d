import { words as catalogueWords } from '../../shared/catalogue/words';
import type { Catalogue } from '../../shared/engine/catalogue';
import { winnow } from '../../shared/engine/winnow';
import type { Language } from '../../shared/i18n/language';
import { timeIn } from '../../shared/i18n/time';
import type { SessionState } from '../../shared/session/reduce';
import { cleanJson } from '../../shared/transcript/clean';
import { documentOf, titleOf } from '../../shared/transcript/document';
import { toHtml } from '../../shared/transcript/html';
import { leaks, type TextFormat } from '../../shared/transcript/leaks';
import { toMarkdown } from '../../shared/transcript/markdown';
import { namesIn } from '../../shared/transcript/names';
import { mapFromNode, recordSchema, type TranscriptRecord } from '../../shared/transcript/record';
import { recordOf } from '../../shared/transcript/record-of';
import { redactor, type Replaced } from '../../shared/transcript/redact';
import { wordsIn } from '../../shared/transcript/words';

/** A finished transcript; `leaks` is empty, or it must not be handed out. */
export interface Transcript {
  readonly text: string;
  readonly replaced: readonly Replaced[];
  readonly leaks: readonly string[];
}

/** What stands for everything that came from the node, to see what is Winnow's own in a file. */
const NOTHING = '·';

/** The transcript of a session in a language, format and time zone (JSON: UTC always), with hosts, addresses, users and secrets hidden. */
export function transcriptOf(
  state: SessionState,
  format: TextFormat,
  language: Language,
  zone: string,
  catalogue: Catalogue = winnow,
): Transcript {
  const record = recordOf(catalogue, state, state.symptom ?? '');
  const texts: string[] = [];
  mapFromNode(record, (text) => {
    texts.push(text);
    return text;
  });
  const names = namesIn(state, texts);
  const hide = redactor(names);
  const hidden = mapFromNode(record, hide.text);
  const replaced = hide.replaced();
  const say = (shown: TranscriptRecord) => rendered({ ...shown, hidden: [...replaced] }, format, language, zone);
  const text = say(hidden);
  const own = say(mapFromNode(record, () => NOTHING));
  return { text, replaced, leaks: leaks(format, text, own, names) };
}

function rendered(record: TranscriptRecord, format: TextFormat, language: Language, zone: string): string {
  // What is published is checked against what was published about it.
  if (format === 'json') return `${cleanJson(JSON.stringify(recordSchema.parse(record), null, 2))}\n`;
  const words = wordsIn(language, catalogueWords[language], timeIn(zone));
  const blocks = documentOf(record, words);
  return format === 'markdown' ? toMarkdown(blocks) : toHtml(titleOf(record, words), language, blocks);
}
