import { describe, expect, it } from 'vitest';
import { resolveAsset } from './assets';

const ROOT = '/app/renderer';

describe('files of the page', () => {
  it('finds a file below the root with its type', () => {
    expect(resolveAsset(ROOT, 'GET', 'app://winnow/assets/a-1.js?x#y')).toEqual({
      path: '/app/renderer/assets/a-1.js',
      type: 'text/javascript; charset=utf-8',
    });
  });

  // The URL parser resolves these itself, and what is left is below the root.
  it.each(['app://winnow/../secret.json', 'app://winnow/%2e%2e/secret.json', 'app://winnow/a/%2E./../../secret.json'])(
    'does not leave the root at %s',
    (url) => {
      expect(resolveAsset(ROOT, 'GET', url)?.path).toBe('/app/renderer/secret.json');
    },
  );

  it.each([
    'app://winnow/..%2fsecret.json',
    'app://winnow/..%2F..%2Fsecret.json',
    'app://winnow/..%5csecret.json',
    'app://winnow/..\\secret.json',
    'app://winnow/%252e%252e%252fsecret.json',
    'app://winnow/%c0%ae%c0%ae/secret.json',
    'app://winnow/\uff0e\uff0e/secret.json',
    'app://winnow/a%00.js',
    'app://winnow/a.js%00.html',
    'app://winnow/a.js%0a',
    'app://winnow/a.js::$DATA',
    'app://winnow/a.js.',
    'app://winnow/a.js%20',
    'app://winnow/a.JS',
    'app://winnow/C:/x.js',
    'app://winnow/%43%3a/x.js',
    'app://winnow//server/share/x.js',
    'app://winnow/%5c%5cserver%5cx.js',
    'app://winnow/.hidden.js',
    'app://winnow/a.exe',
    'app://winnow/a.map',
    'app://winnow/a',
    'app://winnow/',
    'app://winnow/%zz.js',
    'app://other/a.js',
    'app://winnow.evil/a.js',
    'app://winnow:80/a.js',
    'app:/winnow/a.js',
    'https://winnow/a.js',
    'file:///app/renderer/a.js',
    'nonsense',
    '',
  ])('finds nothing at %j', (url) => {
    expect(resolveAsset(ROOT, 'GET', url)).toBeNull();
  });

  it.each(['POST', 'HEAD', 'PUT', 'get', ''])('answers nothing to %j', (method) => {
    expect(resolveAsset(ROOT, method, 'app://winnow/index.html')).toBeNull();
  });
});
