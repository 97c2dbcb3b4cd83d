import { describe, expect, it } from 'vitest';
import { resolveAsset } from './assets';

const ROOT = '/app/renderer';

describe('files of the page', () => {
  it('finds a file below the root with its type', () => {
    expect(resolveAsset(ROOT, 'GET', 'app://winnow/assets/a-1.js')).toEqual({
      path: '/app/renderer/assets/a-1.js',
      type: 'text/javascript; charset=utf-8',
    });
  });

  it.each([
    'app://winnow/../secret.json',
    'app://winnow/%2e%2e/secret.json',
    'app://winnow/..%2fsecret.json',
    'app://winnow/..%5csecret.json',
    'app://winnow/a%00.js',
    'app://winnow/C:/x.js',
    'app://winnow//server/share/x.js',
    'app://winnow/.hidden.js',
    'app://winnow/a.exe',
    'app://winnow/a',
    'app://winnow/%zz.js',
    'app://other/a.js',
    'file:///app/renderer/a.js',
    'nonsense',
  ])('finds nothing at %s', (url) => {
    const found = resolveAsset(ROOT, 'GET', url);
    expect(found === null || (found.path.startsWith(`${ROOT}/`) && !found.path.includes('..'))).toBe(true);
    if (!url.endsWith('secret.json')) expect(found).toBeNull();
  });

  it('answers nothing but GET', () => {
    expect(resolveAsset(ROOT, 'POST', 'app://winnow/index.html')).toBeNull();
  });
});
