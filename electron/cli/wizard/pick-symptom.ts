import { symptoms } from '../../../shared/catalogue/symptoms';
import { recognise } from '../../../shared/engine/recognise';
import { winnow } from '../../../shared/engine/winnow';
import type { NodeSource } from '../../../shared/node/source';
import { checkNode } from '../check';
import { exitOfCheck, printedCheck } from '../results';
import { type Context } from '../io';
import { checkText } from '../print-check';
import type { Choice } from '../prompts/prompts';
import { recognisedText } from '../recognise';
import { member } from '../texts';
import { type Words, wordsIn } from '../words';
import { whileBusy } from './live';

const PASTE = '+paste';
const CHECK = '+check';
const ALL = Object.values(symptoms);

/** Picks a symptom: from the list, by a pasted error, by some words, or by a check of everything. Null: the person went away. */
export async function pickSymptom(context: Context, source: NodeSource): Promise<string | null> {
  const { t, io, language } = context;
  const words = wordsIn(language, t);
  let first: readonly string[] = [];
  io.prompts.say(t('node', { node: words.node(source.name) }));
  for (;;) {
    const rest = ALL.map(({ id }) => id).filter((id) => !first.includes(id));
    const chosen = await io.prompts.choose(
      t('wizard.symptom'),
      [
        ...first.map((id) => choice(words, context, id)),
        { value: PASTE, label: t('wizard.paste') },
        { value: CHECK, label: t('wizard.check'), hint: t('wizard.check-hint') },
        ...rest.map((id) => choice(words, context, id)),
      ],
      first[0] ?? PASTE,
    );
    if (chosen === PASTE) first = await pasted(context, words);
    else if (chosen === CHECK) first = await checked(context, source);
    else return chosen;
  }
}

function choice(words: Words, { t }: Context, id: string): Choice {
  const group = ALL.find((symptom) => symptom.id === id)?.group ?? '';
  return { value: id, label: words.symptom(id), hint: member(t, 'group', group) };
}

/** The symptoms that a text points to, best first; where it is no error, those that hold its words. */
async function pasted(context: Context, words: Words): Promise<readonly string[]> {
  const { t, io } = context;
  const text = await io.prompts.paste(t('wizard.paste-here'));
  if (text === null || text.trim() === '') return [];
  const found = recognise(winnow, text);
  if (found.symptoms.length > 0 || found.codes.length > 0) io.prompts.say(recognisedText(context, found));
  if (found.symptoms.length > 0) return found.symptoms.map(({ symptom }) => symptom);
  const parts = text.trim().toLowerCase().split(/\s+/);
  const holding = ALL.filter(({ id, example }) =>
    parts.every((part) => `${words.symptom(id)} ${words.seen(id)} ${example}`.toLowerCase().includes(part)),
  ).map(({ id }) => id);
  if (holding.length === 0 && found.codes.length === 0) io.prompts.say(t('wizard.not-recognised'));
  return holding;
}

/** Checks everything and gives the symptoms in which something was found. */
async function checked(context: Context, source: NodeSource): Promise<readonly string[]> {
  const { t, io, language } = context;
  const words = wordsIn(language, t);
  const found = await whileBusy({ ...context, prompts: io.prompts, words }, 'wizard.checking', (hear) =>
    checkNode(context, source, {}, hear),
  );
  io.prompts.say(checkText(context, printedCheck(found), exitOfCheck(found), source.name));
  return [...new Set(found.findings.map(({ symptom }) => symptom))];
}
