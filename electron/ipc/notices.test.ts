import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SessionView } from '../../shared/ipc/view';
import { announcer } from './notices';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window that notes what it is sent. */
function windowThatHears() {
  const heard: Array<readonly [string, unknown]> = [];
  const state = { destroyed: false };
  const window = {
    isDestroyed: () => state.destroyed,
    webContents: { send: (name: string, payload: unknown) => void heard.push([name, payload]) },
  };
  return { heard, state, announce: announcer(() => window as unknown as BrowserWindow) }; // all that is used of it
}

const view = (seq: number, source = '') => ({ seq, source }) as SessionView; // nothing looks at the rest

it('of ten thousand views in a second the window gets at most twenty, the last of them the newest', () => {
  const { heard, announce } = windowThatHears();
  let seq = 0;
  for (let event = 0; event < 10_000; event += 1) {
    seq += 1;
    announce.session(() => view(seq));
    if (event % 10 === 9) vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(50);
  expect(heard.length).toBeLessThanOrEqual(21);
  expect(heard.at(-1)).toEqual(['session.changed', view(10_000)]);
});

it('nothing in a notice turns or hides text', () => {
  const { heard, announce } = windowThatHears();
  announce.session(() => view(1, 'node\u202e\u0007'));
  vi.advanceTimersByTime(50);
  expect(heard).toEqual([['session.changed', view(1, 'node\ufffd\ufffd')]]);
});

it('a session that was left meanwhile, and a window that is gone, get nothing', () => {
  const { heard, state, announce } = windowThatHears();
  announce.session(() => null);
  vi.advanceTimersByTime(50);
  state.destroyed = true;
  announce.session(() => view(1));
  vi.advanceTimersByTime(50);
  expect(heard).toEqual([]);
});
