/** What the Service Control Manager does when a service ends unexpectedly; the last action is for every further time. */
export interface FailureActions {
  /** After so many seconds without a failure it counts from the start. */
  readonly resetSeconds: number;
  readonly actions: ReadonlyArray<{
    readonly kind: 'none' | 'restart' | 'reboot' | 'run';
    readonly milliseconds: number;
  }>;
}

const KINDS = ['none', 'restart', 'reboot', 'run'] as const;
const HEAD = 20;
const MOST = 64;

/**
 * The registry's `FailureActions` as hexadecimal digits: SERVICE_FAILURE_ACTIONS of the Windows API with its pointers in
 * 32 bits, then a kind and a delay for each action. Null where it is not of this form.
 */
export function failureActions(hex: string): FailureActions | null {
  if (!/^(?:[0-9a-f]{2})+$/i.test(hex) || hex.length < HEAD * 2) return null;
  const count = wordAt(hex, 12);
  if (count > MOST || hex.length < (HEAD + count * 8) * 2) return null;
  const actions = Array.from({ length: count }, (_action, index) => {
    const at = HEAD + index * 8;
    return { kind: KINDS[wordAt(hex, at)], milliseconds: wordAt(hex, at + 4) };
  });
  const known = actions.flatMap(({ kind, milliseconds }) => (kind === undefined ? [] : [{ kind, milliseconds }]));
  return known.length === count ? { resetSeconds: wordAt(hex, 0), actions: known } : null;
}

/** Four bytes from a place on, the lowest first. */
function wordAt(hex: string, at: number): number {
  const bytes = [3, 2, 1, 0].map((index) => hex.slice((at + index) * 2, (at + index) * 2 + 2));
  return Number.parseInt(bytes.join(''), 16);
}
