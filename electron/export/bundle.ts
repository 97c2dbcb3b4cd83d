import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import { type Entry, entrySchema } from '../../shared/session/events';
import { sha256 } from '../journal/files';

/** A session out of an archive. */
export interface Bundle {
  readonly entries: readonly Entry[];
  /** Raw answers by their hash. */
  readonly raw: ReadonlyMap<string, string>;
}

const MANIFEST = 'manifest.json';
const EVENTS = 'events.jsonl';
const RAW = /^raw\/([0-9a-f]{64})$/;
/** Bytes of an archive, and of all that is packed in it. */
const MOST_PACKED = 64 * 1024 * 1024;
const MOST_UNPACKED = 512 * 1024 * 1024;

const manifestSchema = z.strictObject({
  format: z.literal('winnow-bundle-1'),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});

/** The archive of a session: its events, each raw answer once, and a manifest with the hash of every file. */
export function packBundle(entries: readonly Entry[], raw: ReadonlyMap<string, string>): Uint8Array {
  const files: Record<string, Uint8Array> = {
    [EVENTS]: strToU8(entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')),
  };
  for (const [hash, text] of raw) files[`raw/${hash}`] = strToU8(text);
  const hashes = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));
  return zipSync(
    { [MANIFEST]: strToU8(JSON.stringify({ format: 'winnow-bundle-1', files: hashes })), ...files },
    { level: 6 },
  );
}

/** The archive of a session whose raw answers `raw` gives by their hash, null where one is not there. */
export function bundleOf(entries: readonly Entry[], raw: (hash: string) => string | null): Uint8Array {
  const found = new Map<string, string>();
  for (const { event } of entries) {
    const hashes =
      event.kind === 'probe-ended'
        ? event.reads.map((read) => read.raw)
        : event.kind === 'backup-taken'
          ? [event.raw]
          : [];
    for (const hash of hashes) {
      const text = hash === null ? null : raw(hash);
      if (hash !== null && text !== null) found.set(hash, text);
    }
  }
  return packBundle(entries, found);
}

/** What an archive holds, or in one sentence why it is no bundle. Nothing is unpacked to disk, and nothing but known names is unpacked at all. */
export function unpackBundle(bytes: Uint8Array): Bundle | { readonly kind: 'unreadable'; readonly detail: string } {
  if (bytes.length > MOST_PACKED) return unreadable('the file is too large for a bundle');
  let files: Record<string, Uint8Array>;
  let unpacked = 0;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== MANIFEST && name !== EVENTS && !RAW.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > MOST_UNPACKED) throw new Error('unpacked it is too large for a bundle');
        return true;
      },
    });
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : 'it is no archive');
  }
  const manifest = parsed(manifestSchema, files[MANIFEST]);
  const events = files[EVENTS];
  if (!manifest || !events || !Object.hasOwn(manifest.files, EVENTS))
    return unreadable('the manifest or the events are missing');
  for (const [name, hash] of Object.entries(manifest.files)) {
    const file = Object.hasOwn(files, name) ? files[name] : undefined;
    if (!file || sha256(file) !== hash) return unreadable(`${name} is missing or was changed`);
  }
  const entries: Entry[] = [];
  for (const line of strFromU8(events)
    .split('\n')
    .filter((text) => text !== '')) {
    const entry = parsed(entrySchema, strToU8(line));
    if (!entry) return unreadable(`event ${entries.length + 1} cannot be read`);
    entries.push(entry);
  }
  const raw = new Map(
    Object.entries(files).flatMap(([name, file]) =>
      RAW.test(name) && Object.hasOwn(manifest.files, name) ? [[name.slice(4), strFromU8(file)] as const] : [],
    ),
  );
  return { entries, raw };
}

function unreadable(detail: string) {
  return { kind: 'unreadable' as const, detail };
}

function parsed<S extends z.ZodType>(schema: S, bytes: Uint8Array | undefined): z.infer<S> | null {
  if (!bytes) return null;
  try {
    return schema.parse(JSON.parse(strFromU8(bytes)));
  } catch {
    return null;
  }
}
