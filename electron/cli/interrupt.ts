import type { Runner } from '../session/runner';
import type { Io } from './io';
import type { Say } from './texts';

/**
 * At the first Ctrl+C while nobody is asked, nothing more is begun on the node: reads are called off, a remediation stops
 * after the change that runs, and what the walk still comes to is called off as it begins. Tells whether it happened.
 */
export function stopAtInterrupt(
  { io, t }: { readonly io: Pick<Io, 'onInterrupt' | 'err'>; readonly t: Say },
  runner: Runner,
): () => boolean {
  let happened = false;
  io.onInterrupt(() => {
    happened = true;
    io.err(`${t('interrupted')}\n`);
    runner.cancel();
  });
  runner.onEvent(() => (happened ? runner.cancel() : undefined));
  return () => happened;
}
