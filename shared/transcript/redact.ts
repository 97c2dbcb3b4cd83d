import { cutSecrets } from '../node/secrets';

/** What is hidden, and how its pseudonyms begin. */
export const HIDDEN = ['host', 'address', 'user'] as const;
export type Hidden = (typeof HIDDEN)[number];

/** One kind of replacement, and how many different values it hid. */
export interface Replaced {
  readonly what: Hidden;
  readonly count: number;
}

/** Hides values behind pseudonyms: the same value has the same pseudonym wherever it stands. */
export interface Redactor {
  text(text: string): string;
  replaced(): readonly Replaced[];
}

const ADDRESS = /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)/g;
const HARMLESS_ADDRESS = /^(?:0\.0\.0\.0|127\.|255\.)/;
const USER = /([A-Za-z]:[\\/]+Users[\\/]+)([^\\/\s"']+)/gi;

/** A redactor that also hides these names of hosts, longest first, whatever their case. */
export function redactor(hosts: readonly string[]): Redactor {
  const pseudonyms = new Map<string, string>();
  const counts: Record<Hidden, number> = { host: 0, address: 0, user: 0 };
  const pseudonym = (what: Hidden, value: string): string => {
    const key = `${what} ${value.toLowerCase()}`;
    const known = pseudonyms.get(key);
    if (known !== undefined) return known;
    counts[what] += 1;
    const fresh = `<${what}-${counts[what]}>`;
    pseudonyms.set(key, fresh);
    return fresh;
  };
  const names = namePattern(hosts);
  return {
    text(text) {
      let hidden = cutSecrets(text);
      if (names) hidden = hidden.replace(names, (name) => pseudonym('host', name));
      return hidden
        .replace(ADDRESS, (address) => (HARMLESS_ADDRESS.test(address) ? address : pseudonym('address', address)))
        .replace(USER, (_whole, folder: string, user: string) => `${folder}${pseudonym('user', user)}`);
    },
    replaced: () => HIDDEN.filter((what) => counts[what] > 0).map((what) => ({ what, count: counts[what] })),
  };
}

/** Names that are worth hiding: three characters or more. */
export function worthHiding(hosts: readonly string[]): readonly string[] {
  return [...new Set(hosts.map((host) => host.toLowerCase()))].filter(
    (host) => host.length >= 3 && host !== 'localhost',
  );
}

function namePattern(hosts: readonly string[]): RegExp | null {
  const names = [...worthHiding(hosts)].sort((a, b) => b.length - a.length);
  if (names.length === 0) return null;
  const escaped = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![A-Za-z0-9])(?:${escaped.join('|')})(?![A-Za-z0-9])`, 'gi');
}

/**
 * A second look at a finished text, by other means than the redactor's: plain searching. What it returns still stands
 * in the text and must not be handed out.
 */
export function leaks(text: string, hosts: readonly string[]): readonly string[] {
  const lower = text.toLowerCase();
  const found = worthHiding(hosts).filter((host) => standsAlone(lower, host));
  for (const word of text.split(/[^0-9.]+/)) {
    const parts = word.split('.');
    const isAddress =
      parts.length === 4 && parts.every((part) => part !== '' && part.length <= 3 && Number(part) <= 255);
    if (isAddress && !['0', '127', '255'].includes(parts[0] ?? '')) found.push(word);
  }
  for (const sign of ['private key-----', 'client-key-data: l', 'bearer ey']) {
    const at = lower.indexOf(sign);
    if (
      at >= 0 &&
      !lower.startsWith('private key-----<removed>', at) &&
      !lower.startsWith('private key-----\n<removed>', at)
    )
      found.push(sign);
  }
  return [...new Set(found)];
}

function standsAlone(text: string, name: string): boolean {
  const isWord = (character: string | undefined) => character !== undefined && /[a-z0-9]/.test(character);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + name.length])) return true;
  }
  return false;
}
