import { decode, ERROR_CODES } from '../catalogue/error-codes';
import type { Pattern, Symptom } from '../catalogue/define';
import type { Catalogue } from './catalogue';
import { ofTrouble, ofWindowsNode } from './elsewhere';
import { passages, readable, unescaped } from './pasted';

/** A symptom that a pasted text points to. */
export interface Recognised {
  readonly symptom: string;
  readonly score: number;
  /** The words of the text that point to it. */
  readonly matched: readonly string[];
}

/** Below this score a text is not recognised: a hint is no symptom. */
const LEAST = 5;
/** What a code of HCN or HCS is worth for the symptom that it leads to first: nothing else prints these. */
const FIRST_CODE = 6;
/** What a code is worth for a symptom that other words point to. */
const CODE = 3;
/** The link to a section of the source page can mean nothing else. */
const LINK = 10;
/** Characters of a match that are shown. */
const SHOWN = 200;

/** Something in a text that points to a symptom. */
interface Hit {
  readonly weight: number;
  readonly words: string;
}

/** A text in the ways in which it may have to be read. */
interface Reading {
  /** As it is, and with the breaks of a terminal taken away, with and without a blank at the break. */
  readonly variants: readonly string[];
  readonly passages: readonly string[];
  readonly codes: readonly string[];
}

/**
 * The symptoms that a pasted text points to, and the known codes in it. Both empty: not recognised. First comes the
 * symptom with the strongest single hit: the innermost error of a message counts more than all that is wrapped around it.
 */
export function recognise(
  catalogue: Catalogue,
  text: string,
): { readonly symptoms: readonly Recognised[]; readonly codes: readonly string[] } {
  const all = readable(text);
  const plain = ofTrouble(ofWindowsNode(all, all.replaceAll('\n', '')));
  const variants = [plain, plain.replaceAll('\n', ' '), unescaped(plain.replaceAll('\n', ''))];
  const reading = { variants, passages: passages(plain), codes: decode(plain) };
  const symptoms = Object.values(catalogue.symptoms)
    .map((symptom) => ({ symptom, hits: hitsOf(symptom, reading) }))
    .map(({ symptom, hits }) => ({
      symptom: symptom.id,
      strongest: Math.max(0, ...hits.map(({ weight }) => weight)),
      score: hits.reduce((sum, { weight }) => sum + weight, 0),
      matched: [...new Set(hits.map(({ words }) => words))],
    }))
    .filter(({ strongest }) => strongest >= LEAST)
    .sort((a, b) => b.strongest - a.strongest || b.score - a.score);
  return {
    symptoms: symptoms.map(({ symptom, score, matched }): Recognised => ({ symptom, score, matched })),
    codes: decode(all),
  };
}

function hitsOf(symptom: Symptom, reading: Reading): readonly Hit[] {
  const words = symptom.recognise.flatMap((pattern) => hitOf(pattern, reading));
  const link = `#${symptom.anchor}`;
  if (reading.variants.some((variant) => variant.includes(link))) words.push({ weight: LINK, words: link });
  const codes = reading.codes.flatMap((code): readonly Hit[] => {
    const place = ERROR_CODES[code]?.leadsTo.indexOf(symptom.code) ?? -1;
    if (place === 0 && /^0x803[b7]/.test(code)) return [{ weight: FIRST_CODE, words: code }];
    return place >= 0 && words.length > 0 ? [{ weight: CODE, words: code }] : [];
  });
  return [...words, ...codes];
}

function hitOf({ pattern, and = [], weight }: Pattern, reading: Reading): readonly Hit[] {
  if (and.length === 0) {
    const match = reading.variants.map((variant) => pattern.exec(variant)).find((found) => found !== null);
    return match ? [{ weight, words: match[0].slice(0, SHOWN) }] : [];
  }
  const said = reading.passages.find((passage) => [pattern, ...and].every((part) => part.test(passage)));
  return said === undefined ? [] : [{ weight, words: said.trim().slice(0, SHOWN) }];
}
