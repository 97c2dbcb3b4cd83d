import { ipcMain } from 'electron';
import type { Log } from '../log';
import { type Handlers, serve } from './serve';

/** Answers the window's commands. */
export function connectWindow(handlers: Handlers, contentsId: () => number, devServer: string | null, log: Log): void {
  serve(ipcMain, handlers, contentsId, devServer, log);
}
