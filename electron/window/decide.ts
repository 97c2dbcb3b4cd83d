/** Scheme and host of the window's own page. */
export const SCHEME = 'app';
export const HOST = 'winnow';
export const PAGE = `${SCHEME}://${HOST}/index.html`;

/** Where the page may come from. `devServer` is null in a packaged program. */
export interface Own {
  readonly devServer: string | null;
}

/** Whether a URL is of the window's own page or its files. Scheme and host are compared, never a prefix or an origin. */
export function isOwn(url: string, { devServer }: Own): boolean {
  const parsed = parse(url);
  if (parsed?.username !== '' || parsed.password !== '') return false;
  if (parsed.protocol === `${SCHEME}:`) return parsed.host === HOST;
  const dev = devServer === null ? null : parse(devServer);
  return (
    dev !== null &&
    parsed.host === dev.host &&
    [dev.protocol, dev.protocol === 'http:' ? 'ws:' : 'wss:'].includes(parsed.protocol)
  );
}

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** A request is let through only to the page's own files. (Images inlined as data: are not requests; nobody asks.) */
export function decideRequest(url: string, own: Own): 'allow' | 'cancel' {
  return isOwn(url, own) || isDevTools(url, own) ? 'allow' : 'cancel';
}

function isDevTools(url: string, { devServer }: Own): boolean {
  return devServer !== null && parse(url)?.protocol === 'devtools:';
}

/** The page never navigates; in development it may reload itself. */
export function decideNavigation(url: string, own: Own): 'allow' | 'deny' {
  return own.devServer !== null && isOwn(url, own) ? 'allow' : 'deny';
}

/** Who sent a message. */
export interface Sender {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly contentsId: number;
}

/** Only the main frame of the one window, on the window's own page, is answered: its other files send nothing. */
export function isTrustedSender(sender: Sender, expected: Own & { readonly contentsId: number }): boolean {
  return sender.isMainFrame && sender.contentsId === expected.contentsId && isOwnPage(sender.url, expected);
}

function isOwnPage(url: string, own: Own): boolean {
  if (!isOwn(url, own)) return false;
  const page = parse(url);
  return page?.pathname === '/index.html' || (page?.protocol === 'http:' && page.pathname === '/');
}
