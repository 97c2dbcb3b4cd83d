import { mapStrings } from './map-strings';

/** What stands where a secret stood. */
export const CUT = '<removed>';

const NAME = String.raw`(?:client-key-data|client-secret|token|password)`;
const FLAG = '--(?:token|bootstrap-token|password|client-key-data)';
/** What follows is not what an earlier run left behind. */
const NEW = `(?!${CUT})`;

/**
 * Texts that must never leave the node: keys, tokens, passwords. Each pattern keeps its first group (what names the
 * secret) and drops the rest, so that the reader sees that something was there. Each takes linear time.
 */
const SECRETS: readonly RegExp[] = [
  /(-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----)(?!<removed>)[\s\S]*?(?:-----END (?:[A-Z]+ )*PRIVATE KEY-----|$)/g,
  // A value between double quotes, between the escaped ones of JSON in JSON, between single quotes, as a block of YAML,
  // and between none.
  new RegExp(String.raw`(${NAME}["']?[ \t]*[:=][ \t]*")${NEW}(?:[^"\\\r\n]|\\[^\r\n])+`, 'gi'),
  new RegExp(String.raw`(${NAME}\\"[ \t]*[:=][ \t]*\\")${NEW}[^"\\\r\n]+`, 'gi'),
  new RegExp(String.raw`(${NAME}["']?[ \t]*[:=][ \t]*')${NEW}[^'\r\n]+`, 'gi'),
  new RegExp(String.raw`(${NAME}["']?[ \t]*:[ \t]*[|>][+-]?[ \t]*\r?\n[ \t]+)${NEW}\S+`, 'gi'),
  new RegExp(
    String.raw`(${NAME}["']?[ \t]*[:=][ \t]*)${NEW}(?!(?:null|true|false)\b|[|>][+-]?\s)[^\s"'\\,}\]{[][^\s"',}\]]*`,
    'gi',
  ),
  new RegExp(String.raw`(${FLAG}(?:=|[ \t]+)(?:"|'))${NEW}[^"'\r\n]+`, 'gi'),
  new RegExp(String.raw`(${FLAG}(?:=|[ \t]+))${NEW}[^\s"'=-][^\s"']*`, 'gi'),
  new RegExp(
    String.raw`(authorization\\?["']?[ \t]*[:=][ \t]*\\?["']?(?:bearer|basic)[ \t]+)${NEW}[A-Za-z0-9._~+/=-]+`,
    'gi',
  ),
  new RegExp(String.raw`(\bbearer[ \t]+)${NEW}(?=[a-z._~+/=-]*\d)[A-Za-z0-9._~+/=-]{8,}`, 'gi'),
  new RegExp(String.raw`(:\/\/[^\s:@/]*:)${NEW}[^\s@/]+(?=@)`, 'g'),
  /()(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/g,
  /()\b[a-z0-9]{6}\.[a-z0-9]{16}\b/g,
];

/** The text without its secrets. Running it again changes nothing. */
export function cutSecrets(text: string): string {
  return SECRETS.reduce((rest, pattern) => rest.replace(pattern, `$1${CUT}`), text);
}

/** A plain value with `cutSecrets` applied to every string in it. */
export function cutSecretsIn<T>(value: T): T {
  return mapStrings(value, cutSecrets);
}
