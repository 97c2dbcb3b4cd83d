import { failed } from './answers';

/** Characters of a raw answer that go over the wire at once: a message stays under 64 kB whatever they are. */
const PART = 15_000;

/** A part of a raw answer, from `offset`. */
export function rawPart(text: string | null, offset: number) {
  if (text === null) return failed('unknown-id');
  const readable = text.replaceAll('\\\\', '\\').replaceAll('\\"', '"');
  const end = Math.min(offset + PART, readable.length);
  return {
    kind: 'text' as const,
    text: readable.slice(offset, end),
    total: readable.length,
    next: end < readable.length ? end : null,
  };
}
