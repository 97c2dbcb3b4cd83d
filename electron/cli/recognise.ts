import { ERROR_CODES, errorCodeTexts } from '../../shared/catalogue/error-codes';
import { recognise, type Recognised } from '../../shared/engine/recognise';
import { winnow } from '../../shared/engine/winnow';
import { clean, json } from './clean';
import { decodeText } from './decode';
import { BadInput, type Context, EXIT, type Exit } from './io';
import { wordsIn } from './words';

/** Bytes of text that are read. */
const MOST_BYTES = 5 * 1024 * 1024;

/** What a text points to. */
interface Found {
  readonly symptoms: readonly Recognised[];
  readonly codes: readonly string[];
}

/** Names the symptoms that the text on stdin points to. */
export async function recogniseInput(context: Context): Promise<Exit> {
  const { io, t, options } = context;
  if (io.terminal) io.err(`${t('recognise.paste')}\n`);
  const bytes = await io.stdin(MOST_BYTES);
  if (bytes === null) throw new BadInput(t('bad.stdin-large'));
  const found = recognise(winnow, decodeText(bytes));
  if (options.json) {
    io.out(json({ symptoms: found.symptoms, codes: found.codes.map(decoded) }));
    return EXIT.nothing;
  }
  const nothing = found.symptoms.length === 0 ? `${t('not-recognised')}\n` : '';
  io.out(`${nothing}${recognisedText(context, found)}`);
  return EXIT.nothing;
}

/** Symptoms, best first, with the words that point to them, and the codes with their meaning. */
export function recognisedText({ t, language }: Pick<Context, 't' | 'language'>, { symptoms, codes }: Found): string {
  const words = wordsIn(language, t);
  const lines = symptoms.flatMap(({ symptom, matched }) => [
    `${symptom}: ${words.symptom(symptom)}`,
    ...matched.map((text) => `    ${text.replaceAll(/\s+/g, ' ')}`),
  ]);
  lines.push(...codes.map(decoded).map(({ code, name, meaning }) => `${code} ${name}: ${meaning[language]}`));
  return clean(lines.map((line) => `${line}\n`).join(''));
}

function decoded(code: string) {
  return {
    code,
    name: ERROR_CODES[code]?.name ?? '',
    meaning: { en: errorCodeTexts.en[code] ?? '', ja: errorCodeTexts.ja[code] ?? '' },
  };
}
