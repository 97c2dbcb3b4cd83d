import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { type Asset, resolveAsset } from './assets';
import { contentSecurityPolicy } from './csp';
import { SCHEME } from './decide';

/** To be called once, before the program is ready. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the page from `root`. Each load of a page has a nonce of its own, in the header and in the page. `onScript` is
 * called for every script that is asked for.
 */
export function serveFiles(protocol: Pick<Protocol, 'handle'>, root: string, onScript: () => void): void {
  protocol.handle(SCHEME, async ({ method, url }) => {
    const asset = resolveAsset(root, method, url);
    if (asset?.type.startsWith('text/javascript')) onScript();
    const body = asset && (await readIfThere(asset.path));
    return asset && body ? answer(asset, body) : notFound();
  });
}

/** The answer to whatever is not there, or is none of the asker's business. */
export function notFound(): Response {
  return new Response('not found', { status: 404, headers: headers('text/plain', "default-src 'none'") });
}

/** What every answer says about itself: its one type, its policy, and that nobody else may use it. */
export function headers(type: string, policy: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  };
}

function answer({ type }: Asset, body: Buffer): Response {
  const nonce = randomBytes(16).toString('base64');
  const about = headers(type, contentSecurityPolicy(nonce));
  if (!type.startsWith('text/html')) return new Response(new Uint8Array(body), { headers: about });
  const page = body.toString('utf8').replaceAll('__CSP_NONCE__', nonce);
  // A nonce that is kept is no nonce.
  return new Response(page, { headers: { ...about, 'cache-control': 'no-store' } });
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch {
    return null;
  }
}
