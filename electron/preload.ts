import { contextBridge, ipcRenderer } from 'electron';
import type { WinnowApi } from '../shared/ipc/contract';
import { COMMANDS, NOTICES } from '../shared/ipc/names';

// Only these names pass; the trusted side checks every payload anyway.

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
