import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import type { Settings } from '../../shared/ipc/contract';
import { type Asset, resolveAsset } from './assets';
import { contentSecurityPolicy } from './csp';
import { SCHEME } from './decide';

/** To be called once, before the program is ready. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** How the page looks from its first moment on: the person's choice. */
export type Look = Pick<Settings, 'language' | 'theme'>;

/**
 * Serves the page from `root`. Each load of a page has a nonce of its own, in the header and in the page, and the look
 * that is chosen then.
 */
export function serveFiles(protocol: Pick<Protocol, 'handle'>, root: string, look: () => Promise<Look>): void {
  protocol.handle(SCHEME, async ({ method, url }) => {
    const asset = resolveAsset(root, method, url);
    const body = asset && (await readIfThere(asset.path));
    if (!asset || !body) return notFound();
    return asset.type.startsWith('text/html') ? page(asset, body, await look()) : file(asset, body);
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

function file({ type }: Asset, body: Buffer): Response {
  return new Response(new Uint8Array(body), { headers: headers(type, contentSecurityPolicy(newNonce())) });
}

function page({ type }: Asset, body: Buffer, { language, theme }: Look): Response {
  const nonce = newNonce();
  const text = body
    .toString('utf8')
    .replaceAll('__CSP_NONCE__', nonce)
    .replaceAll('__LANGUAGE__', language)
    .replaceAll('__THEME__', theme);
  // A nonce that is kept is no nonce.
  return new Response(text, {
    headers: { ...headers(type, contentSecurityPolicy(nonce)), 'cache-control': 'no-store' },
  });
}

function newNonce(): string {
  return randomBytes(16).toString('base64');
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch {
    return null;
  }
}
