import { parse } from 'yaml';
import { z } from 'zod';

const schema = z.object({
  clusters: z.array(z.object({ name: z.string(), cluster: z.object({ server: z.string() }) })).min(1),
  contexts: z
    .array(z.object({ name: z.string(), context: z.object({ cluster: z.string(), user: z.string().optional() }) }))
    .optional(),
  users: z
    .array(
      z.object({
        name: z.string(),
        user: z
          .object({
            'client-certificate': z.string().optional(),
            'client-certificate-data': z.string().optional(),
            exec: z.unknown().optional(),
          })
          .nullish(),
      }),
    )
    .nullish(),
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
  /** How the context's user proves who it is. */
  readonly user: {
    /** Path of its certificate, where that is a file of its own. */
    readonly certificate: string | null;
    readonly embeddedCertificate: boolean;
    /** A program gives the credentials. */
    readonly exec: boolean;
  } | null;
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
  const { clusters, contexts, users, 'current-context': current } = parsed.data;
  const context = contexts?.find(({ name }) => name === current)?.context;
  const wanted = context?.cluster;
  const user = users?.find(({ name }) => name === context?.user)?.user;
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
    user: user
      ? {
          certificate: user['client-certificate'] ?? null,
          embeddedCertificate: user['client-certificate-data'] !== undefined,
          exec: user.exec !== undefined && user.exec !== null,
        }
      : null,
  };
}
