import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const FOLDERS = ['shared', 'electron', 'renderer'];

/** A text by its place: a path in its file. */
type Texts = Readonly<Record<string, unknown>>;

/** The texts in both languages: two files side by side, or one that holds both. */
interface Pair {
  readonly name: string;
  readonly en: Texts;
  readonly ja: Texts;
}

function parsed(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function hasBoth(value: unknown): value is { readonly en: unknown; readonly ja: unknown } {
  return typeof value === 'object' && value !== null && 'en' in value && 'ja' in value;
}

/** All leaves of a value, by their path. */
function leaves(value: unknown, path = ''): ReadonlyArray<readonly [string, unknown]> {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => leaves(item, `${path}/${key}`));
}

function pairOf(name: string, en: unknown, ja: unknown): Pair {
  return { name, en: Object.fromEntries(leaves(en)), ja: Object.fromEntries(leaves(ja)) };
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && !file.endsWith('tsconfig.json'))
    .map((file) => join(ROOT, folder, file)),
);
const pairs = files.flatMap((path): readonly Pair[] => {
  const name = relative(ROOT, path);
  if (path.endsWith('.en.json')) return [pairOf(name, parsed(path), parsed(path.replace(/\.en\.json$/, '.ja.json')))];
  if (path.endsWith('.ja.json')) return [];
  const value = parsed(path);
  return hasBoth(value) ? [pairOf(name, value.en, value.ja)] : [];
});

/** The names in braces, for which a value is put in. */
function namesIn(text: unknown): readonly string[] {
  return [...new Set(String(text).match(/\{\w+\}/g))].sort();
}

/** What is the same after any number, or never stands after a one. */
const UNITS = ['ms', 's', 'min', 'h', 'd', 'bytes', 'more'];
/** Continues another text, so it begins with a space in English. */
const CONTINUES = ['/near'];

it('every file of texts is in both languages', () => {
  const inPairs = pairs.flatMap(({ name }) =>
    name.endsWith('.en.json') ? [name, name.replace(/\.en\.json$/, '.ja.json')] : [name],
  );
  expect(files.map((path) => relative(ROOT, path)).sort()).toEqual(inPairs.sort());
  expect(pairs.length).toBeGreaterThan(60);
});

describe.each(pairs)('$name', ({ en, ja }) => {
  it('says the same things in both languages', () => {
    expect(Object.keys(ja).sort()).toEqual(Object.keys(en).sort());
  });

  it('holds no text that is empty, and none with a blank at an end', () => {
    for (const texts of [en, ja])
      for (const [key, text] of Object.entries(texts)) {
        expect(text, key).toBeTypeOf('string');
        expect(text, key).toMatch(/\S/);
        if (!CONTINUES.includes(key)) expect(text, key).not.toMatch(/^ | $/);
      }
  });

  it('puts the same values in, in both languages', () => {
    for (const [key, text] of Object.entries(en)) expect(namesIn(ja[key]), key).toEqual(namesIn(text));
  });

  it('reads well in English with any number: what is counted is said before it', () => {
    for (const [key, text] of Object.entries(en))
      for (const [, unit = ''] of String(text).matchAll(
        /\{(?:count|number|lines|size|seconds|milliseconds|ms)\} ([a-z]+)/g,
      ))
        expect(UNITS, `${key}: ${String(text)}`).toContain(unit);
  });
});
