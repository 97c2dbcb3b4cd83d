/** A plain value with every string in it replaced; its shape is kept. */
export function mapStrings<T>(value: T, replace: (text: string) => string): T {
  return mapped(value, replace) as T; // only strings change, each to a string
}

function mapped(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return replace(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, replace));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapped(item, replace)]));
}
