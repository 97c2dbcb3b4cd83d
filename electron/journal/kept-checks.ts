import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CheckedCause } from '../../shared/engine/check';
import { disk, isMissing, messageOf, readBytes, sha256 } from './files';

/** Checks kept of a node; the oldest goes when there is one more. */
const MOST_KEPT = 10;
/** More than any check writes. */
const MOST_BYTES = 16 * 1024 * 1024;
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

const citation = z.strictObject({ probe: z.string(), pointer: z.string(), value: z.unknown() });
const schema = z.strictObject({
  format: z.literal('winnow-check-1'),
  node: z.string(),
  at: z.iso.datetime(),
  findings: z.array(
    z.strictObject({
      symptom: z.string(),
      cause: z.string(),
      verdict: z.enum(['confirmed', 'likely']),
      citations: z.array(citation),
    }),
  ),
});

/** What is remembered of a check: when it was, and what it found with the values that decided. */
export interface KeptCheck extends Omit<z.infer<typeof schema>, 'format' | 'node'> {
  readonly id: string;
}

/** The checks of a node, the newest first, and why others cannot be read. */
export interface Earlier {
  readonly checks: readonly KeptCheck[];
  readonly unreadable: readonly string[];
}

/** Finished checks, each in a file, in a folder for each node. */
export interface KeptChecks {
  of(node: string): Earlier;
  /** Keeps a check, in the place of one with the same time. Throws where the disk does not take it. */
  keep(node: string, at: Date, findings: readonly CheckedCause[]): KeptCheck;
}

/** The checks in this folder, which is made with the first one. */
export function openKeptChecks(folder: string): KeptChecks {
  // Names of nodes are no names of files.
  const folderOf = (node: string) => join(folder, sha256(new TextEncoder().encode(node)).slice(0, 16));
  return {
    of: (node) => {
      const place = folderOf(node);
      const checks: KeptCheck[] = [];
      const unreadable: string[] = [];
      try {
        for (const id of idsIn(place).slice(0, MOST_KEPT)) {
          const read = readCheck(join(place, `${id}.json`), node);
          if (typeof read === 'string') unreadable.push(`${id}.json: ${read}`);
          else checks.push({ id, at: read.at, findings: read.findings });
        }
      } catch (error) {
        unreadable.push(messageOf(error));
      }
      return { checks, unreadable };
    },
    keep: (node, at, findings) => {
      const place = folderOf(node);
      const kept = schema.parse({
        format: 'winnow-check-1',
        node,
        at: at.toISOString(),
        findings: findings.map(({ symptom, cause, verdict, citations }) => ({ symptom, cause, verdict, citations })),
      });
      const id = idOf(at);
      mkdirSync(place, { recursive: true });
      disk.create(join(place, `${id}.json`), new TextEncoder().encode(JSON.stringify(kept)), true);
      for (const old of idsIn(place).slice(MOST_KEPT)) rmSync(join(place, `${old}.json`), { force: true });
      return { id, at: kept.at, findings: kept.findings };
    },
  };
}

/** Times as names of files, so that names sort by time. */
function idOf(at: Date): string {
  return at.toISOString().toLowerCase().replaceAll(/[:.]/g, '-');
}

function idsIn(place: string): string[] {
  try {
    const names = readdirSync(place).filter((name) => name.endsWith('.json'));
    return names
      .map((name) => name.slice(0, -'.json'.length))
      .filter((id) => ID.test(id))
      .toSorted()
      .reverse();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** The check in a file, or what is wrong with it. */
function readCheck(path: string, node: string): z.infer<typeof schema> | string {
  try {
    const bytes = readBytes(path, MOST_BYTES);
    if (!(bytes instanceof Uint8Array)) return bytes ?? 'missing';
    const parsed = schema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    if (!parsed.success) return parsed.error.issues[0]?.message ?? 'unknown content';
    return parsed.data.node === node ? parsed.data : 'of another node';
  } catch (error) {
    return messageOf(error);
  }
}
