import { join } from 'node:path';
import { winnow } from '../../shared/engine/winnow';
import type { NodeSource } from '../../shared/node/source';
import { type Journals, openJournals } from '../journal/journal';
import { createRunner, type Runner } from '../session/runner';
import type { Io } from './io';
import { wait } from '../session/wait';

/** The folder of the sessions of a data folder. */
export function sessionsIn(io: Pick<Io, 'data'>): string {
  return join(io.data, 'sessions');
}

/** The window's runner on this node. */
export function runnerOn(io: Io, source: NodeSource, journal: Journals = openJournals(sessionsIn(io))): Runner {
  return createRunner({
    catalogue: winnow,
    source,
    journal,
    clock: () => io.now(),
    wait,
    newId: () => io.newId(),
    version: io.version,
  });
}
