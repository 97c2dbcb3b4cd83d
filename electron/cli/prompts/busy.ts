import { clean } from '../clean';
import { hearKeys, isAway, type Keyboard, type Screen } from './keys';
import type { Tell } from './prompts';
import { columnsOf } from './wrap';

/** How often the time is shown anew, in milliseconds. */
const TICK = 1000;

/**
 * Shows that something runs: on a terminal that can rewrite a line with the seconds at its end, else once. What is told
 * meanwhile stays above it.
 */
export async function showBusy<T>(
  input: Keyboard,
  output: Screen,
  rewrites: boolean,
  message: string,
  cancel: () => void,
  work: (tell: Tell) => Promise<T>,
): Promise<T> {
  const from = performance.now();
  const erase = (): boolean => rewrites && output.write('\r\u001b[K');
  const show = (): void => {
    const seconds = Math.round((performance.now() - from) / 1000);
    if (rewrites) output.write(`\r\u001b[K${cut(clean(message), output.columns - 8)} ${seconds} s`);
  };
  const stop = hearKeys(input, (keys) => {
    if (isAway(keys)) cancel();
  });
  const terminate = (): void => cancel();
  process.on('SIGTERM', terminate);
  output.write(rewrites ? '\n' : `\n${clean(message)}\n`);
  show();
  const clock = setInterval(show, TICK);
  try {
    return await work((line) => {
      erase();
      output.write(`${clean(line)}\n`);
      show();
    });
  } finally {
    clearInterval(clock);
    erase();
    process.off('SIGTERM', terminate);
    stop();
  }
}

/** As much of a line as fits for sure. */
function cut(line: string, columns: number): string {
  let width = 0;
  let end = 0;
  for (const character of line) {
    width += columnsOf(character);
    if (width > columns) return line.slice(0, end);
    end += character.length;
  }
  return line;
}
