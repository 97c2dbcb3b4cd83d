import { randomUUID } from 'node:crypto';
import { BrowserWindow, type Session, session } from 'electron';
import { PRINT_POLICY } from './csp';
import { SCHEME } from './decide';
import { headers, notFound } from './protocol';

/** What is being printed, by address. A data: address would do for small documents only: it may have 2 MB at most. */
const documents = new Map<string, string>();

/** A page of HTML as PDF, printed by a window that is never shown, runs no script and reaches nothing. */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const url = `${SCHEME}://print/${randomUUID()}`;
  documents.set(url, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webSecurity: true,
      spellcheck: false,
      devTools: false,
    },
  });
  try {
    await window.loadURL(url);
    return await window.webContents.printToPDF({ printBackground: true, pageSize: 'A4' });
  } finally {
    window.destroy();
    documents.delete(url);
  }
}

/** A session of its own, in memory only: a printed document and the window's page know nothing of each other. */
function printSession(): Session {
  const own = session.fromPartition('print', { cache: false });
  if (own.protocol.isProtocolHandled(SCHEME)) return own;
  own.protocol.handle(SCHEME, ({ url }) => {
    const html = documents.get(url);
    return html === undefined
      ? notFound()
      : new Response(html, { headers: headers('text/html; charset=utf-8', PRINT_POLICY) });
  });
  own.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !documents.has(url) }));
  own.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  own.setPermissionCheckHandler(() => false);
  own.setSpellCheckerEnabled(false);
  return own;
}
