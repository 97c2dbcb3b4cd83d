import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry, SessionEvent } from '../../shared/session/events';
import { disk } from './files';
import { openJournals, readRaw } from './journal';
import { MOST_BYTES } from './read';

let root: string;
let file: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'winnow-journal-'));
  file = join(root, 'one', 'events.jsonl');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const at = '2026-01-01T00:00:00.000Z';
const EVENTS: readonly SessionEvent[] = [
  { kind: 'started', id: 'one', source: 'practice:ノード', sourceKind: 'practice', version: '1' },
  { kind: 'symptom-chosen', symptom: 'not-ready' },
  { kind: 'answered', step: 'not-ready/seen', answer: 'yes', by: 'person' },
  { kind: 'closed' },
];
const ENTRIES: readonly Entry[] = EVENTS.map((event, index) => ({ seq: index + 1, at, event }));
const never = (): void => {
  throw new Error('must not be lost');
};

function written(entries = ENTRIES): void {
  const journal = openJournals(root).create('one', never);
  for (const entry of entries) journal.append(entry);
  journal.close();
}

describe('a journal', () => {
  it('gives back what was appended', () => {
    written();
    expect(openJournals(root).read('one')).toMatchObject({ kind: 'read', entries: ENTRIES, torn: 0 });
  });

  it('keeps each raw answer once, by its hash', () => {
    const journal = openJournals(root).create('one', never);
    const { hash, size } = journal.keep('{"a":"é"}');
    expect([hash.length, size]).toEqual([64, 10]);
    expect(journal.keep('{"a":"é"}').hash).toBe(hash);
    expect(journal.raw(hash)).toBe('{"a":"é"}');
    expect(readRaw(root, 'one', hash)).toBe('{"a":"é"}');
    writeFileSync(join(root, 'one', 'raw', hash), 'changed');
    expect(journal.raw(hash)).toBeNull();
    expect(journal.raw('../events.jsonl')).toBeNull();
  });

  it('never takes the folder of another session for a new one', () => {
    written();
    const before = readFileSync(file, 'utf8');
    const onLost = vi.fn();
    openJournals(root)
      .create('one', onLost)
      .append({ seq: 1, at, event: { kind: 'closed' } });
    expect(onLost).toHaveBeenCalledTimes(1);
    expect(readFileSync(file, 'utf8')).toBe(before);
    expect(() => openJournals(root).create('../two', never)).toThrow('not a session id');
  });
});

describe('a killed process', () => {
  it('loses only the event that was being written, wherever in it the line ends', () => {
    for (const [index, entry] of ENTRIES.entries()) {
      const whole = ENTRIES.slice(0, index)
        .map((item) => `${JSON.stringify(item)}\n`)
        .join('');
      const line = Buffer.from(`${JSON.stringify(entry)}\n`);
      for (let bytes = 0; bytes < line.length; bytes++) {
        rmSync(join(root, 'one'), { recursive: true, force: true });
        mkdirSync(join(root, 'one'));
        writeFileSync(file, Buffer.concat([Buffer.from(whole), line.subarray(0, bytes)]));
        const journals = openJournals(root);
        const read = journals.read('one');
        if (read.kind === 'unreadable') {
          expect([index, read.why]).toEqual([0, 'empty']);
          continue;
        }
        expect([read.entries, read.torn]).toEqual([ENTRIES.slice(0, index), bytes]);
        const journal = journals.open(read, never);
        journal.append(entry);
        journal.close();
        expect(journals.read('one')).toMatchObject({ entries: ENTRIES.slice(0, index + 1), torn: 0 });
      }
    }
  });

  it('may leave zeros at the end, which are cut off like a torn line', () => {
    written();
    appendFileSync(file, Buffer.alloc(4096));
    expect(openJournals(root).read('one')).toMatchObject({ kind: 'read', torn: 4096 });
  });
});

describe('a journal that cannot be read', () => {
  const line = (entry: unknown): string => `${JSON.stringify(entry)}\n`;
  const first = line(ENTRIES[0]);
  it.each([
    ['nothing in it', '', 'empty'],
    ['something that is no JSON', `${first}{"seq":2\n${line(ENTRIES[2])}`, 'damaged'],
    ['an event that does not exist', first + line({ seq: 2, at, event: { kind: 'format-disk' } }), 'damaged'],
    ['a gap', first + line(ENTRIES[2]), 'damaged'],
    ['no beginning', line({ ...ENTRIES[1], seq: 1 }), 'damaged'],
    ['two beginnings', first + line({ ...ENTRIES[0], seq: 2 }), 'damaged'],
    ['the events of another session', line({ seq: 1, at, event: { ...EVENTS[0], id: 'two' } }), 'damaged'],
    ['bytes that are no text', Buffer.concat([Buffer.from(first), Buffer.from([0xff, 0xfe, 10])]), 'damaged'],
    ['a very deep value', `${first}${'['.repeat(200_000)}${']'.repeat(200_000)}\n`, 'damaged'],
    [
      'a write outside the vocabulary',
      first +
        line({
          seq: 2,
          at,
          event: {
            kind: 'backup-taken',
            run: 0,
            index: 0,
            raw: 'a'.repeat(64),
            inverse: { kind: 'writes', writes: [{ kind: 'script', text: 'rm' }] },
          },
        }),
      'damaged',
    ],
  ])('gives a reason for %s, and stays as it is', (_what, content, why) => {
    mkdirSync(join(root, 'one'));
    writeFileSync(file, content);
    expect(openJournals(root).read('one')).toMatchObject({ kind: 'unreadable', why });
    expect(openJournals(root).list()).toMatchObject([{ id: 'one', kind: 'unreadable', why }]);
    expect(readFileSync(file)).toEqual(Buffer.from(content));
  });

  it('gives a reason for what is too large, no file, or not there', () => {
    mkdirSync(join(root, 'one'));
    writeFileSync(file, '');
    truncateSync(file, MOST_BYTES + 1);
    expect(openJournals(root).read('one')).toMatchObject({ why: 'too-large' });
    rmSync(file);
    mkdirSync(file);
    expect(openJournals(root).read('one')).toMatchObject({ why: 'not-a-file' });
    expect(openJournals(root).read('two')).toMatchObject({ why: 'missing' });
    expect(openJournals(root).read('../one')).toMatchObject({ why: 'missing' });
    rmSync(file, { recursive: true });
    symlinkSync('/etc/passwd', file);
    expect(openJournals(root).read('one')).toMatchObject({ why: 'not-a-file' });
  });
});

describe('a failing disk', () => {
  it('is told once, and raw answers stay in memory', () => {
    let left = 2;
    const full = {
      ...disk,
      append: (open: number, data: Uint8Array) => {
        if (left-- <= 0) throw new Error('no space left');
        disk.append(open, data);
      },
      create: () => {
        throw new Error('no space left');
      },
    };
    const onLost = vi.fn();
    const journal = openJournals(root, full).create('one', onLost);
    for (const entry of ENTRIES) journal.append(entry);
    expect(journal.raw(journal.keep('text').hash)).toBe('text');
    expect(onLost).toHaveBeenCalledExactlyOnceWith('no space left');
    expect(journal.lost()).toBe('no space left');
    expect(openJournals(root).read('one')).toMatchObject({ entries: ENTRIES.slice(0, 2) });
  });

  it('is told where the folder cannot be made', () => {
    writeFileSync(join(root, 'a-file'), '');
    const onLost = vi.fn();
    openJournals(join(root, 'a-file')).create('one', onLost);
    expect(onLost).toHaveBeenCalledTimes(1);
  });

  it('flushes the events around a change, and only those', () => {
    const flush = vi.fn();
    const journal = openJournals(root, { ...disk, flush }).create('one', never);
    for (const entry of ENTRIES) journal.append(entry);
    expect(flush).not.toHaveBeenCalled();
    journal.append({ seq: 5, at, event: { kind: 'undo-started', run: 0 } });
    expect(flush).toHaveBeenCalledTimes(1);
  });

  it('gives way to another process that writes to the same session', () => {
    const onLost = vi.fn();
    const journal = openJournals(root).create('one', onLost);
    for (const entry of ENTRIES.slice(0, 2)) journal.append(entry);
    appendFileSync(file, `${JSON.stringify(ENTRIES[2])}\n`);
    journal.append({ seq: 3, at, event: { kind: 'closed' } });
    expect(onLost).toHaveBeenCalledTimes(1);
    expect(openJournals(root).read('one')).toMatchObject({ entries: ENTRIES.slice(0, 3) });
  });
});

describe('the list of sessions', () => {
  it('has the newest first', () => {
    for (const [id, year] of [
      ['old', '2024'],
      ['new', '2026'],
    ] as const) {
      const event = { kind: 'started', id, source: 'live', sourceKind: 'live', version: '1' } as const;
      openJournals(root)
        .create(id, never)
        .append({ seq: 1, at: at.replace('2026', year), event });
    }
    expect(
      openJournals(root)
        .list()
        .map(({ id }) => id),
    ).toEqual(['new', 'old']);
    expect(openJournals(join(root, 'nothing')).list()).toEqual([]);
  });

  it('are read again only where something was written since the last list', () => {
    const journals = openJournals(root);
    for (const id of ['one', 'two', 'three']) {
      const journal = journals.create(id, never);
      for (const entry of ENTRIES.slice(0, 2))
        journal.append(entry.event.kind === 'started' ? { ...entry, event: { ...entry.event, id } } : entry);
      journal.close();
    }
    const listed = (id: string) => journals.list().find((item) => item.id === id);
    const before = listed('three');
    appendFileSync(file, `${JSON.stringify({ seq: 3, at, event: { kind: 'closed' } })}\n`);
    const damaged = join(root, 'two', 'events.jsonl');
    writeFileSync(damaged, readFileSync(damaged, 'utf8').replace('started', 'startle'));
    expect(listed('one')).toMatchObject({ kind: 'session', closed: true });
    expect(listed('two')).toMatchObject({ kind: 'unreadable', why: 'damaged' });
    // The very same object: nothing was read for it.
    expect(listed('three')).toBe(before);
    rmSync(join(root, 'three'), { recursive: true });
    expect(listed('three')).toBeUndefined();
  });
});
