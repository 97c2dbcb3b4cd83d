import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The kinds of event of the only session that is kept in this user data, in their order. */
function eventsIn(data: string): readonly string[] {
  const [session = ''] = readdirSync(join(data, 'sessions'));
  return readFileSync(join(data, 'sessions', session, 'events.jsonl'), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { event: { kind: string } }).event.kind);
}

/** How often a kind of event is in that session. */
export function countIn(data: string, kind: string): number {
  return eventsIn(data).filter((event) => event === kind).length;
}
