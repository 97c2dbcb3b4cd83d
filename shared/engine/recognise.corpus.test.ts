import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recognise } from './recognise';
import { winnow } from './winnow';

/**
 * What operators paste, one file a symptom and language, its name saying what the texts must be recognised as:
 * `<symptom>.<language>.txt`, or `none-<what it is>.<language>.txt`. A line of four dashes stands between two texts.
 */
const FOLDER = new URL('./testing/corpus/', import.meta.url);

interface Sample {
  readonly file: string;
  /** A symptom; null: not recognised. */
  readonly expected: string | null;
  readonly text: string;
  /** Its place in the file. */
  readonly place: number;
}

const samples = readdirSync(FOLDER).flatMap((file): readonly Sample[] => {
  const name = file.slice(0, file.indexOf('.'));
  const texts = readFileSync(new URL(file, FOLDER), 'utf8').split(/^----\n/m);
  const expected = name.startsWith('none-') ? null : name;
  return texts.map((text, place) => ({ file, expected, text: text.trimEnd(), place }));
});

/** Of every file each text whose place in it leaves this rest by `PARTS`: all files, and no text twice in a row. */
const PARTS = 4;
const part = (rest: number) => samples.filter(({ place }) => place % PARTS === rest % PARTS);

/** The samples that are not recognised as what they are, with what they are taken for. */
function missed(of: readonly Sample[], change: (text: string) => string = (text) => text): readonly string[] {
  return of.flatMap(({ file, expected, text }) => {
    const found = recognise(winnow, change(text)).symptoms[0]?.symptom ?? null;
    return found === expected ? [] : [`${file}: ${text} => ${String(found)}`];
  });
}

/** Breaks lines after `columns` characters, as a terminal does: also in the middle of a word. */
function wrapped(text: string, columns: number): string {
  return text.replaceAll(new RegExp(`[^\\n]{${String(columns)}}(?=[^\\n])`, 'g'), '$&\n');
}

/** Latin letters, digits and signs in the width of Japanese ones. */
function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

function eachLine(text: string, change: (line: string, at: number) => string): string {
  return text.split('\n').map(change).join('\n');
}

const CHANGES: Array<[what: string, change: (text: string) => string]> = [
  ['broken after 80 columns', (text) => wrapped(text, 80)],
  ['broken after 120 columns', (text) => wrapped(text, 120)],
  ['broken somewhere', (text) => wrapped(text, 60 + (text.length % 100))],
  ['with Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
  ['quoted in a chat', (text) => eachLine(text, (line) => `> ${line}`)],
  ['quoted twice and broken', (text) => eachLine(wrapped(text, 72), (line) => `> > ${line}`)],
  ['in the colours of a terminal', (text) => eachLine(text, (line) => `\u001b[1;31m${line}\u001b[0m`)],
  ['with a time before each line', (text) => eachLine(text, (line) => `2026-03-02T03:21:07.1234567Z ${line}`)],
  [
    'with a time and a stream before each line',
    (text) => eachLine(text, (line) => `2026-03-02T03:21:07Z stderr F ${line}`),
  ],
  ['with the numbers of lines', (text) => eachLine(text, (line, at) => `${String(at + 1)}: ${line}`)],
  ['indented', (text) => eachLine(text, (line) => `\t    ${line}`)],
  ['in full width', fullWidth],
  ['with the quotes of a word processor', (text) => text.replaceAll(/"([^"\n]*)"/g, '“$1”').replaceAll("'", '’')],
  ['as a string of JSON', (text) => JSON.stringify({ log: text, stream: 'stderr' })],
  [
    'as a string of JSON in ASCII',
    (text) =>
      JSON.stringify({ msg: text }).replaceAll(
        /[^ -~]/g,
        (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
  ],
  [
    'after a greeting',
    (text) => `Hi all, 03:21, on call.\nお疲れさまです。\n\n${text}\n\nThanks! よろしくお願いします。`,
  ],
];

describe('the corpus of pasted texts', () => {
  it('has texts in both languages for every symptom', () => {
    const files = Object.keys(winnow.symptoms).flatMap((symptom) => [`${symptom}.en.txt`, `${symptom}.ja.txt`]);
    expect(files.filter((file) => !samples.some((sample) => sample.file === file))).toEqual([]);
  });

  it('is recognised for what it is as it stands', () => {
    expect(missed(samples)).toEqual([]);
  });

  // Each form over another part of every file.
  it.each(CHANGES.map(([what, change], at) => [what, change, at] as const))(
    'is recognised for what it is %s',
    (_what, change, at) => {
      expect(missed(part(at), change)).toEqual([]);
    },
  );

  it.each([
    ['small', (text: string) => text.toLowerCase()],
    ['capital', (text: string) => text.toUpperCase()],
  ])('is recognised in %s letters', (_what, change) => {
    // What another program says in other letters than it does is nobody's text.
    const ours = samples.filter(({ expected }) => expected !== null);
    expect(missed(ours, change)).toEqual([]);
  });

  // These two show what every failing connection shows.
  const silent = ['azure-hostgw-no-internet', 'vsphere-4789'];
  const examples = Object.values(winnow.symptoms).filter(({ id }) => !silent.includes(id));
  it.each(examples.map(({ id, example }) => [id, example] as const))('has %s first for: %s', (id, example) => {
    expect(recognise(winnow, example).symptoms[0]?.symptom).toBe(id);
  });

  it('takes no time when a text of it stands there again and again', () => {
    // Long enough for a pattern that takes the square of the length to need many seconds.
    for (const { text } of samples.filter((_sample, at) => at % 40 === 0)) {
      const started = performance.now();
      recognise(winnow, `${text}\n`.repeat(100_000 / text.length));
      expect(performance.now() - started, text).toBeLessThan(1_500);
    }
  });
});
