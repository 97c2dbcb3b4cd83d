import type { Entry } from '../../../shared/session/events';
import { fold } from '../../../shared/session/reduce';
import { sha256 } from '../files';
import type { Journal, Journals } from '../journal';

interface Session {
  readonly entries: Entry[];
  readonly raw: Map<string, string>;
}

/** Journals without a disk: for tests of very many sessions that are about something else than their files. */
export function inMemory(): Journals {
  const sessions = new Map<string, Session>();
  const journalOf = ({ entries, raw }: Session): Journal => ({
    append: (entry) => void entries.push(entry),
    keep: (text) => {
      const bytes = new TextEncoder().encode(text);
      const hash = sha256(bytes);
      raw.set(hash, text);
      return { hash, size: bytes.length };
    },
    raw: (hash) => raw.get(hash) ?? null,
    lost: () => null,
    close: () => undefined,
  });
  const begin = (id: string): Session => {
    const session: Session = { entries: [], raw: new Map() };
    sessions.set(id, session);
    return session;
  };
  return {
    create: (id) => journalOf(begin(id)),
    read: (id) => {
      const session = sessions.get(id);
      return session
        ? { kind: 'read', id, entries: [...session.entries], length: 0, torn: 0 }
        : { kind: 'unreadable', why: 'missing', detail: id };
    },
    open: ({ id }) => journalOf(sessions.get(id) ?? begin(id)),
    list: () => [...sessions].map(([id, { entries }]) => ({ ...fold(entries), id, kind: 'session', torn: 0 })),
    earlierRuns: () => [],
  };
}
