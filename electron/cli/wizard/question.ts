import { lookUp } from '../../../shared/engine/catalogue';
import { type PathStep, UNSURE, type Walk } from '../../../shared/engine/walk';
import { winnow } from '../../../shared/engine/winnow';
import { assertNever } from '../../../shared/node/outcome';
import { notCheckedLines } from '../print';
import type { Choice } from '../prompts/prompts';
import { commandsAt, commandWith } from './commands';
import { type After, citedLines, type Room } from './room';

/** Puts the question at which a walk stands to the person, or the clash of two answers. */
export async function askWith(room: Room, walk: Walk, here: PathStep): Promise<After> {
  const clash = walk.end.kind === 'contradiction' && here.given !== null;
  room.prompts.say(
    (clash ? clashLines(room, here) : proposalLines(room, here)).join('\n'),
    room.t(clash ? 'wizard.clash' : 'wizard.question', { number: walk.path.length }),
  );
  for (;;) {
    const after = clash ? await settle(room, walk, here) : await answer(room, walk, here);
    if (after !== 'stay') return after;
  }
}

async function answer(room: Room, walk: Walk, here: PathStep): Promise<After | 'stay'> {
  const { prompts, runner, words } = room;
  const proposed = proposedIn(here);
  const chosen = await prompts.choose(
    words.question(here.key),
    [...answersOf(room, here), ...commandsAt(room, walk)],
    proposed ?? undefined,
  );
  if (chosen === null || chosen.startsWith('+')) return commandWith(room, walk, chosen);
  runner.answer(here.key, chosen, chosen === proposed ? 'machine' : 'person');
  return 'on';
}

/** The person answered otherwise than the machine: both are shown, and nothing goes on before it is settled. */
async function settle(room: Room, walk: Walk, here: PathStep): Promise<After | 'stay'> {
  const { prompts, runner, words, t } = room;
  const mine = words.answer(here.key, here.given?.answer ?? UNSURE);
  const proposed = proposedIn(here);
  const machine =
    proposed === null ? [] : [{ value: '=', label: t('wizard.yield', { answer: words.answer(here.key, proposed) }) }];
  const chosen = await prompts.choose(words.question(here.key), [
    ...machine,
    { value: '!', label: t('wizard.stand', { answer: mine }) },
    ...commandsAt(room, walk),
  ]);
  if (chosen === '!') runner.settle(here.key);
  else if (chosen === '=' && proposed !== null) runner.answer(here.key, proposed, 'machine');
  else return commandWith(room, walk, chosen);
  return 'on';
}

function proposedIn({ proposal }: PathStep): string | null {
  return proposal.kind === 'because' ? proposal.answer : null;
}

/** The proposed answer first, then the others, then "I don't know". */
function answersOf({ words, t }: Room, here: PathStep): readonly Choice[] {
  const proposed = proposedIn(here);
  const all = Object.keys(lookUp(lookUp(winnow.symptoms, here.symptom).steps, here.step).answers);
  const others = all.filter((id) => id !== proposed).map((id) => ({ value: id, label: words.answer(here.key, id) }));
  const first =
    proposed === null
      ? []
      : [{ value: proposed, label: t('wizard.accept', { answer: words.answer(here.key, proposed) }) }];
  return [...first, ...others, { value: UNSURE, label: t('unsure') }];
}

function clashLines(room: Room, here: PathStep): readonly string[] {
  const mine = room.words.answer(here.key, here.given?.answer ?? UNSURE);
  return [room.t('wizard.you-say', { answer: mine }), ...proposalLines(room, here)];
}

/** What the machine says about a step, with its evidence or the reason why it has none. */
function proposalLines(room: Room, { key, proposal }: PathStep): readonly string[] {
  const { t, words } = room;
  switch (proposal.kind) {
    case 'because':
      return [
        t('wizard.proposed', { answer: words.answer(key, proposal.answer) }),
        ...citedLines(room, proposal.citations),
      ];
    case 'contradiction':
      return [t('proposal.contradiction'), ...citedLines(room, proposal.citations)];
    case 'undecided':
      return [t('proposal.undecided'), ...citedLines(room, proposal.citations)];
    case 'could-not-check':
      return [
        t('proposal.could-not-check'),
        ...notCheckedLines(
          room,
          proposal.probes.map(({ probe, why }) => ({ probe, reason: why.reason, detail: why.detail })),
        ),
      ];
    case 'not-asked':
      return [t('proposal.not-asked')];
    case 'person':
      return [t('proposal.person')];
    default:
      return assertNever(proposal);
  }
}
