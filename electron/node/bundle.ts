import { couldNotCheck, type Outcome } from '../../shared/node/outcome';
import { type Answer, readKey } from '../../shared/node/read';
import type { NodeSource, Question } from '../../shared/node/source';
import { fold, type SessionState } from '../../shared/session/reduce';
import { type Bundle } from '../export/bundle';

/** A recorded session as a node: it answers what was asked then, and nothing else. It cannot be changed. */
export function bundleSource(file: string, bundle: Bundle): NodeSource & { readonly recorded: SessionState } {
  const answers = new Map<
    string,
    { readonly outcome: Outcome<Answer>; readonly at: string; readonly milliseconds: number }
  >();
  for (const { event } of bundle.entries) {
    if (event.kind !== 'probe-started') continue;
    // The first answer counts: the node as it was found, before anything was changed.
    const ended = bundle.entries.find(
      (entry) =>
        entry.event.kind === 'probe-ended' && entry.event.probe === event.probe && entry.event.run === event.run,
    )?.event;
    if (ended?.kind !== 'probe-ended') continue;
    for (const { name, read } of event.reads) {
      const was = ended.reads.find((item) => item.name === name);
      const key = readKey(read);
      if (!was || answers.has(key)) continue;
      answers.set(key, { outcome: outcomeOf(was, bundle), at: was.at, milliseconds: was.milliseconds });
    }
  }
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

type Ended = Extract<Bundle['entries'][number]['event'], { kind: 'probe-ended' }>['reads'][number];

function outcomeOf(read: Ended, { raw }: Bundle): Outcome<Answer> {
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
