import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { resolveAsset } from './assets';
import { contentSecurityPolicy } from './csp';
import { SCHEME } from './decide';

/** To be called once, before the program is ready. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the page from `root`. Each load of a page has a nonce of its own, in the header and in the page. */
export function serveFiles(protocol: Pick<Protocol, 'handle'>, root: string): void {
  protocol.handle(SCHEME, async ({ method, url }) => {
    const asset = resolveAsset(root, method, url);
    if (!asset) return new Response('not found', { status: 404 });
    let body: Buffer;
    try {
      body = await readFile(asset.path);
    } catch {
      return new Response('not found', { status: 404 });
    }
    const nonce = randomBytes(16).toString('base64');
    const isPage = asset.type.startsWith('text/html');
    return new Response(isPage ? body.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : new Uint8Array(body), {
      headers: {
        'content-type': asset.type,
        'content-security-policy': contentSecurityPolicy(nonce),
        'x-content-type-options': 'nosniff',
      },
    });
  });
}
