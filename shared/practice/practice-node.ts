import type { Release } from './flavours/options';
import type { Flavour, Language, NodeState } from './state';

/** A node to practise on. */
export interface PracticeNode {
  readonly id: string;
  /** What its operator sees; null: it is healthy. */
  readonly symptom: string | null;
  /** What is wrong with it. */
  readonly cause: string | null;
  readonly flavour: Flavour;
  readonly language: Language;
  readonly build: Release;
  /** The node as it is found. */
  state(): NodeState;
  /** The same node with the same fault, but Windows speaks the other language. */
  otherLanguage(): NodeState;
  /** What its operator answers where no probe can tell: answer ids by step. */
  readonly answers?: Readonly<Record<string, string>>;
}
