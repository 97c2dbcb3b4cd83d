/** Every string in a plain value, its names of fields among them, with the names that lead to it. */
export function eachString(
  value: unknown,
  visit: (text: string, path: readonly string[]) => void,
  path: readonly string[] = [],
): void {
  if (typeof value === 'string') visit(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    if (!Array.isArray(value)) visit(name, []);
    eachString(item, visit, [...path, name]);
  }
}

/** A plain value with every string in it changed, its names of fields among them. */
export function mapEveryString(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapEveryString(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [change(name), mapEveryString(item, change)]));
}
