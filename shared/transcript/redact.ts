import { cutSecrets } from '../node/secrets';
import { mapMac, mapV4, mapV6 } from './addresses';
import { isSomebodys } from './domains';
import { HIDDEN, type Hidden, type Name } from './names';

/** One kind of replacement, and how many different values it hid. */
export interface Replaced {
  readonly what: Hidden;
  readonly count: number;
}

/** Hides values behind pseudonyms: the same value has the same pseudonym wherever it stands. */
export interface Redactor {
  /** Running it again over what it gave changes nothing. */
  readonly text: (text: string) => string;
  readonly replaced: () => readonly Replaced[];
}

/** A pseudonym, which is left alone: it was put there, or tells no more than if it had been. */
export const PSEUDONYM = new RegExp(`<(?:${HIDDEN.join('|')})-\\d{1,6}>`, 'g');
const PARTS = new RegExp(`(${PSEUDONYM.source})`);
const DOTTED = /(?<![\w-])[\w-]+(?:\.[\w-]+)+/g;

/** A redactor of these names, longest first and whatever their case, and of addresses, domains and secrets. */
export function redactor(names: readonly Name[]): Redactor {
  const pseudonyms = new Map<string, string>();
  const counts = new Map<Hidden, number>();
  const pseudonym = (what: Hidden, value: string): string => {
    const key = `${what} ${value.toLowerCase()}`;
    const known = pseudonyms.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    const fresh = `<${what}-${count}>`;
    pseudonyms.set(key, fresh);
    return fresh;
  };
  const hidden = (what: Hidden) => (value: string) => pseudonym(what, value);
  const stages: ReadonlyArray<(text: string) => string> = [
    mapNames(names, pseudonym),
    (text) => mapMac(text, hidden('mac')),
    (text) => mapV4(text, hidden('address')),
    (text) => mapV6(text, hidden('address')),
    (text) => text.replace(DOTTED, (name) => (isSomebodys(name) ? pseudonym('domain', name) : name)),
  ];
  const once = (text: string) => stages.reduce(between, cutSecrets(text));
  return {
    text(text) {
      // A pseudonym ends words that went on before, so that another name may come to light beside it.
      for (let before = text, after = once(text); ; before = after, after = once(after)) {
        if (after === before) return after;
      }
    },
    replaced: () => HIDDEN.flatMap((what) => (counts.has(what) ? [{ what, count: counts.get(what) ?? 0 }] : [])),
  };
}

/** The text with a stage applied to all that stands between pseudonyms. */
function between(text: string, stage: (text: string) => string): string {
  return text
    .split(PARTS)
    .map((part, index) => (index % 2 === 0 ? stage(part) : part))
    .join('');
}

function mapNames(
  names: readonly Name[],
  pseudonym: (what: Hidden, value: string) => string,
): (text: string) => string {
  if (names.length === 0) return (text) => text;
  const kinds = new Map(names.map(({ what, value }) => [value.toLowerCase(), what]));
  const escaped = [...kinds.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${escaped.join('|')})(?![A-Za-z0-9])`, 'gi');
  return (text) => text.replace(pattern, (name) => pseudonym(kinds.get(name.toLowerCase()) ?? 'host', name));
}
