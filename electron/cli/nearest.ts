/** The known word that is nearest to a mistyped one; null where none is near: more than a third of it is wrong. */
export function nearest(word: string, known: readonly string[]): string | null {
  const near = known
    .map((item) => ({ item, distance: distance(word.toLowerCase().slice(0, 100), item.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= Math.max(1, Math.floor(near.item.length / 3)) ? near.item : null;
}

/** How many characters must be put in, taken out or replaced to make one word of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_none, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const replaced = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
