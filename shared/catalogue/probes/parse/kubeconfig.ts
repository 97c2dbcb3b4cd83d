import { parse } from 'yaml';
import { z } from 'zod';

const schema = z.looseObject({
  clusters: z.array(z.looseObject({ name: z.string(), cluster: z.looseObject({ server: z.string() }) })).min(1),
  contexts: z.array(z.looseObject({ name: z.string(), context: z.looseObject({ cluster: z.string() }) })).optional(),
  'current-context': z.string().optional(),
});

/** The cluster that a kubeconfig's current context names. */
export interface KubeconfigFacts {
  readonly cluster: string;
  readonly server: string;
  /** Host and port of `server`; null where it is not an address. */
  readonly host: string | null;
  readonly port: number | null;
  /** Line of `server:`, from 1. */
  readonly line: number | null;
}

/** Null where the text is no kubeconfig. Its secrets were cut before. */
export function kubeconfigFacts(text: string): KubeconfigFacts | null {
  let value: unknown;
  try {
    value = parse(text.replace(/^\ufeff/, ''), { maxAliasCount: 0, logLevel: 'silent' });
  } catch {
    return null;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) return null;
  const { clusters, contexts, 'current-context': current } = parsed.data;
  const wanted = contexts?.find(({ name }) => name === current)?.context.cluster;
  const chosen = clusters.find(({ name }) => name === wanted) ?? clusters[0];
  if (!chosen) return null;
  const { server } = chosen.cluster;
  const line = text.split(/\r?\n/).findIndex((row) => /^\s*server:/.test(row) && row.includes(server)) + 1;
  const address = /^https:\/\/(\[[0-9a-fA-F:]+\]|[^:/\s]+)(?::(\d{1,5}))?/.exec(server);
  return {
    cluster: chosen.name,
    server,
    host: address?.[1] ?? null,
    port: address ? Number(address[2] ?? 443) : null,
    line: line > 0 ? line : null,
  };
}
