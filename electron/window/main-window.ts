import { BrowserWindow } from 'electron';
import { PAGE } from './decide';
import { windowOptions, type WindowSetting } from './options';

/** A page that has painted nothing by then is shown all the same. */
const SHOW_AT_LATEST = 5000;

interface Callbacks {
  /** Asked before the window closes: false keeps it open. */
  readonly mayClose: () => boolean;
  /** The page's process has ended; the window is empty until it is loaded again. */
  readonly onGone: (reason: string) => void;
  /** The page does not answer, does again, or could not be loaded. */
  readonly onTrouble?: (what: 'unresponsive' | 'responsive' | 'load-failed', detail: string) => void;
}

/** Opens the one window. */
export function openMainWindow(
  setting: WindowSetting & { readonly devServer: string | null },
  { mayClose, onGone, onTrouble }: Callbacks,
): BrowserWindow {
  const window = new BrowserWindow(windowOptions(setting));
  showWhenPainted(window);
  window.on('close', (event) => {
    if (!mayClose()) event.preventDefault();
  });
  window.on('unresponsive', () => onTrouble?.('unresponsive', ''));
  window.on('responsive', () => onTrouble?.('responsive', ''));
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    // That is how it ends when the window closes, too.
    if (reason !== 'clean-exit') onGone(reason);
  });
  window.loadURL(setting.devServer ?? PAGE).catch((error: unknown) => onTrouble?.('load-failed', String(error)));
  return window;
}

function showWhenPainted(window: BrowserWindow): void {
  const timer = setTimeout(() => window.show(), SHOW_AT_LATEST);
  window.once('ready-to-show', () => {
    clearTimeout(timer);
    window.show();
  });
  window.on('closed', () => clearTimeout(timer));
}
