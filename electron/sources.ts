import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { NodeSource } from '../shared/node/source';
import { practiceNode } from '../shared/practice/nodes';
import { practiceSource } from '../shared/practice/source';
import { unpackBundle } from './export/bundle';
import { bundleSource } from './node/bundle';

/** The practice node that is open when nothing else was chosen. */
export const DEFAULT_NODE = 'practice:containerd-stopped-en';

export type OpenedSource =
  | { readonly kind: 'opened'; readonly source: NodeSource }
  | { readonly kind: 'failed'; readonly what: 'unknown-id' | 'unreadable' | 'no-live'; readonly detail: string };

const MOST_BYTES = 64 * 1024 * 1024;

/** Opens `practice:<id>` or `bundle:<file>`. */
export function openSource(name: string): OpenedSource {
  const [kind = '', ...rest] = name.split(':');
  const what = rest.join(':');
  if (kind === 'live') return { kind: 'failed', what: 'no-live', detail: '' };
  if (kind === 'practice') {
    const node = practiceNode(what);
    return node
      ? { kind: 'opened', source: practiceSource(node, { now: () => new Date().toISOString() }) }
      : { kind: 'failed', what: 'unknown-id', detail: what };
  }
  return kind === 'bundle' ? openBundle(what) : { kind: 'failed', what: 'unknown-id', detail: name };
}

function openBundle(file: string): OpenedSource {
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
