import { decode, ERROR_CODES } from '../catalogue/error-codes';
import type { Catalogue } from './catalogue';

/** A symptom that a pasted text points to. */
export interface Recognised {
  readonly symptom: string;
  readonly score: number;
  /** The words of the text that point to it. */
  readonly matched: readonly string[];
}

/** Below this score a text is not recognised: a hint is no symptom. */
const LEAST = 5;
/** Characters read from the start and from the end of a long text. */
const PART = 500_000;
/** What a code that leads to a symptom adds. */
const CODE_WEIGHT = 3;

/** The symptoms that a pasted text points to, the likeliest first, and the known codes in it. Both empty: not recognised. */
export function recognise(
  catalogue: Catalogue,
  text: string,
): { readonly symptoms: readonly Recognised[]; readonly codes: readonly string[] } {
  const plain = readable(text);
  // A terminal breaks long lines anywhere: with and without a blank at the break.
  const lines = plain.split('\n').map((line) => line.trim());
  const variants = [plain, lines.join(' '), lines.join('')];
  const codes = decode(plain);
  const symptoms = Object.values(catalogue.symptoms).map((symptom): Recognised => {
    const hits = symptom.recognise.flatMap(({ pattern, weight }) => {
      const match = variants.map((variant) => pattern.exec(variant)).find((found) => found !== null);
      return match ? [{ weight, words: match[0].slice(0, 200) }] : [];
    });
    const leading = hits.length === 0 ? [] : codes.filter((code) => ERROR_CODES[code]?.leadsTo.includes(symptom.code));
    const score = hits.reduce((sum, { weight }) => sum + weight, 0) + leading.length * CODE_WEIGHT;
    return { symptom: symptom.id, score, matched: [...new Set([...hits.map(({ words }) => words), ...leading])] };
  });
  return { symptoms: symptoms.filter(({ score }) => score >= LEAST).sort((a, b) => b.score - a.score), codes };
}

/** The start and the end of a text, without control characters and the colours of a terminal. */
function readable(text: string): string {
  const part = text.length <= 2 * PART ? text : `${text.slice(0, PART)}\n${text.slice(-PART)}`;

  return part.replaceAll(/\u001b\[[0-9;]*[A-Za-z]/g, '').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ');
}
