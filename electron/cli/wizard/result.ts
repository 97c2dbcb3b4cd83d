import type { Walk } from '../../../shared/engine/walk';
import { winnow } from '../../../shared/engine/winnow';
import { diagnosisOf } from '../results';
import { endLines, restLines } from '../print';
import type { Choice } from '../prompts/prompts';
import { commandsAt, commandWith } from './commands';
import { remedyWith } from './remedy';
import { latestRun, verifyAgainWith } from './runs';
import type { After, Room } from './room';

const REMEDY = '+remedy ';
const VERIFY = '+verify';
const END = '+end';

/** Shows what a walk came to, and what can be done about it. */
export async function resultWith(room: Room, walk: Walk): Promise<After> {
  const { prompts, t, runner } = room;
  const evidence = runner.state()?.evidence ?? {};
  // What matters most stands last, just above the choices: a terminal may have 24 lines.
  const rest = restLines(room, diagnosisOf(walk, evidence)).slice(1);
  if (rest.length > 0) prompts.say(rest.join('\n'));
  prompts.say(endLines(room, walk, evidence).join('\n'), t('wizard.result'));
  for (;;) {
    const chosen = await prompts.choose(t('wizard.next'), choicesAt(room, walk));
    const after = await done(room, walk, chosen);
    if (after !== 'stay') return after;
  }
}

async function done(room: Room, walk: Walk, chosen: string | null): Promise<After | 'stay'> {
  if (chosen === END) return 'ended';
  if (chosen === VERIFY) {
    await verifyAgainWith(room);
    return 'stay';
  }
  if (chosen?.startsWith(REMEDY)) {
    const seq = room.runner.state()?.seq;
    const now = JSON.stringify(room.runner.walk()?.end);
    await remedyWith(room, chosen.slice(REMEDY.length));
    const moved = seq !== room.runner.state()?.seq && now !== JSON.stringify(room.runner.walk()?.end);
    return moved ? 'on' : 'stay';
  }
  return commandWith(room, walk, chosen);
}

function choicesAt(room: Room, walk: Walk): readonly Choice[] {
  const { t, words, runner } = room;
  const offered = walk.end.kind === 'finding' ? walk.end.finding.remediations : [];
  const run = latestRun(room);
  const verifiable = run?.status === 'verified' && runner.state()?.stale === true;
  const remedies = offered.map((id): Choice => ({
    value: `${REMEDY}${id}`,
    label: words.remediation(id),
    hint: riskHint(room, id),
  }));
  const changed = run !== undefined && run.status !== 'undone';
  return [
    ...(verifiable ? [{ value: VERIFY, label: t('wizard.verify-again') }] : []),
    ...(changed ? [] : remedies),
    ...commandsAt(room, walk),
    ...(changed ? remedies : []),
    { value: END, label: t('wizard.end') },
  ];
}

function riskHint({ t }: Room, id: string): string {
  const risk = winnow.remediations[id]?.risk;
  return risk === undefined ? '' : t(`risk.${risk}`);
}
