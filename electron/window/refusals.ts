/** Hears of something that was refused. */
export type OnRefused = (
  what: 'navigation' | 'window' | 'webview' | 'request' | 'permission' | 'download',
  detail: string,
) => void;

const LONGEST = 200;
const MOST = 100;

/**
 * Passes each refusal on once, cut short, and not without end: a page that has gone wrong repeats itself without pause,
 * and what it says must fill neither log nor disk.
 */
export function onceEach(refused: OnRefused): OnRefused {
  const told = new Set<string>();
  return (what, detail) => {
    const short = detail.slice(0, LONGEST);
    const key = `${what} ${short}`;
    if (told.has(key) || told.size >= MOST) return;
    told.add(key);
    refused(what, short);
  };
}
