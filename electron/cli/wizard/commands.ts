import type { Walk } from '../../../shared/engine/walk';
import { undoable } from '../../../shared/session/runs';
import type { Choice } from '../prompts/prompts';
import { evidenceWith } from './evidence';
import { exportWith } from './export';
import type { After, Room } from './room';
import { pageWith } from './page';
import { askAgainWith, undoWith } from './runs';

const EVIDENCE = '+evidence';
const AGAIN = '+again';
const BACK = '+back';
const UNDO = '+undo';
const EXPORT = '+export';
const PAGE = '+page';
const LEAVE = '+leave';

/** What can be done at every point of a walk, beside answering. */
export function commandsAt({ t, runner }: Room, walk: Walk): readonly Choice[] {
  const state = runner.state();
  const asked = Object.keys(state?.probes ?? {}).length > 0;
  const answered = walk.path.some(({ given }) => given !== null);
  const changed = (state?.runs ?? []).some((run) => undoable(run).length > 0);
  return [
    ...(changed ? [{ value: UNDO, label: t('wizard.undo') }] : []),
    ...(asked ? [{ value: EVIDENCE, label: t('wizard.evidence') }] : []),
    ...(asked ? [{ value: AGAIN, label: t(state?.stale ? 'wizard.diagnose-again' : 'wizard.again') }] : []),
    ...(answered ? [{ value: BACK, label: t('wizard.back') }] : []),
    { value: PAGE, label: t('wizard.page') },
    { value: EXPORT, label: t('wizard.export') },
    { value: LEAVE, label: t('wizard.leave') },
  ];
}

/** Carries out what was chosen among `commandsAt`. `stay`: the walk is where it was. Going away leaves the session. */
export async function commandWith(room: Room, walk: Walk, chosen: string | null): Promise<After | 'stay'> {
  switch (chosen) {
    case EVIDENCE:
      await evidenceWith(room);
      return 'stay';
    case PAGE:
      pageWith(room, walk);
      return 'stay';
    case EXPORT:
      await exportWith(room);
      return 'stay';
    case AGAIN:
      await askAgainWith(room);
      return 'on';
    case BACK:
      oneBack(room, walk);
      return 'on';
    case UNDO:
      return (await undoWith(room)) ? 'on' : 'stay';
    default:
      return 'left';
  }
}

/** To the question that was answered last. */
function oneBack({ runner }: Room, walk: Walk): void {
  const last = walk.path.findLast(({ given }) => given !== null);
  if (last) runner.goBack(last.key);
}
