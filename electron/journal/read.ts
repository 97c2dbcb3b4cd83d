import { join } from 'node:path';
import { type Entry, entrySchema } from '../../shared/session/events';
import { messageOf, readBytes } from './files';

/** Why a journal cannot be read. Each has a text in both languages. */
export type Unreadable = {
  readonly kind: 'unreadable';
  readonly why: 'missing' | 'empty' | 'not-a-file' | 'too-large' | 'damaged' | 'no-access';
  readonly detail: string;
};

/** The events of a journal. */
export interface Read {
  readonly kind: 'read';
  readonly id: string;
  readonly entries: readonly Entry[];
  /** Bytes of whole lines. */
  readonly length: number;
  /** Bytes of a last line that was never finished. */
  readonly torn: number;
}

/** More than any session writes. */
export const MOST_BYTES = 64 * 1024 * 1024;
const NEW_LINE = 10;

/** The name of the file of events in a session's folder. */
export const EVENTS = 'events.jsonl';

/** Session ids, which are names of folders. */
export function isSessionId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,63}$/.test(id);
}

/** Reads the journal of a session without changing anything. Whatever the files hold, this gives a value. */
export function readJournal(root: string, id: string): Read | Unreadable {
  if (!isSessionId(id)) return unreadable('missing', 'not a session');
  let bytes: ReturnType<typeof readBytes>;
  try {
    bytes = readBytes(join(root, id, EVENTS), MOST_BYTES);
  } catch (error) {
    return unreadable('no-access', messageOf(error));
  }
  if (bytes === null) return unreadable('missing', id);
  if (bytes === 'not-a-file' || bytes === 'too-large') return unreadable(bytes, EVENTS);
  return parseEntries(bytes, id);
}

/** The entries of a journal's bytes; `id` is the session that they must be of, or null where any will do. */
export function parseEntries(bytes: Uint8Array, id: string | null): Read | Unreadable {
  const length = bytes.lastIndexOf(NEW_LINE) + 1;
  const entries: Entry[] = [];
  for (let start = 0; start < length;) {
    const end = bytes.indexOf(NEW_LINE, start);
    const entry = parseLine(bytes.subarray(start, end));
    if (typeof entry === 'string') return unreadable('damaged', `line ${entries.length + 1}: ${entry}`);
    if (entry.seq !== entries.length + 1) return unreadable('damaged', `line ${entries.length + 1}: out of order`);
    if ((entry.event.kind === 'started') !== (entries.length === 0)) {
      return unreadable('damaged', `line ${entries.length + 1}: a session starts once, and first`);
    }
    if (entry.event.kind === 'started' && id !== null && entry.event.id !== id) {
      return unreadable('damaged', 'of another session');
    }
    entries.push(entry);
    start = end + 1;
  }
  const [first] = entries;
  if (first?.event.kind !== 'started') return unreadable('empty', id ?? '');
  return { kind: 'read', id: first.event.id, entries, length, torn: bytes.length - length };
}

/** The entry of a line, or what is wrong with it. */
function parseLine(bytes: Uint8Array): Entry | string {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return 'not JSON';
  }
  try {
    const result = entrySchema.safeParse(value);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    return `${issue?.path.join('/') ?? ''} ${issue?.message ?? ''}`.trim();
  } catch (error) {
    return messageOf(error); // nested too deeply to be looked at
  }
}

function unreadable(why: Unreadable['why'], detail: string): Unreadable {
  return { kind: 'unreadable', why, detail };
}
