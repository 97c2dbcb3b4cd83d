import { join } from 'node:path';
import { app, BrowserWindow, clipboard, dialog, nativeTheme, protocol, session } from 'electron';
import { Desk } from './desk';
import { handlersOf } from './ipc/handlers';
import { announcer } from './ipc/notices';
import { connectWindow } from './ipc/connect';
import { printToPdf } from './window/print';
import { openJournals } from './journal/journal';
import { keepSettings, loadSettings } from './settings';
import { DEFAULT_NODE, openSource } from './sources';
import { hardenContents, hardenSession } from './window/harden';
import { openLink } from './window/links';
import { openMainWindow } from './window/main-window';
import { installMenu } from './window/menu';
import { registerScheme, serveFiles } from './window/protocol';
import { keepQuiet } from './window/quiet';

// As root on Linux, where tests run, there is no sandbox to enable; a packaged program knows no such switch.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
keepQuiet(app.commandLine);
registerScheme(protocol);
// One writer of the journals: a second start only brings the first one's window to the front.
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

/** How often a page that has crashed is loaded again. */
const MOST_CRASHES = 3;

function start(): void {
  const devServer = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);
  const data = app.getPath('userData');
  const settingsFile = join(data, 'settings.json');
  let settings = loadSettings(settingsFile, app.getPreferredSystemLanguages());
  const refused = (what: string, detail: string): void =>
    void process.stderr.write(`refused: ${what} ${detail.slice(0, 200)}\n`);

  hardenContents(app, { devServer }, refused);
  hardenSession(session.defaultSession, { devServer }, refused);
  serveFiles(protocol, join(__dirname, '../renderer'));
  installMenu(app.isPackaged, settings.language);

  const opened = openSource(DEFAULT_NODE);
  if (opened.kind === 'failed') throw new Error(opened.detail);
  let crashes = 0;
  const announce = announcer(() => window);
  const desk = new Desk(opened.source, openJournals(join(data, 'sessions')), app.getVersion(), () =>
    announce.session(() => desk.view()),
  );

  const window = openMainWindow(
    {
      preload: join(__dirname, '../preload/preload.cjs'),
      background: nativeTheme.shouldUseDarkColors ? '#1e1e1e' : '#ffffff',
      packaged: app.isPackaged,
      devServer,
    },
    {
      mayClose: () => mayClose(desk, settings.language),
      onGone: (reason) => {
        refused('window', reason);
        // A page that crashes as it loads must not be loaded for ever.
        crashes += 1;
        if (crashes <= MOST_CRASHES) window.reload();
      },
    },
  );
  const handlers = handlersOf(desk, {
    version: app.getVersion(),
    settings: () => settings,
    keepSettings: (chosen) => {
      settings = chosen;
      installMenu(app.isPackaged, chosen.language);
      keepSettings(settingsFile, chosen);
    },
    pickBundle: async () =>
      (
        await dialog.showOpenDialog(window, {
          properties: ['openFile'],
          filters: [{ name: 'Winnow', extensions: ['zip'] }],
        })
      ).filePaths[0] ?? null,
    pickTarget: async (name) => (await dialog.showSaveDialog(window, { defaultPath: name })).filePath || null,
    printToPdf,
    copy: (text) => {
      void clipboard.writeText(text);
    },
    openLink,
    announce: announce.app,
  });
  connectWindow(handlers, () => window.webContents.id, devServer, refused);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    void desk.runner.leave().finally(() => app.quit());
  });
}

const CLOSING = {
  en: {
    message: 'A remediation is under way.',
    detail: 'If Winnow closes now, it stops after the current change. What was done can be undone the next time.',
    buttons: ['Keep open', 'Close'],
  },
  ja: {
    message: '修復を実行中です。',
    detail: 'ここで閉じると、現在の変更の後で停止します。実行済みの変更は次回に元に戻せます。',
    buttons: ['閉じない', '閉じる'],
  },
} as const;

function mayClose(desk: Desk, language: keyof typeof CLOSING): boolean {
  const under = desk.runner.state()?.runs.some(({ status }) => status === 'running' || status === 'undoing') ?? false;
  if (!under) return true;
  const { message, detail, buttons } = CLOSING[language];
  const window = BrowserWindow.getAllWindows()[0];
  const options = { type: 'warning' as const, message, detail, buttons: [...buttons], defaultId: 0, cancelId: 0 };
  return (window ? dialog.showMessageBoxSync(window, options) : dialog.showMessageBoxSync(options)) === 1;
}
