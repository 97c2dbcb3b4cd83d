import { isSymptomId, symptomTexts } from '../../shared/catalogue/symptoms';
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
    choices: choicesOf(step.answers, (answer) => english(step.key, answer)),
  };
}

/** A yes and a no have the keys Y and N; where the answers are not just these two, each has its number. */
export function choicesOf(answers: readonly string[], text: (answer: string) => string): readonly Choice[] {
  const words = answers.map((answer) => /^(yes|no)\b/i.exec(text(answer))?.[1]?.toLowerCase());
  const isYesOrNo = answers.length === 2 && words.includes('yes') && words.includes('no');
  return answers.map((answer, index) => ({
    answer,
    key: isYesOrNo ? (words[index] === 'yes' ? 'Y' : 'N') : index < 9 ? String(index + 1) : null,
  }));
}

/** Which answer is the yes does not depend on the language that is shown. */
function english(key: string, answer: string): string {
  const [symptom = '', step = ''] = key.split('/');
  return (isSymptomId(symptom) ? symptomTexts[symptom].en.steps[step]?.answers[answer] : undefined) ?? '';
}
