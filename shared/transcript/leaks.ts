import { isSomebodys } from './domains';
import type { Name } from './names';
import { PSEUDONYM } from './redact';
import { eachString } from './strings';

export type TextFormat = 'markdown' | 'html' | 'json';

const PRIVATE = /^(?!0\.0\.0\.0$|127\.|22[4-9]\.|23\d\.|255\.|169\.254\.169\.254$|168\.63\.129\.16$)/;
const SECRET_SIGNS = ['private key-----', 'client-key-data: l', 'client-key-data":"l', 'bearer ey'] as const;

/**
 * A second look at a finished file, by other means than the redactor's: it takes the file apart into words and compares
 * them. What it gives still stands in the file, which must not be handed out. `own` is the same file without anything
 * that came from the node: words of Winnow's own are no leak, even where a host has such a name.
 */
export function leaks(format: TextFormat, file: string, own: string, names: readonly Name[]): readonly string[] {
  const ours = found(readable(format, own), names);
  return [...found(readable(format, file), names)].flatMap(([what, count]) =>
    count > (ours.get(what) ?? 0) ? [what] : [],
  );
}

/** The text that a reader of the file sees, without pseudonyms, in small letters. */
function readable(format: TextFormat, file: string): string {
  return plain(format, file).replaceAll(PSEUDONYM, ' ').toLowerCase();
}

function plain(format: TextFormat, file: string): string {
  switch (format) {
    case 'json': {
      const strings: string[] = [];
      eachString(JSON.parse(file), (text) => strings.push(text));
      return strings.join('\n');
    }
    case 'html':
      return file
        .replaceAll(/<[^>]*>/g, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
    case 'markdown':
      return file.replaceAll(/\\([\\`*_[\]<>#|~!-])/g, '$1');
  }
}

/** What would be a leak, and how often it stands in the text. */
function found(text: string, names: readonly Name[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (what: string, count = 1) => counts.set(what, (counts.get(what) ?? 0) + count);
  for (const { value } of names) {
    const count = standsAlone(text, value.toLowerCase());
    if (count > 0) add(value.toLowerCase(), count);
  }
  for (const word of text.split(/[^0-9.]+/)) if (isV4(word)) add(trimmed(word, '.'));
  for (const word of text.split(/[^0-9a-z:]+/)) for (const part of hexadecimal(word)) if (isV6(part)) add(part);
  for (const word of text.split(/[^0-9a-z:-]+/)) if (isMac(word)) add(word);
  for (const word of text.split(/[^\w.-]+/)) {
    const name = trimmed(word, '.');
    if (!name.includes('..') && isSomebodys(name)) add(name);
  }
  for (const sign of SECRET_SIGNS) {
    const at = text.indexOf(sign);
    if (
      at >= 0 &&
      !text
        .slice(at + sign.length)
        .trimStart()
        .startsWith('<removed>')
    )
      add(sign);
  }
  return counts;
}

function trimmed(word: string, character: string): string {
  let [from, to] = [0, word.length];
  while (from < to && word[from] === character) from++;
  while (to > from && word[to - 1] === character) to--;
  return word.slice(from, to);
}

function isV4(word: string): boolean {
  const parts = trimmed(word, '.').split('.');
  const octets = parts.map(Number);
  if (parts.length !== 4 || parts.some((part) => part === '' || part.length > 3)) return false;
  return octets.every((octet) => octet <= 255) && PRIVATE.test(octets.join('.'));
}

/** What stands between the words of a text with colons that no address can hold. */
function hexadecimal(word: string): readonly string[] {
  const parts = [''];
  for (const piece of word.split(/([0-9a-z]+)/)) {
    if (piece.length > 4 ? !piece.startsWith(':') : /[g-z]/.test(piece)) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${piece}`);
  }
  return parts;
}

/** Two colons beside each other, or seven apart, between groups that are not everybody's. */
function isV6(word: string): boolean {
  const inside = trimmed(word, ':');
  const gaps = inside.split('::').length - 1 + (word.startsWith('::') ? 1 : 0) + (word.endsWith('::') ? 1 : 0);
  const groups = inside.split(':').filter((group) => group !== '');
  if (gaps > 1 || inside.includes(':::') || groups.length === 0) return false;
  if (gaps === 1 ? groups.length > 7 : groups.length !== 8 || groups.every(({ length }) => length === 2)) return false;
  const values = groups.map((group) => parseInt(group, 16));
  const last = word.endsWith('::') ? 0 : values.pop();
  return values.some((value) => value !== 0) || ![0, 1, 0xffff].includes(last ?? 0);
}

function isMac(word: string): boolean {
  const digits = word.split(/[:-]/);
  return (
    digits.length === 6 &&
    digits.every((pair) => /^[0-9a-f]{2}$/.test(pair)) &&
    !/^(?:(?:00[:-]){5}00|(?:ff[:-]){5}ff)$/.test(word)
  );
}

/** How often a name stands in a text with no letter or digit beside it. */
function standsAlone(text: string, name: string): number {
  const isWord = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character);
  let count = 0;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + name.length])) count++;
  }
  return count;
}
