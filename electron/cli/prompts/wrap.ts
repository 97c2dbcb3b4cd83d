/** Columns that a character takes at most: consoles differ about what lies between Latin and Japanese. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += character > '\u00ff' ? 2 : 1;
  return columns;
}

/** What a line may break before: a blank, or between Japanese characters unless the next one closes something. */
const PIECES = /[\u0021-\u00ff]+ *|[^\u0021-\u00ff][、。，．」』）】〕〉》！？ー・:)]*/gu;

/**
 * Breaks prose at words where it is wider than the terminal. Indented lines stay as they are: they hold values and lines
 * of PowerShell, which somebody may want to copy.
 */
export function wrap(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => (line.startsWith(' ') || columnsOf(line) <= columns ? [line] : broken(line, columns)))
    .join('\n');
}

function broken(line: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const piece of line.match(PIECES) ?? []) {
    if (current !== '' && columnsOf(current + piece.trimEnd()) > columns) {
      lines.push(current.trimEnd());
      current = '';
    }
    current += piece;
  }
  return [...lines, current];
}
