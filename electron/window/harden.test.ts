import { EventEmitter } from 'node:events';
import type { App, Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { hardenContents, hardenSession } from './harden';

const OWN = { devServer: null };

class Contents extends EventEmitter {
  open: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  readonly setWebRTCIPHandlingPolicy = vi.fn();
  setWindowOpenHandler(handler: Contents['open']): void {
    this.open = handler;
  }
}

function contentsOf(refused = vi.fn()) {
  const app = new EventEmitter();
  hardenContents(app as unknown as App, OWN, refused);
  const contents = new Contents();
  app.emit('web-contents-created', {}, contents);
  return { app, contents, refused };
}

describe('every page', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('is kept where it is at %s', (name) => {
    const { contents, refused } = contentsOf();
    const event = { url: 'https://evil.example/', preventDefault: vi.fn() };
    contents.emit(name, event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(refused).toHaveBeenCalledExactlyOnceWith('navigation', 'https://evil.example/');
  });

  it('gets no webview and no window', () => {
    const { contents, refused } = contentsOf();
    const event = { preventDefault: vi.fn() };
    contents.emit('will-attach-webview', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(contents.open({ url: 'https://evil.example/' })).toEqual({ action: 'deny' });
    expect(refused.mock.calls.map(([what]: string[]) => what)).toEqual(['webview', 'window']);
  });

  it('is hardened, however many there are', () => {
    const { app } = contentsOf();
    const second = new Contents();
    app.emit('web-contents-created', {}, second);
    expect(second.open({ url: 'app://winnow/index.html' })).toEqual({ action: 'deny' });
    expect(second.setWebRTCIPHandlingPolicy).toHaveBeenCalledWith('disable_non_proxied_udp');
  });
});

type Answer = (answer: unknown) => void;

class Web extends EventEmitter {
  request: (details: { url: string }, answer: Answer) => void = () => undefined;
  ask: (contents: unknown, permission: string, answer: Answer) => void = () => undefined;
  check: () => boolean = () => true;
  device: () => boolean = () => true;
  readonly webRequest = { onBeforeRequest: (handler: Web['request']) => void (this.request = handler) };
  readonly setPermissionRequestHandler = (handler: Web['ask']) => void (this.ask = handler);
  readonly setPermissionCheckHandler = (handler: Web['check']) => void (this.check = handler);
  readonly setDevicePermissionHandler = (handler: Web['device']) => void (this.device = handler);
  readonly setDisplayMediaRequestHandler = vi.fn();
  readonly setSpellCheckerEnabled = vi.fn();
  readonly setProxy = vi.fn();
}

function sessionOf() {
  const web = new Web();
  const refused = vi.fn();
  hardenSession(web as unknown as Session, OWN, refused);
  return { web, refused };
}

describe('the session', () => {
  it('lets only the page’s own files through', () => {
    const { web, refused } = sessionOf();
    const answer = vi.fn();
    web.request({ url: 'app://winnow/index.html' }, answer);
    web.request({ url: 'https://evil.example/' }, answer);
    expect(answer.mock.calls).toEqual([[{ cancel: false }], [{ cancel: true }]]);
    expect(refused).toHaveBeenCalledExactlyOnceWith('request', 'https://evil.example/');
  });

  it.each(['media', 'notifications', 'openExternal', 'clipboard-read', 'a-new-one'])(
    'does not permit %s',
    (permission) => {
      const { web, refused } = sessionOf();
      const answer = vi.fn();
      web.ask(null, permission, answer);
      expect(answer).toHaveBeenCalledExactlyOnceWith(false);
      expect(refused).toHaveBeenCalledExactlyOnceWith('permission', permission);
      expect(web.check()).toBe(false);
      expect(web.device()).toBe(false);
    },
  );

  it('downloads nothing', () => {
    const { web, refused } = sessionOf();
    const event = { preventDefault: vi.fn() };
    web.emit('will-download', event, { getURL: () => 'blob:x' });
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(refused).toHaveBeenCalledExactlyOnceWith('download', 'blob:x');
  });

  it('asks no network for dictionaries or proxies', () => {
    const { web } = sessionOf();
    expect(web.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
    expect(web.setProxy).toHaveBeenCalledWith({ mode: 'direct' });
  });
});
