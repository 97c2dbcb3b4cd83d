import { answered, couldNotCheck, type CouldNotCheck, type Outcome } from '../../shared/node/outcome';
import { CUT, cutSecretsIn } from '../../shared/node/secrets';
import { stableText } from '../../shared/node/stable-text';
import type { Inverse, Write, Written } from '../../shared/node/write';
import { messageOf } from '../journal/files';
import type { Core } from './core';

/** What a step of a change gives; what it throws is a bug, and ends the change in good order. */
export async function guarded<T>(work: () => Promise<T>): Promise<T | CouldNotCheck> {
  try {
    return await work();
  } catch (error) {
    return cutSecretsIn(couldNotCheck('crashed', messageOf(error)));
  }
}

/** Carries out one write; whatever the source does, there is an outcome. */
export async function carryOut(core: Core, write: Write, signal: AbortSignal): Promise<Outcome<Written>> {
  try {
    const outcome = await core.source.write(write, signal);
    return cutSecretsIn(outcome.kind === 'answered' ? answered({ detail: outcome.value.detail }) : outcome);
  } catch (error) {
    return cutSecretsIn(couldNotCheck('crashed', messageOf(error)));
  }
}

/** An inverse as the journal may hold it: what would need a secret to be put back has no way back. */
export function safeInverse(inverse: Inverse): Inverse {
  const text = stableText(inverse);
  // A live node answers with its secrets cut already: what stands in their place must never be written back.
  const whole = stableText(cutSecretsIn(inverse)) === text && !text.includes(CUT);
  return whole ? inverse : { kind: 'irreversible', why: 'unknown-before' };
}

/** Fields that differ between two looks at the same thing. */
const VOLATILE = new Set(['modified', 'ProcessId', 'utc']);

/** Whether what a write touches is as its backup says. `backup` is the raw answer, without its secrets. */
export function isAsBefore(backup: string, now: unknown): boolean {
  return settled(JSON.parse(backup)) === settled(cutSecretsIn(now));
}

function settled(value: unknown): string {
  return stableText(JSON.parse(JSON.stringify(value), (name, item: unknown) => (VOLATILE.has(name) ? null : item)));
}
