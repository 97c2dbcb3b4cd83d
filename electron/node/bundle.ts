import { couldNotCheck, type Outcome } from '../../shared/node/outcome';
import { type Answer, readKey } from '../../shared/node/read';
import type { NodeSource, Question } from '../../shared/node/source';
import type { AskedRead, EndedRead } from '../../shared/session/events';
import { fold, type SessionState } from '../../shared/session/reduce';
import type { Bundle } from '../export/bundle';

/** A recorded session as a node: it answers what was asked then, and nothing else. It cannot be changed. */
export function bundleSource(file: string, bundle: Bundle): NodeSource & { readonly recorded: SessionState } {
  const answers = answersIn(bundle);
  const reply = (question: Question) => {
    const known = answers.get(readKey(question.read));
    return {
      key: question.key,
      ...(known ?? { outcome: couldNotCheck('not-recorded', ''), at: bundle.entries[0]?.at ?? '', milliseconds: 0 }),
    };
  };
  return {
    kind: 'bundle',
    name: `bundle:${file}`,
    writable: false,
    recorded: fold(bundle.entries),
    read(questions, onReply) {
      for (const question of questions) onReply(reply(question));
      return Promise.resolve();
    },
    write() {
      return Promise.resolve(couldNotCheck('not-applicable', 'a bundle cannot be changed'));
    },
    close() {
      return Promise.resolve();
    },
  };
}

interface Recorded {
  readonly outcome: Outcome<Answer>;
  readonly at: string;
  readonly milliseconds: number;
}

/**
 * What was answered to each read, of the node as it was found: until anything was changed a later answer takes the place
 * of an earlier one, as in the session; from then on only what was not asked before counts.
 */
function answersIn(bundle: Bundle): ReadonlyMap<string, Recorded> {
  const answers = new Map<string, Recorded>();
  const asked = new Map<string, readonly AskedRead[]>();
  let changed = false;
  for (const { event } of bundle.entries) {
    if (event.kind === 'write-started') changed = true;
    if (event.kind === 'probe-started') asked.set(`${event.probe} ${event.run}`, event.reads);
    if (event.kind !== 'probe-ended') continue;
    const ended = new Map(event.reads.map((read) => [read.name, read]));
    for (const { name, read } of asked.get(`${event.probe} ${event.run}`) ?? []) {
      const was = ended.get(name);
      const key = readKey(read);
      if (!was || (changed && answers.has(key))) continue;
      answers.set(key, { outcome: outcomeOf(was, bundle), at: was.at, milliseconds: was.milliseconds });
    }
  }
  return answers;
}

function outcomeOf(read: EndedRead, { raw }: Bundle): Outcome<Answer> {
  if (read.outcome !== 'answered') return couldNotCheck(read.outcome, read.detail);
  const text = read.raw === null ? undefined : raw.get(read.raw);
  if (text === undefined) return couldNotCheck('not-recorded', read.name);
  try {
    // Whatever it is, the engine parses it by the schema of its read before anything else.
    return { kind: 'answered', value: JSON.parse(text) as Answer };
  } catch {
    return couldNotCheck('bad-answer', read.name);
  }
}

/** What a recorded session remembers; null for a node that is there. */
export function recordedIn(source: NodeSource): SessionState | null {
  return isRecorded(source) ? source.recorded : null;
}

function isRecorded(source: NodeSource): source is NodeSource & { readonly recorded: SessionState } {
  return source.kind === 'bundle' && 'recorded' in source;
}
