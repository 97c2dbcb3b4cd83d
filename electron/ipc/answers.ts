import type { Failure } from '../../shared/ipc/contract';

/** The answer to a command that was carried out. */
export const DONE = { kind: 'done' } as const;

/** The answer to a command that was not: `what` is a key of the window's texts, `detail` what was seen. */
export function failed(what: Failure['what'], detail = ''): Failure {
  return { kind: 'failed', what, detail };
}
