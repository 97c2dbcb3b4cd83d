import type { CommandName } from '../../shared/ipc/contract';
import type { CheckDesk } from '../check-desk';
import { DONE } from './answers';
import type { Handlers } from './serve';

/** Answers to the commands of a check of everything. */
export function checkHandlers(check: CheckDesk): Pick<Handlers, Extract<CommandName, `check.${string}`>> {
  return {
    'check.view': () => check.view(),
    'check.start': () => check.start(),
    'check.cancel': () => {
      check.cancel();
      return DONE;
    },
    'check.answer': ({ step, answer }) => check.answer(step, answer),
    'check.compare': ({ with: id }) => check.compare(id),
  };
}
