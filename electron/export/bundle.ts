import { strToU8, unzipSync, type UnzipFileInfo, zipSync } from 'fflate';
import { z } from 'zod';
import type { Entry } from '../../shared/session/events';
import { messageOf, sha256 } from '../journal/files';
import { parseEntries } from '../journal/read';

/** A session out of an archive. */
export interface Bundle {
  readonly entries: readonly Entry[];
  /** Raw answers by their hash. */
  readonly raw: ReadonlyMap<string, string>;
}

/** Why an archive is no bundle. Each reason has a text in both languages. */
export interface NoBundle {
  readonly kind: 'no-bundle';
  readonly why:
    | 'too-large'
    | 'not-an-archive'
    | 'bomb'
    | 'foreign-file'
    | 'twice'
    | 'no-manifest'
    | 'other-version'
    | 'changed'
    | 'events';
  /** The file in the archive, or what was seen: never translated. */
  readonly detail: string;
}

const FORMAT = 'winnow-bundle-1';
const MANIFEST = 'manifest.json';
const EVENTS = 'events.jsonl';
const RAW = /^raw\/([0-9a-f]{64})$/;
/** Bytes of an archive, and of all that is packed in it. */
export const MOST_PACKED = 64 * 1024 * 1024;
const MOST_UNPACKED = 256 * 1024 * 1024;
/** Files in an archive: more than any session has raw answers. */
const MOST_FILES = 10_000;
/** A file of more than a megabyte that shrank to less than this part of itself is a bomb: answers of nodes never do. */
const MOST_SHRUNK = 400;
const SMALL = 1024 * 1024;

const manifestSchema = z.strictObject({
  format: z.literal(FORMAT),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
const anyManifest = z.looseObject({ format: z.string().regex(/^winnow-bundle-\d+$/) });

/** The archive of a session whose raw answers `raw` gives by their hash, null where one is not there. */
export function bundleOf(entries: readonly Entry[], raw: (hash: string) => string | null): Uint8Array {
  const files: Record<string, Uint8Array> = {
    [EVENTS]: strToU8(entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')),
  };
  for (const hash of rawIn(entries)) {
    const text = raw(hash);
    if (text !== null) files[`raw/${hash}`] = strToU8(text);
  }
  const hashes = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));
  const manifest = strToU8(JSON.stringify({ format: FORMAT, files: hashes } satisfies z.infer<typeof manifestSchema>));
  return zipSync({ [MANIFEST]: manifest, ...files }, { level: 6 });
}

/** The hashes of the raw answers that events name, each once. */
function rawIn(entries: readonly Entry[]): ReadonlySet<string> {
  const hashes = new Set<string>();
  for (const { event } of entries) {
    if (event.kind === 'backup-taken') hashes.add(event.raw);
    if (event.kind === 'probe-ended') for (const { raw } of event.reads) if (raw !== null) hashes.add(raw);
  }
  return hashes;
}

/**
 * What an archive holds, or why it is no bundle. Nothing is unpacked to disk; sizes, names and numbers of files are
 * judged before anything is unpacked at all; every file is compared with its hash, raw answers also with their name.
 */
export function unpackBundle(bytes: Uint8Array): Bundle | NoBundle {
  if (bytes.length > MOST_PACKED) return noBundle('too-large', '');
  const files = unzipped(bytes);
  if ('kind' in files) return files;
  const manifest = files.get(MANIFEST);
  if (!manifest) return noBundle('no-manifest', '');
  const hashes = hashesIn(manifest);
  if ('kind' in hashes) return hashes;
  for (const name of new Set([...files.keys(), ...hashes.keys()])) {
    const file = files.get(name);
    const hash = file && sha256(file);
    const named = RAW.exec(name)?.[1];
    const fits = hash !== undefined && hash === hashes.get(name) && (named === undefined || named === hash);
    if (!fits && name !== MANIFEST) return noBundle('changed', name);
  }
  const read = parseEntries(files.get(EVENTS) ?? new Uint8Array(), null);
  if (read.kind === 'unreadable') return noBundle('events', `${EVENTS}: ${read.detail}`);
  if (read.torn > 0) return noBundle('events', EVENTS);
  return { entries: read.entries, raw: rawTexts(files) };
}

function unzipped(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | NoBundle {
  const judge = fileJudge();
  try {
    const files = unzipSync(bytes, { filter: judge.filter });
    return judge.trouble() ?? new Map(Object.entries(files));
  } catch (error) {
    return judge.trouble() ?? noBundle('not-an-archive', messageOf(error));
  }
}

/** Judges each file of an archive by what its directory says of it; after the first trouble nothing is unpacked. */
function fileJudge() {
  const names = new Set<string>();
  let unpacked = 0;
  let trouble: NoBundle | null = null;
  const troubleWith = ({ name, size, originalSize }: UnzipFileInfo): NoBundle | null => {
    if (name !== MANIFEST && name !== EVENTS && !RAW.test(name)) return noBundle('foreign-file', name);
    if (names.has(name)) return noBundle('twice', name);
    names.add(name);
    unpacked += originalSize;
    if (names.size > MOST_FILES || unpacked > MOST_UNPACKED) return noBundle('too-large', '');
    return originalSize > SMALL && originalSize > size * MOST_SHRUNK ? noBundle('bomb', name) : null;
  };
  return {
    filter: (file: UnzipFileInfo): boolean => {
      trouble ??= troubleWith(file);
      // Thrown so that the rest of the directory is not walked; the reason is in `trouble`.
      if (trouble) throw new Error(trouble.why);
      return true;
    },
    trouble: () => trouble,
  };
}

function hashesIn(manifest: Uint8Array): ReadonlyMap<string, string> | NoBundle {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(manifest));
  } catch {
    return noBundle('no-manifest', MANIFEST);
  }
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) return new Map(Object.entries(parsed.data.files));
  const other = anyManifest.safeParse(value);
  return other.success && other.data.format !== FORMAT
    ? noBundle('other-version', other.data.format)
    : noBundle('no-manifest', MANIFEST);
}

function rawTexts(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return new Map(
    [...files].flatMap(([name, file]) => (RAW.test(name) ? [[name.slice(4), decoder.decode(file)] as const] : [])),
  );
}

function noBundle(why: NoBundle['why'], detail: string): NoBundle {
  return { kind: 'no-bundle', why, detail };
}
