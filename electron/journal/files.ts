import { createHash } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, lstatSync, openSync, readSync, renameSync, writeSync } from 'node:fs';

/** What the journal does to the disk; tests put a failing disk in its place. */
export interface Disk {
  /** Writes all of it at the end of an open file, or throws. */
  append(file: number, data: Uint8Array): void;
  /** Returns once the file is on the disk itself. */
  flush(file: number): void;
  /** Writes a file that is there either whole or not at all; with `flush`, on the disk itself. */
  create(path: string, data: Uint8Array, flush: boolean): void;
}

/** The disk as it is. */
export const disk: Disk = {
  append(file, data) {
    for (let written = 0; written < data.length;) written += writeSync(file, data, written);
  },
  flush(file) {
    fsyncSync(file);
  },
  create(path, data, flush) {
    const part = `${path}.part`;
    const file = openSync(part, 'w');
    try {
      disk.append(file, data);
      if (flush) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
  },
};

/** The bytes of a plain file of at most `most` bytes; null where there is none. Throws where it cannot be read. */
export function readBytes(path: string, most: number): Uint8Array | 'not-a-file' | 'too-large' | null {
  try {
    if (!lstatSync(path).isFile()) return 'not-a-file';
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > most) return 'too-large';
    const bytes = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const count = readSync(file, bytes, filled, size - filled, filled);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  } finally {
    closeSync(file);
  }
}

/** Whether an error says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** The text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The SHA-256 of bytes, as 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
