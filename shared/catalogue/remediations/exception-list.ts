import type { Plan } from '../define';

interface WinnerFacts {
  readonly path: string;
  readonly exceptions: readonly string[];
  readonly texts: { readonly exceptions: string | null };
}

/**
 * Leaves these ranges in the list of exceptions; the rest of the file stays byte for byte. `none` is why it does not fit where
 * that would change nothing.
 */
export function keepExceptions(
  winner: WinnerFacts | null,
  keeps: (range: string, list: readonly string[]) => boolean,
  none: string,
): Plan {
  const from = winner?.texts.exceptions ?? null;
  if (!winner || from === null) return { kind: 'not-here', why: 'not-one-list' };
  const list = [...new Set(winner.exceptions)];
  const kept = list.filter((range) => keeps(range, list));
  if (kept.length === winner.exceptions.length) return { kind: 'not-here', why: none };
  const to = from.replace(/\[[^\]]*\]/, `[${kept.map((range) => JSON.stringify(range)).join(', ')}]`);
  return { kind: 'writes', writes: [{ kind: 'file', path: winner.path, change: { kind: 'edit', from, to } }] };
}
