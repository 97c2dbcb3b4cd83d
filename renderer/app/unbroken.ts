import { mapStrings } from '../../shared/node/map-strings';

/** A number, or what stands for one in a text, and the blank that parts it from its Japanese counter. */
const COUNTED = /(\d|\{(?:count|seconds|size)\}) (?=[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}])/gu;

/** Japanese texts in which no line ends between a number and its counter, as in "60 秒". */
export function unbroken<T>(texts: T): T {
  return mapStrings(texts, (text) => text.replaceAll(COUNTED, '$1\u00a0'));
}

/** A text as it is searched: whatever its case, and with blanks as they are typed. */
export function searchable(text: string): string {
  return text.toLocaleLowerCase().replaceAll('\u00a0', ' ');
}
