import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { firstScripts } from './first-scripts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('are given when no further one has been asked for', async () => {
  const { asked, given } = firstScripts();
  const heard = vi.fn();
  void given.then(heard);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heard).not.toHaveBeenCalled();
  asked();
  await vi.advanceTimersByTimeAsync(7);
  asked();
  await vi.advanceTimersByTimeAsync(7);
  expect(heard).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(heard).toHaveBeenCalledOnce();
});
