import { select, text, updateSettings } from '@clack/prompts';
import { clean } from '../clean';
import { showBusy } from './busy';
import { readPasted } from './paste';
import type { Choice, Prompts } from './prompts';
import { said } from './said';

/** Prompts for a terminal on which the cursor can move: choices by arrow keys. */
export function terminalPrompts(): Prompts {
  const { stdin, stdout } = process;
  updateSettings({ withGuide: false }); // lines to be copied stand at the margin, and no frame can break
  return {
    say: (message, title) => stdout.write(said(message, title)),
    async choose(message, choices, initial) {
      stdout.write('\n');
      const options = choices.map(shown);
      return orNull(await select({ message: clean(message), options, showInstructions: false, ...startAt(initial) }));
    },
    async ask(message, initial) {
      stdout.write('\n');
      const answer = orNull(await text({ message: clean(message), ...startAt(initial) }));
      return answer === null ? null : answer.trim();
    },
    paste(message) {
      stdout.write(said('', message));
      return readPasted(stdin, stdout);
    },
    busy: (message, cancel, work) => showBusy(stdin, stdout, true, message, cancel, work),
  };
}

function shown({ value, label, hint }: Choice): { value: string; label: string; hint?: string } {
  return { value, label: clean(label), ...(hint === undefined ? {} : { hint: clean(hint) }) };
}

function startAt(initial: string | undefined): { initialValue?: string } {
  return initial === undefined ? {} : { initialValue: initial };
}

function orNull(answer: string | symbol | undefined): string | null {
  return typeof answer === 'symbol' ? null : (answer ?? '');
}
