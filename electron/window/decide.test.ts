import { describe, expect, it } from 'vitest';
import { decideNavigation, decideRequest, isOwn, isTrustedSender, PAGE } from './decide';

const PACKAGED = { devServer: null };
const DEV = { devServer: 'http://localhost:5173' };

const HOSTILE = [
  '',
  'about:blank',
  'file:///etc/passwd',
  'https://winnow/index.html',
  'app://winnow.evil/index.html',
  'app://evil/index.html',
  'app://winnow@evil/',
  'app://user:secret@winnow/index.html',
  'app:winnow',
  'application://winnow/',
  'javascript:alert(1)',
  'http://localhost:5173.evil/',
  'http://localhost:51730/',
  '\\\\server\\share',
];

describe('which addresses are the window’s own', () => {
  it('knows its own page', () => {
    expect(isOwn(PAGE, PACKAGED)).toBe(true);
    expect(isOwn('app://winnow/assets/a.js?x#y', PACKAGED)).toBe(true);
  });

  it.each(HOSTILE)('refuses %s', (url) => {
    expect(isOwn(url, PACKAGED)).toBe(false);
    expect(isOwn(url, DEV)).toBe(false);
    expect(decideNavigation(url, DEV)).toBe('deny');
    expect(decideRequest(url, PACKAGED)).toBe('cancel');
  });

  it('knows the development server only when one is given', () => {
    expect(isOwn('http://localhost:5173/main.tsx', DEV)).toBe(true);
    expect(isOwn('ws://localhost:5173/', DEV)).toBe(true);
    expect(isOwn('http://localhost:5173/main.tsx', PACKAGED)).toBe(false);
  });

  it('never navigates in a packaged program, not even to itself', () => {
    expect(decideNavigation(PAGE, PACKAGED)).toBe('deny');
  });
});

describe('whose messages are answered', () => {
  const good = { url: PAGE, isMainFrame: true, contentsId: 7 };
  const expected = { ...PACKAGED, contentsId: 7 };

  it('answers the main frame of the window', () => {
    expect(isTrustedSender(good, expected)).toBe(true);
  });

  it.each([
    ['a subframe', { ...good, isMainFrame: false }],
    ['another window', { ...good, contentsId: 8 }],
    ['an empty address', { ...good, url: '' }],
    ['a blank page', { ...good, url: 'about:blank' }],
    ['another host', { ...good, url: 'app://winnow.evil/index.html' }],
  ])('does not answer %s', (_who, sender) => {
    expect(isTrustedSender(sender, expected)).toBe(false);
  });
});
