import { BrowserWindow } from 'electron';
import { PAGE } from './decide';
import { windowOptions, type WindowSetting } from './options';

/** A page that has painted nothing by then is shown all the same. */
const SHOW_AT_LATEST = 5000;

interface Callbacks {
  /** Asked before the window closes: false keeps it open. */
  readonly mayClose: () => boolean;
  readonly onGone: (reason: string) => void;
}

/** Opens the one window. */
export function openMainWindow(
  setting: WindowSetting & { readonly devServer: string | null },
  { mayClose, onGone }: Callbacks,
): BrowserWindow {
  const window = new BrowserWindow(windowOptions(setting));
  const timer = setTimeout(() => window.show(), SHOW_AT_LATEST);
  window.once('ready-to-show', () => {
    clearTimeout(timer);
    window.show();
  });
  window.on('closed', () => clearTimeout(timer));
  window.on('close', (event) => {
    if (!mayClose()) event.preventDefault();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => onGone(reason));
  void window.loadURL(setting.devServer ?? PAGE);
  return window;
}
