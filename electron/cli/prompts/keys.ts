import type { Readable, Writable } from 'node:stream';

/** What is typed, key by key: the terminal's input. */
export type Keyboard = Readable & { setRawMode(raw: boolean): unknown };

/** What is shown: the terminal's output. */
export type Screen = Writable & { readonly columns: number };

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const ESCAPE = '\u001b';

/** Whether these are the keys by which a person goes away. */
export function isAway(keys: string): boolean {
  return keys === CTRL_C || keys === CTRL_D || keys === ESCAPE;
}

/** Hears every key that is pressed, Ctrl+C among them, until the function that comes back is called. */
export function hearKeys(input: Keyboard, onKeys: (keys: string) => void): () => void {
  const decoder = new TextDecoder();
  const hear = (bytes: Buffer | string): void =>
    onKeys(typeof bytes === 'string' ? bytes : decoder.decode(bytes, { stream: true }));
  input.setRawMode(true);
  input.on('data', hear);
  input.resume();
  return () => {
    input.off('data', hear);
    input.pause();
    input.setRawMode(false);
  };
}
