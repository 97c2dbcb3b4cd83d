import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { NodeSource } from '../shared/node/source';
import { practiceNode } from '../shared/practice/nodes';
import { type Pass, practiceSource } from '../shared/practice/source';

/** The practice node that is open when nothing else was chosen. */
export const DEFAULT_NODE = 'practice:containerd-stopped-en';

export type OpenedSource =
  | { readonly kind: 'opened'; readonly source: NodeSource }
  | {
      readonly kind: 'failed';
      readonly what: 'unknown-id' | 'unreadable' | 'no-live' | 'not-windows';
      readonly detail: string;
    };

const MOST_BYTES = 64 * 1024 * 1024;

/** Opens `practice:<id>` or `bundle:<file>`. Without a `pass`, a practice node never keeps anybody waiting for what hangs. */
export async function openSource(name: string, pass?: Pass): Promise<OpenedSource> {
  const [kind = '', ...rest] = name.split(':');
  const what = rest.join(':');
  if (kind === 'live')
    return { kind: 'failed', what: process.platform === 'win32' ? 'no-live' : 'not-windows', detail: '' };
  if (kind === 'bundle') return openBundle(what);
  const source = practiceSourceOf(name, pass);
  return source ? { kind: 'opened', source } : { kind: 'failed', what: 'unknown-id', detail: name };
}

/** The practice node of this name (`practice:<id>`). */
export function practiceSourceOf(name: string, pass?: Pass): NodeSource | null {
  const node = name.startsWith('practice:') ? practiceNode(name.slice('practice:'.length)) : undefined;
  return node ? practiceSource(node, { now: () => new Date().toISOString(), ...(pass && { pass }) }) : null;
}

/** Archives are taken apart by code that is loaded for the first one. */
async function openBundle(file: string): Promise<OpenedSource> {
  const [{ unpackBundle }, { bundleSource }] = await Promise.all([import('./export/bundle'), import('./node/bundle')]);
  try {
    if (statSync(file).size > MOST_BYTES)
      return { kind: 'failed', what: 'unreadable', detail: 'the file is too large for a bundle' };
    const bundle = unpackBundle(readFileSync(file));
    if ('kind' in bundle) return { kind: 'failed', what: 'unreadable', detail: bundle.detail };
    return { kind: 'opened', source: bundleSource(basename(file), bundle) };
  } catch (error) {
    return { kind: 'failed', what: 'unreadable', detail: error instanceof Error ? error.message : file };
  }
}
