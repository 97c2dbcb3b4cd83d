import type { BrowserWindow } from 'electron';
import type { CheckView } from '../../shared/ipc/check-view';
import type { AppView } from '../../shared/ipc/contract';
import type { SessionView } from '../../shared/ipc/view';
import { mapStrings } from '../../shared/node/map-strings';
import { clean } from '../../shared/transcript/clean';

/** At most one view of a session, and one of a check, in this many milliseconds, however many events there are. */
const EVERY = 50;

/** Sends notices to the window, without what would steer its text (see `serve`). Of many views in a moment only the newest goes out, and the last always does. */
export function announcer(window: () => BrowserWindow | undefined) {
  const timers = new Map<string, NodeJS.Timeout>();
  const send = (name: string, payload: unknown): void => {
    const open = window();
    if (open && !open.isDestroyed()) open.webContents.send(name, mapStrings(payload, clean));
  };
  const sendSoon = (name: string, view: () => unknown): void => {
    if (timers.has(name)) return;
    const timer = setTimeout(() => {
      timers.delete(name);
      const newest = view();
      if (newest !== null) send(name, newest);
    }, EVERY);
    timers.set(name, timer);
  };
  return {
    app: (view: AppView): void => send('app.changed', view),
    session: (view: () => SessionView | null): void => sendSoon('session.changed', view),
    check: (view: () => CheckView): void => sendSoon('check.changed', view),
  };
}
