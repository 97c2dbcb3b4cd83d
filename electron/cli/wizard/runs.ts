import { type Run, undoable } from '../../../shared/session/runs';
import { appliedOf } from '../apply';
import { appliedText } from '../print';
import { whileBusy } from './live';
import { type Room, sayFailed } from './room';

/** The run that began last. */
export function latestRun({ runner }: Pick<Room, 'runner'>): Run | undefined {
  return runner.state()?.runs.at(-1);
}

/** Shows what a run did, and what verification says with the values before and after. */
export function showRun(room: Pick<Room, 'prompts' | 't' | 'language' | 'zone'>, run: Run): void {
  const { prompts, t } = room;
  const stopped = run.status === 'verified' || run.status === 'undone' ? '' : `\n${t(`run.${run.status}`)}`;
  prompts.say(`${appliedText(room, appliedOf(run)).trim()}${stopped}`, t('wizard.applied'));
}

/** Verifies the latest run once more. */
export async function verifyAgainWith(room: Room): Promise<void> {
  const run = latestRun(room);
  if (!run) return;
  const done = await whileBusy(room, 'wizard.verifying', (hear) => {
    hear(room.runner);
    return room.runner.verifyAgain(run.run);
  });
  if (done.kind === 'failed') sayFailed(room, done);
  else showRun(room, latestRun(room) ?? run);
}

/** Asks the node anew. */
export async function askAgainWith(room: Room): Promise<void> {
  const done = await whileBusy(room, 'wizard.asking', (hear) => {
    hear(room.runner);
    return room.runner.askAgain();
  });
  if (done.kind === 'failed') sayFailed(room, done);
}

/** Takes back the latest run that can be, and asks the node anew. False where nothing was taken back. */
export async function undoWith(room: Room): Promise<boolean> {
  const { prompts, runner, t, words } = room;
  const run = runner.state()?.runs.findLast((item) => undoable(item).length > 0);
  if (!run) return false;
  const chosen = await prompts.choose(t('wizard.undo-consent', { remediation: words.remediation(run.remediation) }), [
    { value: 'no', label: t('wizard.nothing') },
    { value: 'yes', label: t('wizard.undo') },
  ]);
  if (chosen !== 'yes') return false;
  const done = await whileBusy(room, 'wizard.undoing', (hear) => {
    hear(runner);
    return runner.undo(run.run);
  });
  if (done.kind === 'failed') sayFailed(room, done);
  const after = runner.state()?.runs.find((item) => item.run === run.run);
  prompts.say(t(after?.restored === true ? 'wizard.restored' : 'wizard.not-restored'));
  await askAgainWith(room);
  return true;
}
