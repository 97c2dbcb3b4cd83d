import { expect } from '@playwright/test';
import { test } from './launch';

test('the page has no way out of its box', async ({ open }) => {
  const { page } = await open();
  const seen = await page.evaluate(async () => {
    const refused = (work: () => unknown): Promise<boolean> =>
      new Promise((resolve) => resolve(work())).then(
        () => false,
        () => true,
      );
    return {
      node: ['require', 'process', 'module', 'Buffer', '__dirname'].filter(
        (name) => typeof Reflect.get(globalThis, name) !== 'undefined',
      ),
      api: Object.keys(Reflect.get(globalThis, 'winnow') as object).sort(),
      unknownCommand: await refused(() =>
        (Reflect.get(globalThis, 'winnow') as { command(name: string, request: unknown): unknown }).command(
          'shell',
          {},
        ),
      ),
      window: window.open('https://example.invalid') === null,
      fetch: await refused(() => fetch('https://example.invalid')),
      fetchFile: await refused(() => fetch('file:///etc/hostname')),
      socket: await new Promise((resolve) => {
        try {
          const socket = new WebSocket('wss://example.invalid');
          socket.onerror = () => resolve('refused');
          socket.onopen = () => resolve('open');
        } catch {
          resolve('refused');
        }
      }),
      eval: await refused(() => (0, eval)('1')),
      markup: await refused(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      camera: await refused(() => navigator.mediaDevices.getUserMedia({ video: true })),
      place: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('told'),
          ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'refused' : code),
        ),
      ),
      notification: await Notification.requestPermission(),
      clipboard: await refused(() => navigator.clipboard.readText()),
    };
  });
  expect(seen).toEqual({
    node: [],
    api: ['command', 'onNotice'],
    unknownCommand: true,
    window: true,
    fetch: true,
    fetchFile: true,
    socket: 'refused',
    eval: true,
    markup: true,
    camera: true,
    place: 'refused',
    notification: 'denied',
    clipboard: true,
  });
});

test('the page never leaves its address, whatever it or a link in it asks for', async ({ open }) => {
  const { app, page } = await open();
  let said = '';
  app.process().stderr?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  // That one the browser refuses by itself, without a word.
  await page.evaluate(() => location.assign('file:///etc/hostname'));
  const targets = ['https://example.invalid/a', 'app://winnow/other.html', 'app://other/'];
  for (const target of targets) {
    await page.evaluate((address) => location.assign(address), target);
    await expect.poll(() => said).toContain(`refused navigation: ${target}`);
  }
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.invalid/link';
    document.body.append(link);
    link.click();
  });
  await expect.poll(() => said).toContain('refused navigation: https://example.invalid/link');
  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
  );
  expect(windows).toEqual(['app://winnow/index.html']);
  expect(await page.evaluate(() => document.body.innerText)).toContain('What do you see?');
});

test('a script or a frame that gets into the page does nothing', async ({ open }) => {
  const { page } = await open();
  const seen = await page.evaluate(async () => {
    const refused = (work: () => unknown): boolean => {
      try {
        work();
        return false;
      } catch {
        return true;
      }
    };
    const violated = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective), {
        once: true,
      }),
    );
    const frame = document.createElement('iframe');
    frame.src = 'https://example.invalid/';
    document.body.append(frame);
    return {
      frame: await violated,
      handler: refused(() => document.createElement('img').setAttribute('onerror', 'globalThis.ran = true')),
      script: refused(() => (document.createElement('script').text = 'globalThis.ran = true')),
      source: refused(() => (document.createElement('script').src = 'https://example.invalid/a.js')),
      address: refused(() => Reflect.set(document.createElement('iframe'), 'srcdoc', '<b>x</b>')),
    };
  });
  expect(seen).toEqual({ frame: 'frame-src', handler: true, script: true, source: true, address: true });
});

test('the page is served with a policy that has no exception, and the window is what hardening says', async ({
  open,
}) => {
  const { app, page } = await open();
  const policy = await page.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy'));
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // What the window was really made with; not part of the published types.
    const read = contents && (Reflect.get(contents, 'getLastWebPreferences') as () => object).bind(contents);
    return read?.();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});
