import { expect, test } from '@playwright/test';
import { firstScripts, gzipped, loadedFirst, loadedLater, modulesOf } from './graph';

/** Words that stand in one large part of Winnow only, so that a file with the word has the part in it. */
const MARKS = {
  zod: 'ZodError',
  catalogue: 'nodeport-after-scale-down',
  'practice nodes': 'containerd-stopped-en',
  archives: 'winnow-bundle-1',
  transcripts: '<!doctype html>',
};
type Part = keyof typeof MARKS;

const textOf = (files: ReadonlyMap<string, string>) => [...files.values()].join('\n');
const sizeOf = (files: ReadonlyMap<string, string>) => Buffer.byteLength(textOf(files));
const partsIn = (text: string) => (Object.keys(MARKS) as Part[]).filter((part) => text.includes(MARKS[part]));

/** The one lazily loaded file of the main process with this name. */
function trustedSide(): string {
  const [file] = loadedLater('main/main.cjs').filter((path) => path.includes('trusted-side'));
  if (file === undefined) throw new Error('main does not load the trusted side lazily');
  return file;
}

test.describe('what is loaded at the start', () => {
  test('the main process opens its window with the window’s own code and nothing else', () => {
    const files = loadedFirst('main/main.cjs');
    expect(partsIn(textOf(files))).toEqual([]);
    expect(sizeOf(files)).toBeLessThan(40_000);
    expect(modulesOf(files)).toEqual(['electron']);
  });

  test('what stands behind the window comes after it, without what makes exports and opens archives', () => {
    const files = loadedFirst(trustedSide());
    expect(partsIn(textOf(files))).toEqual(['zod', 'catalogue', 'practice nodes']);
    const later = loadedLater(trustedSide()).map((file) => partsIn(textOf(loadedFirst(file))));
    expect(later.flat()).toEqual(expect.arrayContaining(['archives', 'transcripts']));
  });

  test('the preload script is small and knows nothing but Electron', () => {
    const files = loadedFirst('preload/preload.cjs');
    expect(sizeOf(files)).toBeLessThan(15_000);
    expect(modulesOf(files)).toEqual(['electron']);
  });

  test('the terminal twin needs neither Electron nor a page', () => {
    const files = loadedFirst('main/winnow.cjs');
    expect(modulesOf(files)).toEqual([]);
    expect(textOf(files)).not.toContain('BrowserWindow');
    expect(textOf(files)).not.toContain('createRoot');
  });

  test('the page’s first scripts are at most 300 kB, packed, and hold no map, no practice node and no transcript', () => {
    const scripts = firstScripts();
    expect(gzipped(scripts)).toBeLessThanOrEqual(300_000);
    const text = [...scripts.values()].join('\n');
    expect(partsIn(text)).not.toContain('practice nodes');
    expect(partsIn(text)).not.toContain('archives');
    expect(partsIn(text)).not.toContain('transcripts');
    expect(text).not.toContain('dagre');
  });
});
