/** What stands where a secret stood. */
export const CUT = '<removed>';

/**
 * Texts that must never leave the node: keys, tokens, passwords. Each pattern keeps its first group (what names the
 * secret) and drops the rest, so that the reader sees that something was there.
 */
const SECRETS: readonly RegExp[] = [
  /(-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----)[\s\S]*?(?:-----END (?:[A-Z]+ )*PRIVATE KEY-----|$)/g,
  /((?:client-key-data|id-token|refresh-token|access-token|token|password|client-secret)["']?\s*[:=]\s*["']?)(?!<removed>)[^\s"',}\]]{4,}/gi,
  /(--(?:token|bootstrap-token|password|client-key-data)[= ]"?)(?!<removed>)[^\s"]+/gi,
  /((?:authorization["']?\s*[:=]\s*["']?)(?:bearer|basic)\s+)(?!<removed>)[A-Za-z0-9._~+/=-]{8,}/gi,
  /(\b[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:)(?!<removed>)[^\s@/]+(?=@)/gi,
  /()\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/g,
  /()\b[a-z0-9]{6}\.[a-z0-9]{16}\b/g,
];

/** The text without its secrets. Running it again changes nothing. */
export function cutSecrets(text: string): string {
  return SECRETS.reduce((rest, pattern) => rest.replace(pattern, `$1${CUT}`), text);
}

/** A plain value with `cutSecrets` applied to every string in it. */
export function cutSecretsIn<T>(value: T): T {
  return deep(value) as T; // the shape is kept: only strings change
}

function deep(value: unknown): unknown {
  if (typeof value === 'string') return cutSecrets(value);
  if (Array.isArray(value)) return value.map(deep);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, deep(item)]));
  }
  return value;
}
