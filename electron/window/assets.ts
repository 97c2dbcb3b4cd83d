import { extname, join, sep } from 'node:path';
import { HOST, SCHEME } from './decide';

/** The kinds of files that the page is made of. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

export interface Asset {
  readonly path: string;
  readonly type: string;
}

/** The file below `root` that a URL names; null for everything that is not plainly a file of the page. */
export function resolveAsset(root: string, method: string, url: string): Asset | null {
  if (method !== 'GET' || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== `${SCHEME}:` || parsed.host !== HOST) return null;
  let name: string;
  try {
    name = decodeURIComponent(parsed.pathname);
  } catch {
    return null;
  }
  // Names of built files hold nothing else, so no spelling of a way out of the root can pass.
  if (!/^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/.test(name)) return null;
  const type = TYPES[extname(name)];
  const path = join(root, name);
  return type !== undefined && path.startsWith(root + sep) ? { path, type } : null;
}
