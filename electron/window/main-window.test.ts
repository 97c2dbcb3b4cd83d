import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMainWindow } from './main-window';

/** A window that remembers what was asked of it. */
class FakeWindow extends EventEmitter {
  static failing = false;
  readonly webContents = Object.assign(new EventEmitter(), { forcefullyCrashRenderer: vi.fn() });
  readonly show = vi.fn();
  readonly loaded: string[] = [];
  destroyed = false;
  isDestroyed(): boolean {
    return this.destroyed;
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return FakeWindow.failing ? Promise.reject(new Error('ERR_FAILED')) : Promise.resolve();
  }
}

vi.mock('electron', () => ({
  BrowserWindow: function () {
    return new FakeWindow();
  },
}));

beforeEach(() => {
  FakeWindow.failing = false;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

function open(mayClose = true, devServer: string | null = null) {
  const heard = { mayClose: vi.fn(() => mayClose), onTrouble: vi.fn(), onResponsive: vi.fn() };
  const setting = { preload: '/p.cjs', background: '#fff', packaged: true, devServer };
  const main = openMainWindow(setting, heard);
  return { main, window: main.window as unknown as FakeWindow, heard };
}

describe('showing', () => {
  it('waits for the first paint', () => {
    const { window } = open();
    expect(window.show).not.toHaveBeenCalled();
    window.emit('ready-to-show');
    vi.advanceTimersByTime(60_000);
    expect(window.show).toHaveBeenCalledOnce();
  });

  it('does not wait for ever', () => {
    const { window } = open();
    vi.advanceTimersByTime(5000);
    expect(window.show).toHaveBeenCalledOnce();
  });

  it('leaves a closed window alone', () => {
    const { window } = open();
    window.emit('closed');
    vi.advanceTimersByTime(60_000);
    expect(window.show).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('loading', () => {
  it('loads its own page, or the development server’s', () => {
    expect(open().window.loaded).toEqual(['app://winnow/index.html']);
    expect(open(true, 'http://localhost:5173').window.loaded).toEqual(['http://localhost:5173']);
  });

  it('tells when that fails', async () => {
    FakeWindow.failing = true;
    const { heard } = open();
    await vi.waitFor(() =>
      expect(heard.onTrouble).toHaveBeenCalledExactlyOnceWith({ kind: 'not-loaded', detail: 'Error: ERR_FAILED' }),
    );
  });

  it('says nothing when it fails because the window was closed', async () => {
    FakeWindow.failing = true;
    const { window, heard } = open();
    window.destroyed = true;
    await Promise.resolve();
    await Promise.resolve();
    expect(heard.onTrouble).not.toHaveBeenCalled();
  });

  it('takes an error page for what it is', () => {
    const { window, heard } = open();
    window.webContents.emit('did-navigate', {}, 'app://winnow/index.html', 200, 'OK');
    expect(heard.onTrouble).not.toHaveBeenCalled();
    window.webContents.emit('did-navigate', {}, 'app://winnow/index.html', 404, 'Not Found');
    expect(heard.onTrouble).toHaveBeenCalledExactlyOnceWith({ kind: 'not-loaded', detail: '404 Not Found' });
  });

  it('loads its page again, and ends one that hangs', () => {
    const { main, window } = open();
    main.loadAgain({ kind: 'crashed', detail: '' });
    expect(window.loaded).toHaveLength(2);
    main.loadAgain({ kind: 'unresponsive' });
    expect(window.loaded).toHaveLength(2);
    expect(window.webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce();
    window.destroyed = true;
    main.loadAgain({ kind: 'crashed', detail: '' });
    expect(window.loaded).toHaveLength(2);
  });
});

describe('closing', () => {
  it.each([
    [true, 0],
    [false, 1],
  ])('when the answer is %s', (mayClose, prevented) => {
    const event = { preventDefault: vi.fn() };
    open(mayClose).window.emit('close', event);
    expect(event.preventDefault).toHaveBeenCalledTimes(prevented);
  });
});

describe('trouble', () => {
  it('tells when the page is gone, unless it just ended', () => {
    const { window, heard } = open();
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(heard.onTrouble).not.toHaveBeenCalled();
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(heard.onTrouble).toHaveBeenCalledExactlyOnceWith({ kind: 'crashed', detail: 'oom' });
  });

  it('tells when the preload script failed', () => {
    const { window, heard } = open();
    window.webContents.emit('preload-error', {}, '/p.cjs', new Error('no'));
    expect(heard.onTrouble).toHaveBeenCalledExactlyOnceWith({ kind: 'preload-failed', detail: 'Error: no' });
  });

  it('tells when the page does not answer, and when it does again', () => {
    const { window, heard } = open();
    window.emit('unresponsive');
    expect(heard.onTrouble).toHaveBeenCalledExactlyOnceWith({ kind: 'unresponsive' });
    window.emit('responsive');
    expect(heard.onResponsive).toHaveBeenCalledOnce();
  });
});
