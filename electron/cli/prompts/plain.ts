import { createInterface } from 'node:readline';
import { clean } from '../clean';
import { showBusy } from './busy';
import type { Keyboard, Screen } from './keys';
import { readPasted } from './paste';
import type { Choice, Prompts } from './prompts';
import { said } from './said';

/** Prompts for a terminal that can only print one line after the other, and for screen readers: choices by number. */
export function plainPrompts(stdin: Keyboard = process.stdin, stdout: Screen = process.stdout): Prompts {
  const readLine = (prompt: string): Promise<string | null> => lineFrom(stdin, stdout, prompt);
  return {
    say: (message, title) => stdout.write(said(message, title)),
    async choose(message, choices, initial) {
      const first = Math.max(
        0,
        choices.findIndex(({ value }) => value === initial),
      );
      stdout.write(said(choices.map(numbered).join('\n'), message));
      for (;;) {
        const line = await readLine(`1-${choices.length} [${first + 1}]: `);
        if (line === null) return null;
        const chosen = line === '' ? choices[first] : choices[Number(line) - 1];
        if (chosen) return chosen.value;
      }
    },
    async ask(message, initial) {
      stdout.write(said('', message));
      const line = await readLine(initial === undefined ? '> ' : `[${clean(initial)}]: `);
      return line === '' && initial !== undefined ? initial : line;
    },
    paste(message) {
      stdout.write(said('', message));
      return readPasted(stdin, stdout);
    },
    busy: (message, cancel, work) => showBusy(stdin, stdout, false, message, cancel, work),
  };
}

function numbered({ label, hint }: Choice, index: number): string {
  return `${String(index + 1).padStart(3)}  ${label}${hint === undefined ? '' : ` (${hint})`}`;
}

/** A line as the terminal edits it; null when the person went away. */
function lineFrom(stdin: Keyboard, stdout: Screen, prompt: string): Promise<string | null> {
  return new Promise((settle) => {
    const lines = createInterface({ input: stdin, terminal: false });
    const finish = (line: string | null): void => {
      process.off('SIGINT', away);
      lines.off('close', away);
      lines.close();
      settle(line === null ? null : line.trim());
    };
    const away = (): void => {
      stdout.write('\n');
      finish(null);
    };
    process.once('SIGINT', away);
    lines.once('close', away);
    lines.once('line', finish);
    stdout.write(prompt);
  });
}
