import { appendFile } from 'node:fs/promises';

/** Writes down what went wrong or was refused, in one line, cut short. */
export type Log = (what: string, detail: string) => void;

const LONGEST = 500;
/** Lines of one run: what goes wrong without end must not fill the disk. */
const MOST = 1000;

/** A log in a file of its own, and on stderr for whoever started the program in a terminal. */
export function openLog(file: string, clock: () => Date): Log {
  let lines = 0;
  return (what, detail) => {
    if ((lines += 1) > MOST) return;
    const line = `${clock().toISOString()} ${what}: ${oneLine(detail)}\n`;
    process.stderr.write(line);
    // A disk that is full or read-only must not stop the program, and there is nobody else to tell.
    appendFile(file, line, { mode: 0o600 }).catch(() => undefined);
  };
}

function oneLine(text: string): string {
  return text.slice(0, LONGEST).replaceAll(/\p{Cc}+/gu, ' ');
}
