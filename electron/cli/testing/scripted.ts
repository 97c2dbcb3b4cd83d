import type { Choice, Prompts } from '../prompts/prompts';
import { clean } from '../clean';

/** What a person does at one prompt: the start of a choice's label, or typed text. Null: goes away (Ctrl+C). */
export type Move = string | null;

/** Prompts that a script answers. */
export interface Scripted {
  readonly prompts: Prompts;
  /** Everything that a person would have seen, in order. */
  seen(): string;
  /** Moves that nobody asked for. */
  left(): readonly Move[];
}

/** Prompts answered by these moves. Fails where a move is no choice, and where there are too few. */
export function scripted(moves: readonly Move[]): Scripted {
  const left = [...moves];
  const shown: string[] = [];
  const next = (message: string): Move => {
    shown.push(message);
    const move = left.shift();
    if (move === undefined) throw new Error(`nothing to say to: ${message}\n${shown.slice(-12).join('\n')}`);
    shown.push(`> ${move ?? '^C'}`);
    return move;
  };
  return {
    left: () => left,
    seen: () => shown.join('\n'),
    prompts: {
      say: (text, title) => void shown.push(clean(title === undefined ? text : `${title}\n${text}`)),
      choose(message, choices, initial) {
        shown.push(...choices.map((choice) => listed(choice, initial)));
        const move = next(message);
        if (move === null) return Promise.resolve(null);
        const chosen = choices.find(({ label }) => label.startsWith(move));
        if (!chosen) throw new Error(`"${move}" is none of ${choices.map(({ label }) => label).join(' | ')}`);
        return Promise.resolve(chosen.value);
      },
      ask: (message) => Promise.resolve(next(message)),
      paste: (message) => Promise.resolve(next(message)),
      busy(message, _cancel, work) {
        shown.push(message);
        return work((line) => void shown.push(line));
      },
    },
  };
}

function listed({ value, label, hint }: Choice, initial: string | undefined): string {
  return `${value === initial ? '*' : '-'} ${label}${hint === undefined ? '' : ` (${hint})`}`;
}
