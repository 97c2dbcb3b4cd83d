import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { type Look, registerScheme, serveFiles } from './protocol';

const root = mkdtempSync(join(tmpdir(), 'winnow-page-'));
writeFileSync(join(root, 'index.html'), '<meta property="csp-nonce" content="__CSP_NONCE__">');
writeFileSync(join(root, 'look.html'), '<html lang="__LANGUAGE__" data-theme="__THEME__">');
writeFileSync(join(root, 'a.js'), 'const text = "__CSP_NONCE__";');
afterAll(() => rmSync(root, { recursive: true }));

type Handler = (request: Request) => Response | Promise<Response>;

async function get(url: string, method = 'GET', look: Look = { language: 'ja', theme: 'dark' }): Promise<Response> {
  let handler: Handler | undefined;
  serveFiles({ handle: (_scheme, given) => void (handler = given) }, root, () => Promise.resolve(look));
  // Not a Request: that would tidy the URL up first.
  return handler!({ url, method } as Request);
}

const nonceOf = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1];

describe('the page', () => {
  it('has the nonce that its policy names', async () => {
    const response = await get('app://winnow/index.html');
    const nonce = nonceOf(response.headers.get('content-security-policy'));
    expect(nonce).toBeTruthy();
    expect(await response.text()).toBe(`<meta property="csp-nonce" content="${nonce}">`);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('has another nonce at each load', async () => {
    const [first, second] = [await get('app://winnow/index.html'), await get('app://winnow/index.html')];
    expect(await first.text()).not.toBe(await second.text());
  });

  it('has the language and the colours that are chosen', async () => {
    const response = await get('app://winnow/look.html');
    expect(await response.text()).toBe('<html lang="ja" data-theme="dark">');
  });
});

describe('other files', () => {
  it('are served as they are, with a type that holds', async () => {
    const response = await get('app://winnow/a.js');
    expect(await response.text()).toBe('const text = "__CSP_NONCE__";');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each(['app://winnow/gone.js', 'app://winnow/%2e%2e/a.js/../x.js', 'app://winnow/', 'app://evil/a.js', ''])(
    'are not there at %j',
    async (url) => {
      const response = await get(url);
      expect(response.status).toBe(404);
      expect(await response.text()).toBe('not found');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );

  it('are not there for other methods', async () => {
    expect((await get('app://winnow/a.js', 'POST')).status).toBe(404);
    expect((await get('app://winnow/a.js', 'HEAD')).status).toBe(404);
  });
});

it('gives the scheme what a page needs and no more', () => {
  const register = vi.fn();
  registerScheme({ registerSchemesAsPrivileged: register });
  expect(register).toHaveBeenCalledExactlyOnceWith([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
});
