import { expect, it } from 'vitest';
import { windowOptions } from './options';

const options = windowOptions({ preload: '/p.cjs', background: '#1e1e1e', packaged: true });

it('keeps the page in its box', () => {
  expect(options.webPreferences).toEqual({
    preload: '/p.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  });
});

it('has developer tools only where it is developed', () => {
  expect(windowOptions({ preload: '/p.cjs', background: '#fff', packaged: false }).webPreferences?.devTools).toBe(true);
});

it('sets nothing that is not listed here', () => {
  expect(options).toEqual({
    webPreferences: options.webPreferences,
    title: 'Winnow',
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#1e1e1e',
  });
});
