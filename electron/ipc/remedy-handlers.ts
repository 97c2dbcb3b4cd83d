import type { CommandName } from '../../shared/ipc/contract';
import type { CheckDesk } from '../check-desk';
import type { Desk } from '../desk';
import type { Done } from '../session/core';
import type { Handlers } from './serve';

const BUSY: Done = { kind: 'failed', what: 'busy', detail: '' };

/** Answers to the commands that change the node. */
export function remedyHandlers(desk: Desk, check: CheckDesk): Pick<Handlers, Extract<CommandName, `remedy.${string}`>> {
  return {
    'remedy.preview': ({ remediation }) => desk.runner.preview(remediation),
    'remedy.apply': ({ remediation, ...consent }) => changed(check, () => desk.runner.apply(remediation, consent)),
    'remedy.undo': ({ run }) => changed(check, () => desk.runner.undo(run)),
  };
}

/** Changes the node, never in the middle of a check: what that sees must be of one state. */
async function changed(check: CheckDesk, change: () => Promise<Done>): Promise<Done> {
  if (check.running) return BUSY;
  const done = await change();
  check.outdate();
  return done;
}
