import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../shared/session/events';
import { sha256 } from '../journal/files';
import { bundleOf, type NoBundle, unpackBundle } from './bundle';
import en from './text.en.json';
import ja from './text.ja.json';
import { whyNoBundle } from './texts';

const at = '2026-01-01T00:00:00.000Z';
const RAW = '{"rows":[{"Name":"kubelet","State":"Stopped"}]}';
const HASH = sha256(strToU8(RAW));
const ENTRIES: readonly Entry[] = [
  { seq: 1, at, event: { kind: 'started', id: 'one', source: 'live', sourceKind: 'live', version: '1' } },
  { seq: 2, at, event: { kind: 'symptom-chosen', symptom: 'not-ready' } },
  {
    seq: 3,
    at,
    event: {
      kind: 'probe-ended',
      probe: 'services',
      run: null,
      reads: [{ name: 'rows', line: '', at, milliseconds: 1, outcome: 'answered', detail: '', raw: HASH, size: 1 }],
      evidence: { kind: 'answered', value: 1 },
    },
  },
];
const whole = bundleOf(ENTRIES, (hash) => (hash === HASH ? RAW : null));

/** The archive with its files changed; the manifest is made anew unless it is among them. */
function archive(change: (files: Record<string, Uint8Array>) => Record<string, Uint8Array>): Uint8Array {
  const changed = change(without(unzipSync(whole), 'manifest.json'));
  const hashes = Object.fromEntries(Object.entries(changed).map(([name, bytes]) => [name, sha256(bytes)]));
  return zipSync({ 'manifest.json': manifest({ files: hashes }), ...changed }, { level: 1 });
}

function without(files: Record<string, Uint8Array>, gone: string): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== gone));
}

function manifest(parts: object): Uint8Array {
  return strToU8(JSON.stringify({ format: 'winnow-bundle-1', files: {}, ...parts }));
}

/** Each occurrence of a name in the archive replaced by another of the same length. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Uint8Array.from(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'));
}

const other = 'f'.repeat(64);

describe('a bundle', () => {
  it('gives back the events and raw answers that it was made of', () => {
    expect(unpackBundle(whole)).toEqual({ entries: ENTRIES, raw: new Map([[HASH, RAW]]) });
  });

  it('is made without the raw answers that are lost', () => {
    expect(unpackBundle(bundleOf(ENTRIES, () => null))).toEqual({ entries: ENTRIES, raw: new Map() });
  });

  it.each<[string, () => Uint8Array, NoBundle['why'], string?]>([
    ['no archive', () => strToU8('no archive'), 'not-an-archive'],
    ['nothing', () => new Uint8Array(), 'not-an-archive'],
    [
      '5 MB of garbage',
      () => Uint8Array.from({ length: 5_000_000 }, (_, index) => (index * 7919) % 251),
      'not-an-archive',
    ],
    ['an archive that was cut off', () => whole.slice(0, whole.length / 2), 'not-an-archive'],
    ['more than any bundle has', () => new Uint8Array(64 * 1024 * 1024 + 1), 'too-large'],
    [
      'a path that leads out',
      () => archive((files) => ({ ...files, '../evil': strToU8('x') })),
      'foreign-file',
      '../evil',
    ],
    ['an absolute path', () => archive((files) => ({ ...files, '/etc/passwd': strToU8('x') })), 'foreign-file'],
    ['a path of Windows', () => archive((files) => ({ ...files, 'C:\\evil.ps1': strToU8('x') })), 'foreign-file'],
    [
      'a raw answer below another folder',
      () => archive((files) => ({ ...files, [`raw/../raw/${other}`]: strToU8('x') })),
      'foreign-file',
    ],
    [
      'a file that unpacks to a thousand times its size',
      () => archive((files) => ({ ...files, [`raw/${other}`]: new Uint8Array(32 * 1024 * 1024) })),
      'bomb',
      `raw/${other}`,
    ],
    [
      'the same name twice',
      () =>
        renamed(
          archive((files) => ({ ...files, [`raw/${other}`]: strToU8('x') })),
          `raw/${other}`,
          `raw/${HASH}`,
        ),
      'twice',
      `raw/${HASH}`,
    ],
    [
      'very many files',
      () =>
        archive((files) => ({
          ...files,
          ...Object.fromEntries(
            Array.from({ length: 10_001 }, (_, index) => [`raw/${String(index).padStart(64, '0')}`, strToU8('')]),
          ),
        })),
      'too-large',
    ],
    ['no manifest', () => zipSync({ 'events.jsonl': strToU8('') }), 'no-manifest'],
    ['a manifest that is no JSON', () => zipSync({ 'manifest.json': strToU8('{') }), 'no-manifest'],
    ['the manifest of something else', () => zipSync({ 'manifest.json': manifest({ format: 'x' }) }), 'no-manifest'],
    [
      'the manifest of another version',
      () => zipSync({ 'manifest.json': manifest({ format: 'winnow-bundle-2', more: [] }) }),
      'other-version',
      'winnow-bundle-2',
    ],
    [
      'a raw answer that its name does not fit, with the right hash in the manifest',
      () => archive((files) => ({ ...without(files, `raw/${HASH}`), [`raw/${other}`]: strToU8(RAW) })),
      'changed',
      `raw/${other}`,
    ],
    [
      'a file that the manifest does not name',
      () => zipSync({ ...unzipSync(whole), [`raw/${sha256(strToU8('x'))}`]: strToU8('x') }),
      'changed',
    ],
    ['a file that is gone', () => zipSync(without(unzipSync(whole), `raw/${HASH}`)), 'changed', `raw/${HASH}`],
    ['no events', () => archive((files) => without(files, 'events.jsonl')), 'events'],
    [
      'an event outside the vocabulary',
      () =>
        archive((files) => ({
          ...files,
          'events.jsonl': strToU8(
            `${strFromU8(files['events.jsonl'] ?? new Uint8Array())}{"seq":4,"at":"${at}","event":{"kind":"run-script"}}\n`,
          ),
        })),
      'events',
    ],
    [
      'events that stop in the middle of a line',
      () =>
        archive((files) => ({ ...files, 'events.jsonl': (files['events.jsonl'] ?? new Uint8Array()).slice(0, -5) })),
      'events',
    ],
  ])('is refused where it holds %s, and says why', (_what, bytes, why, detail) => {
    expect(unpackBundle(bytes())).toMatchObject({
      kind: 'no-bundle',
      why,
      ...(detail === undefined ? {} : { detail }),
    });
  });

  it('is refused wherever in its events or raw answers one byte was changed', () => {
    const files = unzipSync(whole);
    for (const name of ['events.jsonl', `raw/${HASH}`]) {
      const bytes = files[name] ?? new Uint8Array();
      for (let index = 0; index < bytes.length; index += 17) {
        const changed = bytes.slice();
        changed[index] = (changed[index] ?? 0) ^ 1;
        expect(unpackBundle(zipSync({ ...files, [name]: changed }))).toMatchObject({ why: 'changed', detail: name });
      }
    }
  });

  it('never throws and never opens, whichever byte of the archive was changed', () => {
    for (let index = 0; index < whole.length; index++) {
      const changed = whole.slice();
      changed[index] = (changed[index] ?? 0) ^ 0xff;
      const opened = unpackBundle(changed);
      if (!('kind' in opened)) expect(opened).toEqual(unpackBundle(whole));
    }
  });
});

it('every reason says what to do in both languages, and no name in an archive steers the screen', () => {
  expect(Object.keys(ja)).toEqual(Object.keys(en));
  expect(whyNoBundle('en', 'foreign-file', 'raw/\u001b[2J\u202e/x')).toBe(
    'It holds a file that no bundle holds. Nothing was unpacked. (raw/\ufffd[2J\ufffd/x)',
  );
  expect(whyNoBundle('ja', 'not-an-archive', '')).toContain('もう一度コピー');
});
