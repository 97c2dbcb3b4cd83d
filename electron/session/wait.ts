import { setTimeout } from 'node:timers/promises';

/** Waits so many milliseconds; a signal ends it early, in good order. */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
