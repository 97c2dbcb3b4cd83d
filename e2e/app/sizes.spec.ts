import { expect, type Page } from '@playwright/test';
import { type Started, test } from './launch';
import { consent, go, toFinding, toPreview, toQuestion, walkOn } from './steps';

/** Sizes of the window in pixels of the screen, and how far it is zoomed. */
const SIZES = [
  { width: 1024, height: 768, zoom: 1 },
  { width: 960, height: 640, zoom: 1 },
  { width: 1280, height: 800, zoom: 2 },
] as const;

async function resize({ app, page }: Started, { width, height, zoom }: (typeof SIZES)[number]): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.setContentSize(size.width, size.height);
      window?.webContents.setZoomFactor(size.zoom);
    },
    { width, height, zoom },
  );
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width / zoom);
}

/** What is cut off, runs out of the window, or cannot be brought into view. */
async function lost(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const named = (element: Element): string =>
      `${element.tagName} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60)}"`;
    for (const element of [document.documentElement, ...document.querySelectorAll('main, nav, header, footer')]) {
      const more = element.scrollWidth - element.clientWidth;
      if (more > 1) found.push(`${element.tagName} is ${more} px wider than it shows`);
    }
    const controls = document.querySelectorAll('button, a[href], input, textarea, summary, [role="combobox"]');
    for (const control of controls) {
      // In a frame that scrolls both ways by itself, as the map does, a control may be anywhere.
      if (control.closest('[role="group"][tabindex], [role="region"][tabindex], [aria-hidden="true"]')) continue;
      if (!control.checkVisibility()) continue; // in something folded
      control.scrollIntoView({ block: 'center', inline: 'nearest' });
      const box = control.getBoundingClientRect();
      if (box.left < -1 || box.right > window.innerWidth + 1) found.push(`${named(control)} runs out at the side`);
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
      if (!at || !(control.contains(at) || at.contains(control))) found.push(`${named(control)} is covered`);
      if (control.tagName === 'BUTTON' && control.scrollWidth > control.clientWidth + 1) {
        found.push(`${named(control)} is cut off`);
      }
    }
    return found;
  });
}

/** Each screen is looked at in every size before the walk goes on: the way to it is long, another size is not. */
test('nothing is lost on any screen at any size', async ({ open }) => {
  const started = await open();
  const { page } = started;
  const found: string[] = [];
  const check = async (screen: string): Promise<void> => {
    for (const size of SIZES) {
      await resize(started, size);
      const at = `${screen} at ${size.width}x${size.height}, zoom ${size.zoom * 100} %`;
      for (const what of await lost(page)) found.push(`${at}: ${what}`);
    }
  };
  await check('start');
  await toQuestion(page);
  await check('question');
  await walkOn(page, 'The container runtime is stopped');
  await check('finding');
  await toPreview(page);
  await check('preview');
  await consent(page);
  await expect(page.getByText('Fixed.')).toBeVisible();
  await check('proof');
  for (const screen of ['Map', 'Evidence', 'Export', 'Sessions', 'Settings', 'Symptoms']) {
    await go(page, screen);
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await check(screen);
  }
  await page.getByRole('button', { name: 'Change node' }).click();
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  for (const size of SIZES) {
    await resize(started, size);
    const dialog = await page.getByRole('dialog').boundingBox();
    expect(dialog!.x).toBeGreaterThanOrEqual(0);
    expect(dialog!.x + dialog!.width).toBeLessThanOrEqual(size.width / size.zoom);
    expect(dialog!.y + dialog!.height).toBeLessThanOrEqual(size.height / size.zoom);
  }
  expect(found).toEqual([]);
});

test('in forced colours the shapes of verdicts are still drawn, and what has the focus is still seen', async ({
  open,
}) => {
  const { page } = await open();
  await page.emulateMedia({ forcedColors: 'active' });
  await toFinding(page);
  const contrasts = await page.evaluate(() => {
    const light = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number).map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = light(getComputedStyle(document.body).backgroundColor);
    return [...document.querySelectorAll('main svg :is(path, circle)')].map((shape) => {
      const { fill, stroke } = getComputedStyle(shape);
      return Math.max(
        ...[fill, stroke]
          .filter((colour) => colour.startsWith('rgb'))
          .map(light)
          .map((ink) => (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)),
      );
    });
  });
  expect(contrasts.length).toBeGreaterThanOrEqual(2);
  expect(contrasts.filter((contrast) => contrast < 3)).toEqual([]);

  const remedy = page.getByRole('button', { name: 'Start containerd and kubelet' });
  await page.keyboard.press('Tab');
  await remedy.focus();
  await expect(remedy).not.toHaveCSS('outline-style', 'none');
});
