import { readFile, rename, writeFile } from 'node:fs/promises';
import { sha256 } from '../journal/files';

/** A file that was written, read back, and found to be what it should be. */
export interface Saved {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Writes a file beside its place, reads it back, and only then puts it there. */
export async function saveFile(path: string, bytes: Uint8Array): Promise<Saved> {
  const draft = `${path}.part`;
  await writeFile(draft, bytes);
  const read = await readFile(draft);
  const hash = sha256(read);
  if (hash !== sha256(bytes)) throw new Error('what was read back is not what was written');
  await rename(draft, path);
  return { path, size: read.length, sha256: hash };
}
