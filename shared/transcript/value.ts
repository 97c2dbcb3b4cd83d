import type { Words } from './words';

/** Lines of a value that a document shows. */
const MOST_LINES = 24;
/** Characters of a line that a document shows. */
const WIDEST = 400;

/** A value on one line. */
function shortValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
}

/** A value in words on one line. */
export function saidValue(value: unknown, words: Pick<Words, 'value' | 'none'>): string {
  if (!Array.isArray(value) || !isScalar(value)) return words.value(shortValue(value));
  return value.length === 0 ? words.none : value.map((item) => words.value(shortValue(item))).join(', ');
}

/** A value behind its name, lists and objects a line a field; long ones are cut, and it is said by how many lines. */
export function valueLines(name: string, value: unknown, words: Words): readonly string[] {
  const lines = isScalar(value) ? [`${name}: ${saidValue(value, words)}`] : [`${name}:`, ...fields(value, '  ')];
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES), `  ${words.t('cut', { lines: lines.length - MOST_LINES })}`];
}

function fields(value: object, indent: string): readonly string[] {
  return Object.entries(value).flatMap(([name, item]: [string, unknown]) => {
    const label = Array.isArray(value) ? '-' : `${name}:`;
    if (isScalar(item)) return [`${indent}${label} ${shortValue(item)}`];
    const [first = '', ...rest] = fields(item, `${indent}  `);
    return Array.isArray(value) ? [`${indent}- ${first.trimStart()}`, ...rest] : [`${indent}${label}`, first, ...rest];
  });
}

/** Whether a value fits a line: what is no list and no object, what is empty, and lists of such. */
function isScalar(value: unknown): value is Exclude<unknown, object> {
  if (typeof value !== 'object' || value === null) return true;
  const items: readonly unknown[] = Object.values(value);
  return (
    items.length === 0 || (Array.isArray(value) && items.every((item) => typeof item !== 'object' || item === null))
  );
}
