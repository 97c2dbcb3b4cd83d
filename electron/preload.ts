import { contextBridge, ipcRenderer } from 'electron';
import type { CommandName, NoticeName, WinnowApi } from '../shared/ipc/contract';

/**
 * The names that the page may use. They are compiled in from the contract by type alone, so that the sandboxed script
 * stays free of any library; the trusted side checks every payload anyway.
 */
const COMMANDS: Readonly<Record<CommandName, true>> = {
  'app.view': true,
  'app.settings': true,
  'app.use-node': true,
  'app.nodes': true,
  'app.open-bundle': true,
  'app.show-journal': true,
  'app.restart-elevated': true,
  'app.open-link': true,
  'app.copy': true,
  'app.recognise': true,
  'session.list': true,
  'session.start': true,
  'session.resume': true,
  'session.view': true,
  'session.answer': true,
  'session.settle': true,
  'session.back': true,
  'session.ask-again': true,
  'session.cancel': true,
  'session.close': true,
  'check.view': true,
  'check.start': true,
  'check.cancel': true,
  'check.answer': true,
  'check.compare': true,
  'evidence.raw': true,
  'remedy.preview': true,
  'remedy.apply': true,
  'remedy.undo': true,
  'export.preview': true,
  'export.save': true,
};

const NOTICES: Readonly<Record<NoticeName, true>> = {
  'session.changed': true,
  'app.changed': true,
  'check.changed': true,
};

const api: WinnowApi = {
  command: (name, request) =>
    Object.hasOwn(COMMANDS, name) ? ipcRenderer.invoke(name, request) : Promise.reject(new Error('unknown command')),
  onNotice: (name, listener) => {
    if (!Object.hasOwn(NOTICES, name)) throw new Error('unknown notice');
    const receive = (_event: unknown, notice: Parameters<typeof listener>[0]) => listener(notice);
    ipcRenderer.on(name, receive);
    return () => ipcRenderer.removeListener(name, receive);
  },
};

contextBridge.exposeInMainWorld('winnow', api);
