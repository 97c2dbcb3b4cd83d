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
  'app://winnow:80/index.html',
  'app:///winnow/index.html',
  'app://WINNOW.evil/',
  'app://win%6eow/',
  'app:\\\\winnow\\index.html',
  'blob:app://winnow/1',
  'data:text/html,x',
  'view-source:app://winnow/index.html',
  'filesystem:app://winnow/x',
  'chrome://settings/',
  'devtools://x/',
  'javascript:alert(1)',
  'https://localhost:5173/',
  'http://127.0.0.1:5173/',
  'http://a@localhost:5173/',
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
    expect(decideNavigation(url, PACKAGED)).toBe('deny');
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

it('lets developer tools load only beside a development server', () => {
  expect(decideRequest('devtools://devtools/bundled/x.js', DEV)).toBe('allow');
  expect(decideRequest('devtools://devtools/bundled/x.js', PACKAGED)).toBe('cancel');
});

describe('whose messages are answered', () => {
  const good = { url: PAGE, isMainFrame: true, contentsId: 7 };
  const expected = { ...PACKAGED, contentsId: 7 };

  it('answers the main frame of the window', () => {
    expect(isTrustedSender(good, expected)).toBe(true);
    expect(isTrustedSender({ ...good, url: `${PAGE}#/check` }, expected)).toBe(true);
  });

  it('answers the development server’s page only where there is one', () => {
    const page = { ...good, url: 'http://localhost:5173/' };
    expect(isTrustedSender(page, { ...DEV, contentsId: 7 })).toBe(true);
    expect(isTrustedSender(page, expected)).toBe(false);
  });

  it.each([
    ['a subframe', { ...good, isMainFrame: false }],
    ['another window', { ...good, contentsId: 8 }],
    ['an empty address', { ...good, url: '' }],
    ['a file that is not the page', { ...good, url: 'app://winnow/assets/picture.svg' }],
    ['a blank page', { ...good, url: 'about:blank' }],
    ['another host', { ...good, url: 'app://winnow.evil/index.html' }],
  ])('does not answer %s', (_who, sender) => {
    expect(isTrustedSender(sender, expected)).toBe(false);
  });
});
