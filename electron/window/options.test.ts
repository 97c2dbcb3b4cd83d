import { expect, it } from 'vitest';
import { windowOptions } from './options';

it('keeps the page in its box', () => {
  expect(windowOptions({ preload: '/p.cjs', background: '#fff', packaged: true }).webPreferences).toEqual({
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
