import type { SessionState } from '../session/reduce';
import { isEverybodys } from './domains';
import { eachString } from './strings';

/** What is hidden, and how its pseudonyms begin. */
export const HIDDEN = ['host', 'domain', 'address', 'mac', 'user', 'id'] as const;
export type Hidden = (typeof HIDDEN)[number];

/** A name that the session tells to be somebody's: it is hidden wherever it stands. */
export interface Name {
  readonly what: 'host' | 'user' | 'id';
  readonly value: string;
}

/** Fields of evidence that hold names of hosts. */
const HOST_FIELDS: ReadonlySet<string> = new Set(['hostName', 'computerName', 'nodeName', 'node', 'host', 'server']);
/** Names of hosts and users that tell nothing. */
const EVERYBODYS: ReadonlySet<string> = new Set([
  'localhost',
  'kubernetes',
  'public',
  'default',
  'default user',
  'all users',
  'administrator',
  'containeradministrator',
]);

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Where texts name hosts, users and accounts: the first group that matched is the name. */
const IN_TEXT: ReadonlyArray<readonly [Name['what'], RegExp]> = [
  ['host', /(?:--hostname-override[= ]|spec\.nodeName=|system:node:)"?([a-z0-9][a-z0-9._-]*[a-z0-9])/gi],
  [
    'host',
    /(?:https?|wss?|tcp|udp|ldaps?|ftp):\/\/(?:[^\s/@"'<>]*@)?([a-z0-9][a-z0-9._-]*[a-z0-9])(?=[:/?#\s"',;)]|$)/gi,
  ],
  ['host', /(?<![\\\w:])\\\\([a-z0-9][a-z0-9._-]*[a-z0-9])\\/gi],
  ['user', /[a-z]:[\\/]+Users[\\/]+(?:([^\\/"'\r\n<>|:*?]{1,64})(?=[\\/])|([^\\/\s"'<>|:*?,;]{1,64}))/gi],
  ['user', /(?<![\w.%+-])([\w.%+-]{1,64})@[a-z0-9-]{1,63}\.[a-z]/gi],
  ['user', /:\/\/([^\s:/@"'<>]+)(?::[^\s/@"']*)?@/g],
  ['id', new RegExp(`(?:subscriptions?|tenants?)(?:_?id)?(?:["'\\\\]*[:=/ ]["'\\\\ ]*)(${GUID})`, 'gi')],
  ['id', new RegExp(`(?:login\\.microsoftonline\\.com|sts\\.windows\\.net)/(${GUID})`, 'gi')],
  ['id', /resourceGroups\/([\w.()-]+)/gi],
  ['id', /\barn:aws[\w-]*:[\w-]*:[\w-]*:(\d{12})/g],
  ['id', /\b(S-1-5-21(?:-\d+){3,4})/g],
];

/** The names of hosts, users and accounts that a session tells, from its evidence and from these texts of it. */
export function namesIn(state: SessionState, texts: readonly string[]): readonly Name[] {
  const found = new Map<string, Name>();
  const add = (what: Name['what'], value: string): void => {
    const key = value.toLowerCase();
    if (worthHiding(what, key) && !found.has(key)) found.set(key, { what, value });
  };
  const inText = (text: string): void => {
    for (const [what, pattern] of IN_TEXT) {
      for (const [, ...groups] of text.matchAll(pattern)) add(what, groups.find(Boolean) ?? '');
    }
  };
  const evidence = [state.evidence, ...state.runs.map(({ after }) => after)];
  for (const observed of evidence) {
    eachString(observed, (text, path) => {
      const field = path.at(-1) ?? '';
      const isName =
        HOST_FIELDS.has(field) || (path[0] === 'node-object' && path.join('/') === 'node-object/value/name');
      if (isName || path.at(-2) === 'names') add('host', text);
      inText(text);
    });
  }
  for (const { consent } of state.runs) add('host', consent.nodeName ?? '');
  for (const text of texts) inText(text);
  return [...found.values()];
}

function worthHiding(what: Name['what'], name: string): boolean {
  if (name.length < 2 || EVERYBODYS.has(name) || name.startsWith('kubernetes.')) return false;
  // Whatever names a host and is no plain name is an address, a URL or a sentence: others look after these.
  return what !== 'host' || (/^[a-z0-9][a-z0-9._-]*$/.test(name) && /[a-z]/.test(name) && !isEverybodys(name));
}
