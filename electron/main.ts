import { join } from 'node:path';
import { app, Menu, nativeTheme, protocol, session } from 'electron';
import { pickLanguage } from '../shared/i18n/language';
import { takeCommands } from './ipc/connect';
import { openLog, traceOf } from './log';
import type { SettingsFile } from './settings';
import { startMarks } from './start-marks';
import type { TrustedSide } from './trusted-side';
import { askToClose, askToLoadAgain, sayNotStarted } from './window/dialogs';
import { hardenContents, hardenSession } from './window/harden';
import { openMainWindow } from './window/main-window';
import { registerScheme, serveFiles } from './window/protocol';
import { keepQuiet, refuseDebugging } from './window/quiet';
import { attendTo } from './window/trouble';

// As root on Linux, where tests run, there is no sandbox to enable; a packaged program knows no such switch.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
keepQuiet(app.commandLine);
refuseDebugging(app.commandLine, app.isPackaged);
registerScheme(protocol);
// Electron's own menu is never built; Winnow's comes with the language.
Menu.setApplicationMenu(null);
// One writer of the journals: a second start only brings the first one's window to the front.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

/** Opens the window first, and loads all that works behind it once the page draws by itself. */
async function start(): Promise<void> {
  const devServer = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);
  const data = app.getPath('userData');
  const log = openLog(join(data, 'winnow.log'), () => new Date());
  const reached = startMarks(log);
  reached('ready');
  // Electron shows what nobody caught, and goes on; it is written down before.
  process.on('uncaughtExceptionMonitor', (error) => log('bug', traceOf(error)));
  process.on('unhandledRejection', (error) => log('bug', traceOf(error)));

  hardenContents(app, { devServer }, (what, detail) => log(`refused ${what}`, detail));
  hardenSession(session.defaultSession, { devServer }, (what, detail) => log(`refused ${what}`, detail));
  let settings: SettingsFile | null = null;
  const opening = import('./settings').then(({ openSettings }) => {
    const locales = app.getPreferredSystemLanguages();
    return (settings = openSettings(join(data, 'settings.json'), locales, () => new Date()));
  });
  serveFiles(protocol, join(__dirname, '../renderer'), async () => (await opening).current());
  const { ipc, begun } = takeCommands();

  let behind: TrustedSide | null = null;
  const language = () => settings?.current().language ?? pickLanguage(app.getPreferredSystemLanguages());
  const { onTrouble, onResponsive } = attendTo({
    ask: (trouble, signal) => askToLoadAgain(main.window, trouble, language(), signal),
    loadAgain: (trouble) => main.loadAgain(trouble),
    log,
    now: () => performance.now(),
  });
  const main = openMainWindow(
    {
      preload: join(__dirname, '../preload/preload.cjs'),
      background: nativeTheme.shouldUseDarkColors ? '#1e1e1e' : '#ffffff',
      packaged: app.isPackaged,
      devServer,
    },
    {
      mayClose: () => {
        if (!behind || behind.mayClose()) return true;
        const close = askToClose(main.window, language());
        // At once: until the window is gone, the next change would have begun.
        if (close) behind.cancel();
        return close;
      },
      onTrouble: (trouble) => void onTrouble(trouble),
      onResponsive,
    },
  );
  const { window } = main;
  reached('window');
  window.once('ready-to-show', () => reached('painted'));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => void Promise.resolve(behind?.leave()).finally(() => app.quit()));

  try {
    const kept = await opening;
    await begun;
    behind = await (await import('./trusted-side')).openTrustedSide(window, ipc, kept, devServer, log);
    reached('answering');
  } catch (error) {
    log('not started', String(error));
    sayNotStarted(language(), String(error));
    app.exit(1);
  }
}
