import { ERROR_CODES, errorCodeTexts } from '../../shared/catalogue/error-codes';
import { recognise } from '../../shared/engine/recognise';
import { winnow } from '../../shared/engine/winnow';
import { clean, json } from './clean';
import { BadInput, type Context, EXIT, type Exit } from './io';
import { wordsIn } from './words';

/** Bytes of text that are read. */
const MOST_BYTES = 5 * 1024 * 1024;

/** Names the symptoms that the text on stdin points to. */
export async function recogniseInput({ io, t, options, language }: Context): Promise<Exit> {
  const bytes = await io.stdin(MOST_BYTES);
  if (bytes === null) throw new BadInput(t('bad.stdin-large'));
  const { symptoms, codes } = recognise(winnow, textOf(bytes));
  const decoded = codes.map((code) => ({
    code,
    name: ERROR_CODES[code]?.name ?? '',
    meaning: { en: errorCodeTexts.en[code] ?? '', ja: errorCodeTexts.ja[code] ?? '' },
  }));
  if (options.json) {
    io.out(json({ symptoms, codes: decoded }));
    return EXIT.nothing;
  }
  const words = wordsIn(language, t);
  const lines = symptoms.flatMap(({ symptom, matched }) => [
    `${symptom}: ${words.symptom(symptom)}`,
    ...matched.map((text) => `    ${text.replaceAll(/\s+/g, ' ')}`),
  ]);
  if (symptoms.length === 0) lines.push(t('not-recognised'));
  lines.push(...decoded.map(({ code, name, meaning }) => `${code} ${name}: ${meaning[language]}`));
  io.out(clean(`${lines.join('\n')}\n`));
  return EXIT.nothing;
}

/** Text as it was piped in; Windows pipes UTF-16 with its mark. */
function textOf(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
}
