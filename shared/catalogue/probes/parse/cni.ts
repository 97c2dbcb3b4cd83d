import { z } from 'zod';

const plugin = z.looseObject({
  type: z.string(),
  apiVersion: z.unknown().optional(),
  ipam: z.looseObject({ type: z.string().optional() }).nullish(),
  delegate: z
    .looseObject({
      type: z.string().optional(),
      apiVersion: z.unknown().optional(),
      ipam: z.looseObject({ type: z.string().optional() }).nullish(),
    })
    .optional(),
});
const config = z.looseObject({
  cniVersion: z.unknown().optional(),
  name: z.string().optional(),
  type: z.string().optional(),
  plugins: z.array(plugin).optional(),
});

export interface CniFacts {
  readonly name: string | null;
  readonly cniVersion: string | null;
  /** The plugins in order; `delegate` is what a meta plugin such as flannel hands over to. */
  readonly plugins: ReadonlyArray<{
    readonly type: string;
    readonly delegate: string | null;
    /** Whether host ports are published, in the plugin or in its delegate. */
    readonly portMappings: boolean;
    readonly loopbackDsr: boolean;
    /** Version of HNS's interface that the plugin is to use, as 1 or 2; null: the plugin's default. */
    readonly apiVersion: number | null;
    /** Who gives addresses. */
    readonly ipam: string | null;
  }>;
  /** Places for an edit, as they stand in the file; null where there is not exactly one. */
  readonly texts: {
    /** `"portMappings": false`. */
    readonly portMappings: string | null;
    /** The head of the object that holds the capabilities, or all of it where it is empty. */
    readonly capabilities: string | null;
    /** The type of the first plugin. */
    readonly type: string | null;
    /** The list of exceptions. */
    readonly exceptions: string | null;
  };
  /** Destinations that are not translated on their way out, of both versions of the policy. */
  readonly exceptions: readonly string[];
  /** Name servers that pods are given. */
  readonly nameservers: readonly string[];
}

/** Why a CNI configuration does not count. */
export type CniProblem = 'bom' | 'comments' | 'not-json' | 'no-plugin';

/** What a CNI configuration says; null where Go's JSON parser would refuse it, which allows neither comments nor BOM. */
export function cniFacts(text: string): CniFacts | null {
  const value = json(text);
  const parsed = config.safeParse(value);
  if (!parsed.success) return null;
  const { name, cniVersion, plugins } = parsed.data;
  const single = plugin.safeParse(value);
  const list = plugins ?? (single.success ? [single.data] : []);
  if (list.length === 0) return null;
  return {
    name: name ?? null,
    cniVersion: typeof cniVersion === 'string' ? cniVersion : null,
    plugins: list.map((each) => ({
      type: each.type,
      delegate: each.delegate?.type ?? null,
      portMappings: valuesOf(each, ['portmappings']).includes(true),
      loopbackDsr: valuesOf(each, ['loopbackdsr', 'enableloopbackdsr']).includes(true),
      apiVersion: [each.apiVersion, each.delegate?.apiVersion].find((version) => typeof version === 'number') ?? null,
      ipam: each.ipam?.type ?? each.delegate?.ipam?.type ?? null,
    })),
    texts: {
      portMappings: onlyOne(text, /"portMappings"\s*:\s*false/g),
      capabilities: onlyOne(text, /"capabilities"\s*:\s*\{(?:\s*\})?/g),
      type: onlyOne(text, /"type"\s*:\s*"[^"]*"/g, `"${list[0]?.type ?? ''}"`),
      exceptions: onlyOne(text, /"(?:ExceptionList|Exceptions)"\s*:\s*\[[^\]]*\]/gi),
    },
    exceptions: textsOf(value, ['exceptionlist', 'exceptions']),
    nameservers: [...new Set(textsOf(value, ['nameservers']))],
  };
}

/** What a pattern finds in a text, of that what ends so; null where that is not exactly one place. */
function onlyOne(text: string, pattern: RegExp, end = ''): string | null {
  const [first, ...others] = (text.match(pattern) ?? []).filter((each) => each.endsWith(end));
  return first !== undefined && others.length === 0 ? first : null;
}

function textsOf(value: unknown, keys: readonly string[]): readonly string[] {
  return valuesOf(value, keys)
    .flat()
    .filter((item) => typeof item === 'string');
}

/** Why `cniFacts` found nothing in a text; null where it did. */
export function cniProblem(text: string, bom: boolean): CniProblem | null {
  if (bom || text.startsWith('\ufeff')) return 'bom';
  if (cniFacts(text) !== null) return null;
  if (json(text) !== undefined) return 'no-plugin';
  return /(?:^|[\]}",])[ \t]*(?:#|\/\/)/m.test(text) ? 'comments' : 'not-json';
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every value under one of these keys, at any depth a configuration can sensibly have. */
function valuesOf(value: unknown, keys: readonly string[], depth = 0): readonly unknown[] {
  if (depth > 20 || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) => [
    ...(keys.includes(key.toLowerCase()) ? [item] : []),
    ...valuesOf(item, keys, depth + 1),
  ]);
}
