/** Characters read from the start and from the end of a long text. */
const PART = 250_000;
/** At most so many characters of a sentence; what goes on longer is cut, lest words far apart be taken for one. */
const CHUNKS = /[^\n]{1,300}/g;

/** Characters of a text that speaks of one thing from start to end: a question of a few sentences. */
const SHORT = 400;

/** The number of a line, where every line has one. */
const NUMBER = /^\s*\d{1,6}[:|]\s/;
/** Marks of quoting, and then a time with its stream. */
const BEFORE_A_LINE =
  /^(?:\s{0,8}[>|│]){0,5}\s*(?:\[?(?:\d{4}[-/]\d\d?[-/]\d\d?[T ])?\d\d?:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z| ?[+-]\d\d:?\d\d)?\]?\s+(?:std(?:out|err) [FP]\s)?)?/;

/** A record of a log as JSON: what stands before its message, and after it. */
const BEFORE_A_MESSAGE = /^\s{0,8}\{"(?:log|msg|message)": ?"/;
const AFTER_A_MESSAGE = /"(?:, ?"(?:stream|time)": ?"[^"]{0,40}"){0,2}\}$/;

/**
 * The start and the end of a text as plain lines: letters and quotes of one width, no colours of a terminal, no
 * control characters, no escapes of JSON, and nothing of what tools and chats put before a line.
 */
export function readable(text: string): string {
  const part = text.length <= 2 * PART ? text : `${text.slice(0, PART)}\n${text.slice(-PART)}`;
  const plain = part.normalize('NFKC').replaceAll(/\r\n?/g, '\n').replaceAll(/[“”„]/g, '"').replaceAll(/[‘’]/g, "'");
  const lines = unescaped(plain)
    .normalize('NFKC')
    .replaceAll(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
    .split('\n');
  const json = BEFORE_A_MESSAGE.test(plain);
  const numbered = lines.every((line) => line === '' || NUMBER.test(line));
  return lines
    .map((line) => (numbered ? line.replace(NUMBER, '') : line).replace(BEFORE_A_LINE, '').trim())
    .map((line) => (json ? line.replace(BEFORE_A_MESSAGE, '').replace(AFTER_A_MESSAGE, '') : line))
    .join('\n');
}

/** A text without the escapes of JSON; a message inside a message is escaped once a level. */
export function unescaped(text: string): string {
  const plain = /\\"|":\s?"/.test(text)
    ? text
        .replaceAll(/\\r?\\n|(?<!\\)\\n/g, '\n')
        .replaceAll(/\\u([0-9a-f]{4})/gi, (_escape, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
  return [1, 2, 3].reduce((escaped) => escaped.replaceAll('\\"', '"').replaceAll('\\\\', '\\'), plain);
}

/**
 * What stands together in a text: every sentence with the one after it, none longer than a person writes. A line that
 * fills its width goes on in the next, both with and without a blank at the break; a short line, a row of a table and
 * a record of a log end where they end. A short text stands together as a whole.
 */
export function passages(text: string): readonly string[] {
  const paragraphs = text.split('\n').reduce<string[][]>((done, line) => {
    const last = done.at(-1);
    if (last !== undefined && goesOn(last.at(-1) ?? '', line)) last.push(line);
    else done.push([line]);
    return done;
  }, []);
  const joined = paragraphs.flatMap((lines) => (lines.length === 1 ? lines : [lines.join(' '), lines.join('')]));
  const short = text.length <= SHORT ? [text.replaceAll('\n', ' ')] : [];
  return [...new Set([...joined.flatMap(inPairs), ...short])];
}

function inPairs(paragraph: string): readonly string[] {
  const sentences = paragraph
    .split(/[。！？!?]|\.\s/)
    .flatMap((sentence) => sentence.match(CHUNKS) ?? [])
    .filter((sentence) => sentence.trim() !== '');
  return sentences.map((sentence, at) => `${sentence} ${sentences[at + 1] ?? ''}`);
}

/** Columns from which on a line is taken for one that was broken. */
const BROKEN = 50;
const ROW = /\S {3,}\S.{0,200} {3,}\S/;
const RECORD = /^(?:[IWEF]\d{4} |time=|\{"|NAME |LAST SEEN|(?:Normal|Warning) |PS [A-Z]:)/;
/** The place at which PowerShell says an error was raised belongs to it. */
const PLACE = /^(?:\+ |At line:|発生場所)/;

function goesOn(line: string, next: string): boolean {
  if (next === '' || RECORD.test(next) || ROW.test(line)) return false;
  return PLACE.test(next) || line.length + (line.match(/[\u3000-\u9fff]/g)?.length ?? 0) >= BROKEN;
}
