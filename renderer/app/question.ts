import type { SessionView } from '../../shared/ipc/view';

/** One way to answer the open question. */
export interface Choice {
  readonly answer: string;
  /** The key that picks it; null beyond the ninth. */
  readonly key: string | null;
}

/** The question at which the walk stands. */
export interface OpenQuestion {
  readonly step: SessionView['path'][number];
  readonly proposed: string | null;
  /** Without "I don't know". */
  readonly choices: readonly Choice[];
}

/** The answer to "I don't know". */
export const UNSURE_KEY = '?';

/** The open question of a session; null where it has come to its end. */
export function openQuestion({ path, end }: SessionView): OpenQuestion | null {
  const step = path.at(-1);
  if (!step || end.kind === 'finding' || end.kind === 'ruled-out' || end.kind === 'unknown') return null;
  return {
    step,
    proposed: step.proposal.kind === 'because' ? step.proposal.answer : null,
    choices: choicesOf(step),
  };
}

/**
 * A yes and a no have the keys Y and N, and stand in this order; where the answers are not just these two, each has its
 * number.
 */
export function choicesOf({ answers, yes }: Pick<SessionView['path'][number], 'answers' | 'yes'>): readonly Choice[] {
  if (yes === null) return answers.map((answer, index) => ({ answer, key: index < 9 ? String(index + 1) : null }));
  const no = answers.filter((answer) => answer !== yes);
  return [{ answer: yes, key: 'Y' }, ...no.map((answer) => ({ answer, key: 'N' }))];
}
