import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { NodeSource } from '../shared/node/source';
import type { NotLive } from './node/this-machine';
import { practiceNode } from '../shared/practice/nodes';
import { type Pass, practiceSource } from '../shared/practice/source';
import type { NoBundle } from './export/bundle';
import { messageOf } from './journal/files';

/** The practice node that is open when nothing else was chosen. */
export const DEFAULT_NODE = 'practice:containerd-stopped-en';

export type OpenedSource =
  | { readonly kind: 'opened'; readonly source: NodeSource }
  | { readonly kind: 'failed'; readonly what: 'unknown-id' | NotLive; readonly detail: string }
  /** `detail` is what was seen: never translated. */
  | {
      readonly kind: 'failed';
      readonly what: 'unreadable';
      readonly why: NoBundle['why'] | 'no-file';
      readonly detail: string;
    };

/** What a node is opened with. */
export interface Opening {
  /** Without it, a practice node never keeps anybody waiting for what hangs. */
  readonly pass?: Pass;
  /** The PowerShell for the live node, see `findHost`. */
  readonly shell?: string | undefined;
}

/** Opens `live`, `practice:<id>` or `bundle:<file>`. */
export async function openSource(name: string, { pass, shell }: Opening = {}): Promise<OpenedSource> {
  const [kind = '', ...rest] = name.split(':');
  const what = rest.join(':');
  if (kind === 'live') return (await import('./node/this-machine')).openLive(shell);
  if (kind === 'bundle') return openBundle(what);
  const source = practiceSourceOf(name, pass);
  return source ? { kind: 'opened', source } : { kind: 'failed', what: 'unknown-id', detail: name };
}

/** The practice node of this name (`practice:<id>`). */
function practiceSourceOf(name: string, pass?: Pass): NodeSource | null {
  const node = name.startsWith('practice:') ? practiceNode(name.slice('practice:'.length)) : undefined;
  return node ? practiceSource(node, { now: () => new Date().toISOString(), ...(pass && { pass }) }) : null;
}

/** Archives are taken apart by code that is loaded for the first one. */
async function openBundle(file: string): Promise<OpenedSource> {
  const [{ MOST_PACKED, unpackBundle }, { bundleSource }] = await Promise.all([
    import('./export/bundle'),
    import('./node/bundle'),
  ]);
  const failed = (why: NoBundle['why'] | 'no-file', detail: string): OpenedSource => ({
    kind: 'failed',
    what: 'unreadable',
    why,
    detail,
  });
  try {
    const found = await stat(file);
    if (!found.isFile()) return failed('no-file', '');
    if (found.size > MOST_PACKED) return failed('too-large', '');
    const bundle = unpackBundle(await readFile(file));
    return 'kind' in bundle
      ? failed(bundle.why, bundle.detail)
      : { kind: 'opened', source: bundleSource(basename(file), bundle) };
  } catch (error) {
    return failed('no-file', messageOf(error));
  }
}
