import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMainWindow } from './main-window';

/** A window that remembers what was asked of it. */
class FakeWindow extends EventEmitter {
  static failing = false;
  readonly webContents = new EventEmitter();
  readonly show = vi.fn();
  readonly loaded: string[] = [];
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
  const heard = { mayClose: vi.fn(() => mayClose), onGone: vi.fn(), onTrouble: vi.fn() };
  const setting = { preload: '/p.cjs', background: '#fff', packaged: true, devServer };
  return { window: openMainWindow(setting, heard) as unknown as FakeWindow, heard };
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
    await vi.waitFor(() => expect(heard.onTrouble).toHaveBeenCalledWith('load-failed', 'Error: ERR_FAILED'));
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
    expect(heard.onGone).not.toHaveBeenCalled();
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(heard.onGone).toHaveBeenCalledExactlyOnceWith('oom');
  });

  it('tells when the page does not answer, and when it does again', () => {
    const { window, heard } = open();
    window.emit('unresponsive');
    window.emit('responsive');
    expect(heard.onTrouble.mock.calls).toEqual([
      ['unresponsive', ''],
      ['responsive', ''],
    ]);
  });
});
