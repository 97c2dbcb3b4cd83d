import type { CommandName } from '../../shared/ipc/contract';
import { readsOf } from '../../shared/ipc/view-of';
import type { Desk } from '../desk';
import { failed } from './answers';
import { rawPart } from './raw-part';
import type { Handlers } from './serve';

/** Answers to the commands that look at what the session asked. */
export function evidenceHandlers(desk: Desk): Pick<Handlers, Extract<CommandName, `evidence.${string}`>> {
  return {
    'evidence.reads': ({ probe, from }) => {
      const probes = desk.runner.state()?.probes ?? {};
      const was = Object.hasOwn(probes, probe) ? probes[probe] : undefined;
      return was ? readsOf(was, from) : failed('unknown-id', probe);
    },
    'evidence.raw': ({ hash, offset }) => rawPart(desk.runner.raw(hash), offset),
  };
}
