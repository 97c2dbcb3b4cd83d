import type { App, Session, WebContents } from 'electron';
import { decideNavigation, decideRequest, type Own } from './decide';

/** Hears of everything that was refused. */
export type OnRefused = (what: 'navigation' | 'window' | 'webview' | 'request' | 'permission', detail: string) => void;

/** For every page there will ever be: no navigation, no windows, no webviews. */
export function hardenContents(app: Pick<App, 'on'>, own: Own, refused: OnRefused): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const stay = (event: { preventDefault(): void }, url: string): void => {
      if (decideNavigation(url, own) === 'allow') return;
      event.preventDefault();
      refused('navigation', url);
    };
    contents.on('will-navigate', (event) => stay(event, event.url));
    contents.on('will-frame-navigate', (event) => stay(event, event.url));
    contents.on('will-redirect', (event) => stay(event, event.url));
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      refused('webview', '');
    });
    contents.setWindowOpenHandler(({ url }) => {
      refused('window', url);
      return { action: 'deny' };
    });
  });
}

/** No request but to the page's own files, and no permission at all. */
export function hardenSession(session: Session, own: Own, refused: OnRefused): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const cancel = decideRequest(url, own) === 'cancel';
    if (cancel) refused('request', url);
    callback({ cancel });
  });
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    refused('permission', permission);
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
}
