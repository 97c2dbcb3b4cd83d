import type { App, Session, WebContents } from 'electron';
import { decideNavigation, decideRequest, type Own } from './decide';
import { onceEach, type OnRefused } from './refusals';

/** For every page there will ever be: no navigation, no windows, no webviews. */
export function hardenContents(app: Pick<App, 'on'>, own: Own, refused: OnRefused): void {
  const tell = onceEach(refused);
  app.on('web-contents-created', (_event, contents) => {
    hardenOne(contents, own, tell);
  });
}

function hardenOne(contents: WebContents, own: Own, tell: OnRefused): void {
  const stay = (event: { readonly url: string; preventDefault(): void }): void => {
    if (decideNavigation(event.url, own) === 'allow') return;
    event.preventDefault();
    tell('navigation', event.url);
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    tell('webview', '');
  });
  contents.setWindowOpenHandler(({ url }) => {
    tell('window', url);
    return { action: 'deny' };
  });
  // WebRTC finds its way past the request filter; without a proxy, this policy leaves it none.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** No request but to the page's own files, no permission, no download. */
export function hardenSession(session: Session, own: Own, refused: OnRefused): void {
  const tell = onceEach(refused);
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const cancel = decideRequest(url, own) === 'cancel';
    if (cancel) tell('request', url);
    callback({ cancel });
  });
  refusePermissions(session, tell);
  session.on('will-download', (event, item) => {
    event.preventDefault();
    tell('download', item.getURL());
  });
  // Dictionaries would be fetched from the internet.
  session.setSpellCheckerEnabled(false);
  // The system's proxy settings may make the browser look for a proxy in the network, on a node whose network is ill.
  void session.setProxy({ mode: 'direct' });
}

function refusePermissions(session: Session, tell: OnRefused): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    tell('permission', permission);
    callback(false);
  });
  // Not told: the browser checks on its own account all the time.
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Without a handler, sharing the screen is refused; a handler can only say what to share.
  session.setDisplayMediaRequestHandler(null);
}
