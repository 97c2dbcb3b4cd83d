import type { Outcome } from '../../../shared/node/outcome';
import type { Written } from '../../../shared/node/write';
import type { Entry } from '../../../shared/session/events';
import type { SessionState } from '../../../shared/session/reduce';
import type { Runner } from '../../session/runner';
import { whyText } from '../print';
import { type Key, member, type Say } from '../texts';
import type { Room } from './room';

type Speaking = Pick<Room, 'prompts' | 't' | 'words'>;

/** Hears what a runner does, so that it is shown while it happens and can be cancelled. */
export type Hear = (runner: Runner) => void;

/** Does some work and shows what the runners that it lets be heard are doing; Ctrl+C cancels it. */
export async function whileBusy<T>(room: Speaking, title: Key, work: (hear: Hear) => Promise<T>): Promise<T> {
  const heard: Array<{ readonly runner: Runner; readonly stop: () => void }> = [];
  const cancel = (): void => heard.forEach(({ runner }) => runner.cancel());
  try {
    return await room.prompts.busy(room.t('wizard.busy', { what: room.t(title) }), cancel, (tell) =>
      work((runner) => {
        const stop = runner.onEvent((entry, state) => {
          const line = lineOf(room, entry, state);
          if (line !== null) tell(line);
        });
        heard.push({ runner, stop });
      }),
    );
  } finally {
    for (const { stop } of heard) stop();
  }
}

/** What an event says to somebody who watches; null where it says nothing. */
function lineOf({ t, words }: Speaking, { event }: Entry, state: SessionState): string | null {
  switch (event.kind) {
    case 'probe-ended': {
      const { evidence, reads } = event;
      const milliseconds = Math.round(Math.max(0, ...reads.map((read) => read.milliseconds)));
      const outcome = evidence.kind === 'answered' ? t('reason.answered') : member(t, 'reason', evidence.reason);
      return `  ${t('wizard.probe', { probe: words.probe(event.probe), outcome, milliseconds })}`;
    }
    case 'backup-taken':
      return `  ${t('wizard.backup-taken')}`;
    case 'sample-awaited':
      return `  ${t('wizard.sample', { until: words.time(event.until) })}`;
    case 'write-started':
      return stepLine(event, state);
    case 'write-ended':
      return endText(t, event.outcome, 'done');
    case 'undo-write-ended':
      return `${stepLine(event, state)}\n${endText(t, event.outcome, 'undone')}`;
    default:
      return null;
  }
}

function stepLine({ run, index }: { readonly run: number; readonly index: number }, { runs }: SessionState): string {
  return `  ${runs.find((item) => item.run === run)?.steps[index]?.line ?? ''}`;
}

function endText(t: Say, outcome: Outcome<Written>, done: 'done' | 'undone'): string {
  return outcome.kind === 'answered'
    ? `    # ${member(t, 'step', done)} ${outcome.value.detail}`.trimEnd()
    : `    # ${member(t, 'step', 'failed')}: ${whyText(t, outcome)}`;
}
