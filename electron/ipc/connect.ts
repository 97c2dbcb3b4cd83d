import { ipcMain } from 'electron';
import { type Handlers, type Refused, serve } from './serve';

/** Answers the window's commands. */
export function connectWindow(
  handlers: Handlers,
  contentsId: () => number,
  devServer: string | null,
  refused: Refused,
): void {
  serve(ipcMain, handlers, contentsId, devServer, refused);
}
