import type { NodeSource } from '../../../shared/node/source';
import { practiceNodes } from '../../../shared/practice/nodes';
import { DEFAULT_NODE } from '../../sources';
import type { Context } from '../io';
import { openNode } from '../node';
import type { Choice } from '../prompts/prompts';
import { type Words, wordsIn } from '../words';
import { tried } from './room';

type Practice = (typeof practiceNodes)[number];

const HEALTHY = '+healthy';
const SEARCH = '+search';
const BACK = '+back';

/** Picks this node, a practice node or a bundle; one that cannot be opened says why. Null: the person went away. */
export async function pickNode(context: Context): Promise<NodeSource | null> {
  const { t, io } = context;
  for (;;) {
    const kind = await io.prompts.choose(
      t('wizard.node'),
      [
        { value: 'live', label: t('source.live') },
        { value: 'practice', label: t('source.practice'), hint: t('wizard.practice-hint') },
        { value: 'bundle', label: t('source.bundle'), hint: t('wizard.bundle-hint') },
      ],
      DEFAULT_NODE.split(':')[0],
    );
    if (kind === null) return null;
    const name = kind === 'practice' ? await pickPractice(context) : kind === 'bundle' ? await bundle(context) : kind;
    const source = name === null ? null : await tried(io.prompts, () => openNode(context, name));
    if (source) return source;
  }
}

async function bundle({ t, io }: Context): Promise<string | null> {
  const file = await io.prompts.ask(t('wizard.bundle-file'));
  return file === null || file === '' ? null : `bundle:${file}`;
}

/** Practice nodes in groups: the healthy ones, then by symptom; or those that hold some words. */
async function pickPractice({ t, io, language }: Context): Promise<string | null> {
  const words = wordsIn(language, t);
  for (;;) {
    const group = await io.prompts.choose(t('wizard.practice-group'), groups(words, t));
    if (group === null || group === BACK) return null;
    const wanted = group === SEARCH ? await io.prompts.ask(t('wizard.practice-search')) : '';
    if (wanted === null) continue;
    const nodes = practiceNodes.filter((node) =>
      group === SEARCH ? holds(words, node, wanted) : inGroup(node, group),
    );
    if (nodes.length === 0) {
      io.prompts.say(t('wizard.practice-none'));
      continue;
    }
    const choices = nodes.map(({ id }): Choice => ({
      value: `practice:${id}`,
      label: `${words.practice(id)} (${id})`,
    }));
    const chosen = await io.prompts.choose(t('wizard.practice-node'), [
      ...choices,
      { value: BACK, label: t('wizard.to-groups') },
    ]);
    if (chosen !== null && chosen !== BACK) return chosen;
  }
}

function groups(words: Words, t: Context['t']): readonly Choice[] {
  const keys = [...new Set(practiceNodes.map(({ symptom }) => symptom ?? HEALTHY))];
  const counted = keys.map((key): Choice => {
    const count = practiceNodes.filter((node) => inGroup(node, key)).length;
    return { value: key, label: `${key === HEALTHY ? t('wizard.healthy') : words.symptom(key)} (${count})` };
  });
  return [...counted, { value: SEARCH, label: t('wizard.by-words') }, { value: BACK, label: t('wizard.other-node') }];
}

function inGroup({ symptom }: Practice, group: string): boolean {
  return (symptom ?? HEALTHY) === group;
}

function holds(words: Words, { id, symptom, cause, flavour }: Practice, wanted: string): boolean {
  const text = [id, words.practice(id), symptom ?? '', words.symptom(symptom ?? ''), cause ?? '', flavour].join(' ');
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));
}
