import { closeSync, fstatSync, ftruncateSync, lstatSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, FLUSHED } from '../../shared/session/events';
import { fold, type SessionState } from '../../shared/session/reduce';
import type { Run } from '../../shared/session/runs';
import { type Disk, disk as realDisk, messageOf, readBytes, sha256 } from './files';
import { EVENTS, isSessionId, MOST_BYTES, type Read, readJournal, type Unreadable } from './read';

/** A raw answer that is kept. */
export interface Kept {
  readonly hash: string;
  /** In bytes. */
  readonly size: number;
}

/** The journal of one session. When the disk fails it goes on in memory, and says so once. */
export interface Journal {
  append(entry: Entry): void;
  /** Keeps a raw answer, once; a backup with `flush`. To be called before the event that names it. */
  keep(raw: string, flush?: boolean): Kept;
  /** A raw answer; null where it is not there or not what its name says. */
  raw(hash: string): string | null;
  /** Why events are no longer written; null while they are. */
  lost(): string | null;
  close(): void;
}

/** A session as it stands in the list. */
export type Listed = { readonly id: string } & (
  ({ readonly kind: 'session'; readonly torn: number } & Summary) | Unreadable
);

/** What a list tells of a session. */
type Summary = Pick<SessionState, 'symptom' | 'source' | 'sourceKind' | 'started' | 'closed' | 'runs'>;

/** An earlier run of a remediation, and when it was. */
export interface EarlierRun {
  readonly session: string;
  readonly at: string;
  readonly run: Run;
}

/** The sessions in a folder. */
export interface Journals {
  /** A new session. `onLost` is called once, if ever. */
  create(id: string, onLost: (detail: string) => void): Journal;
  /** Reads a session without changing anything. What cannot be read stays as it is. */
  read(id: string): Read | Unreadable;
  /** Opens a session that was read, to go on with it; an unfinished last line is cut off. */
  open(read: Read, onLost: (detail: string) => void): Journal;
  /** All sessions, newest first; those that cannot be read last. */
  list(): readonly Listed[];
  /** Earlier runs of a remediation on a node, newest first. */
  earlierRuns(source: string, remediation: string): readonly EarlierRun[];
}

/** The sessions under `root`, one folder each: `events.jsonl` and `raw/<sha256>`. */
export function openJournals(root: string, disk: Disk = realDisk): Journals {
  const list = lister(root);
  return {
    create: (id, onLost) => {
      if (!isSessionId(id)) throw new Error(`not a session id: ${id}`);
      const folder = join(root, id);
      return journalIn(folder, disk, onLost, () => {
        mkdirSync(join(folder, 'raw'), { recursive: true });
        return openSync(join(folder, EVENTS), 'ax');
      });
    },
    open: ({ id, length, torn }, onLost) => {
      const folder = join(root, id);
      return journalIn(folder, disk, onLost, () => {
        mkdirSync(join(folder, 'raw'), { recursive: true });
        const path = join(folder, EVENTS);
        if (statSync(path).size !== length + torn) throw new Error('another process writes to this session');
        if (torn > 0) cutAt(path, length);
        return openSync(path, 'a');
      });
    },
    read: (id) => readJournal(root, id),
    list,
    earlierRuns: (source, remediation) =>
      list().flatMap((item) =>
        item.kind === 'session' && item.source === source
          ? item.runs
              .filter((run) => run.remediation === remediation)
              .map((run) => ({ session: item.id, at: run.at, run }))
              .reverse()
          : [],
      ),
  };
}

/** Lists the sessions under `root`. A journal is read again only where it is not the file that it was at the last list. */
function lister(root: string): () => readonly Listed[] {
  let known = new Map<string, { readonly stamp: string | null; readonly listed: Listed }>();
  return () => {
    known = new Map(
      sessionFolders(root).map((id) => {
        // Before it is read: what is written meanwhile makes another stamp.
        const stamp = stampOf(join(root, id, EVENTS));
        const last = known.get(id);
        return [id, stamp !== null && last?.stamp === stamp ? last : { stamp, listed: listedOf(root, id) }];
      }),
    );
    return [...known.values()].map(({ listed }) => listed).sort((a, b) => startOf(b).localeCompare(startOf(a)));
  };
}

function listedOf(root: string, id: string): Listed {
  const read = readJournal(root, id);
  if (read.kind === 'unreadable') return { id, ...read };
  const { symptom, source, sourceKind, started, closed, runs } = fold(read.entries);
  return { id, kind: 'session', symptom, source, sourceKind, started, closed, runs, torn: read.torn };
}

/** What changes whenever a file does; null where that cannot be told. */
function stampOf(path: string): string | null {
  try {
    const { size, ino, mtimeNs, ctimeNs } = lstatSync(path, { bigint: true });
    return [size, ino, mtimeNs, ctimeNs].join(' ');
  } catch {
    return null;
  }
}

function journalIn(folder: string, disk: Disk, onLost: (detail: string) => void, open: () => number): Journal {
  const memory = new Map<string, string>();
  const kept = new Set<string>();
  let file: number | null = null;
  let length = 0;
  let lost: string | null = null;

  const lose = (detail: string): void => {
    if (lost !== null) return;
    lost = detail;
    close();
    onLost(detail);
  };
  const close = (): void => {
    const open = file;
    file = null;
    try {
      if (open !== null) closeSync(open);
    } catch {
      // it is given up either way
    }
  };
  const attempt = (work: () => void): boolean => {
    if (lost !== null) return false;
    try {
      work();
      return true;
    } catch (error) {
      lose(messageOf(error));
      return false;
    }
  };

  attempt(() => {
    file = open();
    length = fstatSync(file).size;
  });

  return {
    append(entry) {
      attempt(() => {
        if (file === null) throw new Error('the journal is closed');
        if (fstatSync(file).size !== length) throw new Error('another process writes to this session');
        const line = new TextEncoder().encode(`${JSON.stringify(entry)}\n`);
        if (length + line.length > MOST_BYTES) throw new Error('the journal is too large');
        disk.append(file, line);
        length += line.length;
        if (FLUSHED.has(entry.event.kind)) disk.flush(file);
      });
    },
    keep(raw, flush = false) {
      const bytes = new TextEncoder().encode(raw);
      const hash = sha256(bytes);
      if (kept.has(hash)) return { hash, size: bytes.length };
      const written = attempt(() => {
        if (rawIn(folder, hash) === null) disk.create(join(folder, 'raw', hash), bytes, flush);
      });
      if (!written) memory.set(hash, raw);
      kept.add(hash);
      return { hash, size: bytes.length };
    },
    raw: (hash) => memory.get(hash) ?? rawIn(folder, hash),
    lost: () => lost,
    close,
  };
}

/** A raw answer from the disk, checked against its name. */
function rawIn(folder: string, hash: string): string | null {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null;
  try {
    const bytes = readBytes(join(folder, 'raw', hash), MOST_BYTES);
    return bytes instanceof Uint8Array && sha256(bytes) === hash
      ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
      : null;
  } catch {
    return null;
  }
}

/** A raw answer of a session that is not open; null where it is not there or not what its name says. */
export function readRaw(root: string, id: string, hash: string): string | null {
  return isSessionId(id) ? rawIn(join(root, id), hash) : null;
}

function cutAt(path: string, length: number): void {
  const file = openSync(path, 'r+');
  try {
    ftruncateSync(file, length);
  } finally {
    closeSync(file);
  }
}

function sessionFolders(root: string): readonly string[] {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isSessionId(entry.name))
      .map((entry) => entry.name);
  } catch {
    return [];
  }
}

function startOf(item: Listed): string {
  return item.kind === 'session' ? item.started : '';
}
