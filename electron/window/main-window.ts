import { BrowserWindow } from 'electron';
import { PAGE } from './decide';
import { windowOptions, type WindowSetting } from './options';
import type { Trouble } from './trouble';

/** A page that has painted nothing by then is shown all the same. */
const SHOW_AT_LATEST = 5000;

interface Callbacks {
  /** Asked before the window closes: false keeps it open. */
  readonly mayClose: () => boolean;
  /** Something is wrong with the page; the window stays. */
  readonly onTrouble: (trouble: Trouble) => void;
  /** A page that did not answer does again. */
  readonly onResponsive: () => void;
}

/** The one window, and the way to load its page anew. */
export interface MainWindow {
  readonly window: BrowserWindow;
  /** A page that hangs is ended first, which is one more trouble to be met. */
  loadAgain(trouble: Trouble): void;
}

/** Opens the one window. */
export function openMainWindow(
  setting: WindowSetting & { readonly devServer: string | null },
  { mayClose, onTrouble, onResponsive }: Callbacks,
): MainWindow {
  const window = new BrowserWindow(windowOptions(setting));
  const { webContents } = window;
  const notLoaded = (detail: string): void => onTrouble({ kind: 'not-loaded', detail });
  const load = (): void => {
    window.loadURL(setting.devServer ?? PAGE).catch((error: unknown) => {
      // Whoever closes the window has not failed to load it.
      if (!window.isDestroyed()) notLoaded(String(error));
    });
  };
  showWhenPainted(window);
  window.on('close', (event) => {
    if (!mayClose()) event.preventDefault();
  });
  window.on('unresponsive', () => onTrouble({ kind: 'unresponsive' }));
  window.on('responsive', onResponsive);
  webContents.on('render-process-gone', (_event, { reason }) => {
    // That is how it ends when the window closes, too.
    if (reason !== 'clean-exit') onTrouble({ kind: 'crashed', detail: reason });
  });
  webContents.on('preload-error', (_event, _path, error) => {
    onTrouble({ kind: 'preload-failed', detail: String(error) });
  });
  // An answer that is not the page is loaded without an error.
  webContents.on('did-navigate', (_event, _url, status, text) => {
    if (status >= 400) notLoaded(`${status} ${text}`);
  });
  load();
  return {
    window,
    loadAgain: ({ kind }) => {
      if (window.isDestroyed()) return;
      if (kind === 'unresponsive') webContents.forcefullyCrashRenderer();
      else load();
    },
  };
}

function showWhenPainted(window: BrowserWindow): void {
  const timer = setTimeout(() => window.show(), SHOW_AT_LATEST);
  window.once('ready-to-show', () => {
    clearTimeout(timer);
    window.show();
  });
  window.on('closed', () => clearTimeout(timer));
}
