import { describe, expect, it } from 'vitest';
import { symptoms } from '../../shared/catalogue/symptoms';
import { DOCUMENT_IDS, linkUrl, mayOpen } from './link-urls';

describe('link ids', () => {
  it.each(DOCUMENT_IDS)('has an address for %s', (id) => {
    expect(linkUrl(id)).toMatch(/^https:\/\/(learn\.microsoft\.com|kubernetes\.io)\//);
  });

  it.each(Object.entries(symptoms))('leads to the section of %s', (id, { anchor }) => {
    expect(linkUrl(`page-${id}`)).toMatch(new RegExp(`/common-problems#${anchor}$`));
  });

  it.each([
    '',
    'page-',
    'page-constructor',
    'page-../x',
    '__proto__',
    'toString',
    'https://kubernetes.io/',
    'file:///c:/x',
  ])('has none for %j', (id) => {
    expect(linkUrl(id)).toBeNull();
  });
});

describe('addresses handed to the system', () => {
  it.each([
    '',
    'http://kubernetes.io/',
    'file:///C:/Windows/System32/calc.exe',
    'ms-settings:',
    'ms-msdt:/id',
    'javascript:alert(1)',
    '\\\\server\\share\\x.exe',
    'https://a@kubernetes.io/',
    'https://a:b@kubernetes.io/',
    'https://kubernetes.io@evil.example/',
    'https://kubernetes.io.evil.example/',
    'https://evil-kubernetes.io/',
    'https://sub.kubernetes.io/',
    'https://kubernetes.io:8443/',
    'https://kubernetes.io./',
    'https:kubernetes.io.evil',
    'https://kubernetes\u3002io.evil.example/',
  ])('refuses %j', (url) => {
    expect(mayOpen(url)).toBe(false);
  });

  it('opens a page of a listed host', () => {
    expect(mayOpen('https://kubernetes.io/docs/')).toBe(true);
  });
});
