import type { BrowserWindow } from 'electron';
import type { AppView } from '../../shared/ipc/contract';
import type { SessionView } from '../../shared/ipc/view';

/** At most one view of a session in this many milliseconds, however many events there are. */
const EVERY = 50;

/** Sends notices to the window. Of many views in a moment only the newest goes out, and the last always does. */
export function announcer(window: () => BrowserWindow | undefined) {
  let timer: NodeJS.Timeout | null = null;
  const send = (name: string, payload: unknown): void => {
    const open = window();
    if (open && !open.isDestroyed()) open.webContents.send(name, payload);
  };
  return {
    app: (view: AppView): void => send('app.changed', view),
    session: (view: () => SessionView | null): void => {
      timer ??= setTimeout(() => {
        timer = null;
        const newest = view();
        if (newest) send('session.changed', newest);
      }, EVERY);
    },
  };
}
