/** One of the things that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** Tells something while work goes on. */
export type Tell = (line: string) => void;

/**
 * How the wizard talks with a person. Null: the person went away from the question, by Ctrl+C, Ctrl+D or Esc. Whatever
 * is said may hold a node's words: each of these cleans it before it reaches the terminal.
 */
export interface Prompts {
  /** Says something, under a heading where there is one. */
  say(text: string, title?: string): void;
  choose(message: string, choices: readonly Choice[], initial?: string): Promise<string | null>;
  /** One line, trimmed. */
  ask(message: string, initial?: string): Promise<string | null>;
  /** Text of many lines. */
  paste(message: string): Promise<string | null>;
  /** Shows that something runs and for how long; `cancel` is called when the person interrupts it. */
  busy<T>(message: string, cancel: () => void, work: (tell: Tell) => Promise<T>): Promise<T>;
}
