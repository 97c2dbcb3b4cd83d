import type { BrowserWindowConstructorOptions } from 'electron';

/** What the window is made with. */
export interface WindowSetting {
  readonly preload: string;
  readonly background: string;
  readonly packaged: boolean;
}

/** Options of the window: everything that could let the page out of its box is set on purpose. */
export function windowOptions({ preload, background, packaged }: WindowSetting): BrowserWindowConstructorOptions {
  return {
    title: 'Winnow',
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 640,
    // Shown once it has something to show, on the colour it will have: no white flash.
    show: false,
    // Alt brings the menu; the keys in it work all the time.
    autoHideMenuBar: true,
    backgroundColor: background,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !packaged,
    },
  };
}
