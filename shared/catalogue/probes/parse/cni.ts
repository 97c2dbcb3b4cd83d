import { z } from 'zod';

const plugin = z.looseObject({ type: z.string(), delegate: z.looseObject({ type: z.string().optional() }).optional() });
const config = z.looseObject({
  name: z.string().optional(),
  type: z.string().optional(),
  plugins: z.array(plugin).optional(),
});

export interface CniFacts {
  readonly name: string | null;
  /** The plugins in order; `delegate` is what a meta plugin such as flannel hands over to. */
  readonly plugins: ReadonlyArray<{ readonly type: string; readonly delegate: string | null }>;
}

/** What a CNI configuration says; null where Go's JSON parser would refuse it, which allows neither comments nor BOM. */
export function cniFacts(text: string): CniFacts | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = config.safeParse(value);
  if (!parsed.success) return null;
  const { name, plugins } = parsed.data;
  const single = plugin.safeParse(value);
  const list = plugins ?? (single.success ? [single.data] : []);
  if (list.length === 0) return null;
  return {
    name: name ?? null,
    plugins: list.map(({ type, delegate }) => ({ type, delegate: delegate?.type ?? null })),
  };
}
