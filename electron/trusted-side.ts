import { join } from 'node:path';
import { app, type BrowserWindow, clipboard, dialog, shell } from 'electron';
import type { Failure } from '../shared/ipc/contract';
import { CheckDesk } from './check-desk';
import { Desk } from './desk';
import { handlersOf } from './ipc/handlers';
import { announcer } from './ipc/notices';
import { type IpcMain, serve } from './ipc/serve';
import { openJournals } from './journal/journal';
import { openKeptChecks } from './journal/kept-checks';
import type { Log } from './log';
import { launchOptions } from './launch-options';
import { openFirst } from './first-node';
import { type SettingsFile, shellOf } from './settings';
import { DEFAULT_NODE, openSource } from './sources';
import { openLink } from './window/links';
import { installMenu } from './window/menu';
import { restartElevated } from './window/restart';
import { printToPdf } from './window/print';

/** What the window must know of all that works behind it. */
export interface TrustedSide {
  /** False while a remediation is under way: whoever closes is asked first. */
  readonly mayClose: () => boolean;
  /** Lets nothing more begin than what runs now. */
  readonly cancel: () => void;
  /** Leaves the session as it is, to be resumed. */
  readonly leave: () => Promise<void>;
}

/** Puts up everything behind the window: journals, the node, and the answers to what the page asks. */
export async function openTrustedSide(
  window: BrowserWindow,
  ipc: IpcMain,
  settings: SettingsFile,
  devServer: string | null,
  log: Log,
): Promise<TrustedSide> {
  const data = app.getPath('userData');
  installMenu(app.isPackaged, settings.current().language);

  const opened = await openSource(DEFAULT_NODE);
  if (opened.kind === 'failed') throw new Error(opened.detail);
  const announce = announcer(() => window);
  const sessionsFolder = join(data, 'sessions');
  const desk = new Desk(opened.source, openJournals(sessionsFolder), app.getVersion(), () =>
    announce.session(() => desk.view()),
  );
  const check = new CheckDesk(desk, openKeptChecks(join(data, 'checks')), app.getVersion(), () =>
    announce.check(() => check.view()),
  );
  desk.onLeave(() => check.leave());
  const launch = launchOptions(process.argv);
  const chosenShell = () => launch.shell ?? shellOf(settings.current());
  let notOpened: Failure | null = null;
  const handlers = handlersOf(desk, {
    check,
    version: app.getVersion(),
    settings,
    notOpened: () => notOpened,
    shell: chosenShell,
    pickShell: () => pickFile(window, process.platform === 'win32' ? ['exe'] : ['*']),
    onLanguage: (language) => installMenu(app.isPackaged, language),
    restartElevated: (session) => restartElevated(app, { shell: launch.shell, session }),
    pickBundle: () => pickFile(window, ['zip']),
    pickTarget: async (name) => (await dialog.showSaveDialog(window, { defaultPath: name })).filePath || null,
    printToPdf,
    copy: (text) => {
      void clipboard.writeText(text);
    },
    logPageError: (detail) => log('page', detail),
    openLink,
    sessionsFolder,
    showInFolder: (path) => shell.showItemInFolder(path),
    announce: announce.app,
  });
  serve(ipc, handlers, () => window.webContents.id, devServer, log);
  void openFirst(desk, launch, chosenShell(), process.platform).then(async (failure) => {
    notOpened = failure;
    announce.app(await handlers['app.view']({}));
    announce.session(() => desk.view());
  });
  return {
    mayClose: () => !desk.runner.state()?.runs.some(({ status }) => status === 'running' || status === 'undoing'),
    cancel: () => desk.runner.cancel(),
    leave: async () => {
      await check.leave();
      await desk.runner.leave();
      await desk.source.close();
    },
  };
}

/** A file that the person picks; null where none was. */
async function pickFile(window: BrowserWindow, extensions: string[]): Promise<string | null> {
  const filters = [{ name: 'Winnow', extensions }];
  const { filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters });
  return filePaths[0] ?? null;
}
