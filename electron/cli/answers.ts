import { z } from 'zod';
import { splitStepKey } from '../../shared/engine/catalogue';
import { UNSURE } from '../../shared/engine/walk';
import { winnow } from '../../shared/engine/winnow';
import { messageOf, readBytes } from '../journal/files';
import { quoted } from './clean';
import { parseJson } from './decode';
import { BadInput, type Context } from './io';
import { nearText } from './texts';

export type AnswerFile = Readonly<Record<string, string>>;

const MOST_BYTES = 1024 * 1024;
const schema = z.record(z.string(), z.string());

/** The answers in a file, each of them one that the trees know. */
export function loadAnswers({ t, options }: Pick<Context, 't' | 'options'>): AnswerFile {
  const path = options.answers;
  if (path === undefined) return {};
  const file = quoted(path);
  let bytes: ReturnType<typeof readBytes>;
  try {
    bytes = readBytes(path, MOST_BYTES);
  } catch (error) {
    throw new BadInput(t('bad.answers-unreadable', { file, detail: quoted(messageOf(error)) }));
  }
  if (bytes === null) throw new BadInput(t('bad.answers-missing', { file }));
  if (bytes === 'too-large') throw new BadInput(t('bad.answers-large', { file }));
  if (bytes === 'not-a-file') throw new BadInput(t('bad.answers-missing', { file }));
  const parsed = schema.safeParse(parseJson(bytes));
  if (!parsed.success) throw new BadInput(t('bad.answers-shape', { file }));
  for (const [key, answer] of Object.entries(parsed.data)) check({ t }, file, key, answer);
  return parsed.data;
}

function check({ t }: Pick<Context, 't'>, file: string, key: string, answer: string): void {
  const { symptom, step } = splitStepKey(key);
  const steps = Object.hasOwn(winnow.symptoms, symptom) ? winnow.symptoms[symptom]?.steps : undefined;
  const here = steps && Object.hasOwn(steps, step) && key === `${symptom}/${step}` ? steps[step] : undefined;
  if (!here) {
    const known = Object.entries(winnow.symptoms).flatMap(([id, item]) =>
      Object.keys(item.steps).map((name) => `${id}/${name}`),
    );
    throw new BadInput(t('bad.answers-step', { file, step: quoted(key), near: nearText(t, key, known) }));
  }
  if (answer === UNSURE || Object.hasOwn(here.answers, answer)) return;
  const known = [...Object.keys(here.answers), UNSURE].join(', ');
  throw new BadInput(t('bad.answers-answer', { file, step: key, answer: quoted(answer), known }));
}
