/** JSON in which the order of an object's keys plays no part: equal values have equal texts. */
export function stableText(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
