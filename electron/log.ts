import { appendFile } from 'node:fs/promises';
import { cutSecrets } from '../shared/node/secrets';

/** Writes down what went wrong or was refused, in one line, without secrets, cut short. */
export type Log = (what: string, detail: string) => void;

/** What is written down of an error: where it comes from, if it tells that. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const LONGEST = 500;
/** Characters that are looked through for secrets, so that one is not cut in two before it is known. */
const LOOKED_AT = 10_000;
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
  const seen = cutSecrets(text.slice(0, LOOKED_AT)).slice(0, LONGEST);
  return seen.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
