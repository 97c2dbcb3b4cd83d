import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyProbe } from '../../shared/engine/testing/every-probe';
import { couldNotCheck, type Outcome } from '../../shared/node/outcome';
import { renderRead } from '../../shared/node/powershell';
import { readKey, type Answer, type Read, type ReadKind } from '../../shared/node/read';
import { answer } from '../../shared/practice/answer';
import { ifLost } from '../../shared/practice/answers/refuse';
import { once } from '../../shared/practice/derive/once';
import { practiceNodes } from '../../shared/practice/nodes';
import type { NodeState } from '../../shared/practice/state';
import { broadReads } from '../../shared/practice/testing/reads';
import { Conversation, type LanguageMode } from './conversation';
import { onEngines } from './on-engines';
import { playing, shownTo, standIn, windowsOf } from './practice';

/** Asked through the stand-ins. Files, programs, connections and the shell itself are not those of a practice node. */
const STOOD_IN: readonly ReadKind[] = ['cim', 'registry', 'hns', 'events', 'sockets', 'firewall', 'updates'];
/** What Constrained Language Mode still lets one ask. */
const CONSTRAINED: readonly ReadKind[] = ['cim', 'registry', 'events', 'sockets'];

/** Every read that the probes make on this node, and some more. */
const readsOn = once((state): readonly Read[] => {
  const reads = new Map<string, Read>();
  everyProbe((read) => {
    reads.set(readKey(read), read);
    return answer(state, read);
  });
  for (const read of broadReads(state)) reads.set(readKey(read), read);
  return [...reads.values()].filter((read) => isStoodIn(state, read));
});

/** What a node has no answer to, whoever asks, is none of the library's doing. */
function isStoodIn(state: NodeState, read: Read): boolean {
  return STOOD_IN.includes(read.kind) && ifLost(state, read) === null;
}

const nodes = practiceNodes.map((node) => [node.id, node.state()] as const);

/**
 * What was seen of a read that failed is told in other words; why it failed must be the same. The order of sockets,
 * which come from two classes of Windows, means nothing.
 */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.entries(value).filter(([name]) => name !== 'detail' || !('reason' in value));
  return Object.fromEntries(
    known.map(([name, item]) => [name, name.endsWith('isteners') ? unordered(item) : comparable(item)]),
  );
}

function unordered(list: unknown): unknown {
  return Array.isArray(list) ? list.map((item) => JSON.stringify(item)).sort() : list;
}

onEngines('practice nodes asked', (engine) => {
  describe.each(['FullLanguage', 'ConstrainedLanguage'] as const)('in %s', (mode: LanguageMode) => {
    let shell: Conversation;
    beforeAll(() => {
      shell = new Conversation(engine, mode);
      standIn(shell, mode);
    });
    afterAll(() => shell.end());

    const told = new Map<string, Outcome<unknown>>();
    /** What the engine answers to each of the reads. Where nodes show the same to the same read, it is asked once. */
    const ask = async (state: NodeState, reads: readonly Read[]) => {
      const windows = windowsOf(state, reads);
      const lines = reads.map((read) => `${playing(shownTo(read, windows))}; ${renderRead(read)}`);
      const fresh = new Map(reads.map((read, index) => [lines[index]!, read] as const));
      for (const line of told.keys()) fresh.delete(line);
      const outcomes = await shell.reads([...fresh.values()], [...fresh.keys()]);
      for (const [index, line] of [...fresh.keys()].entries()) told.set(line, outcomes[index]!);
      return lines.map((line) => told.get(line)!);
    };

    /** What the engine must answer: what the node answers, as far as this language mode lets one ask. */
    const expected = (state: NodeState, read: Read): Outcome<Answer> => {
      const outcome = answer(state, read);
      if (mode === 'FullLanguage' || CONSTRAINED.includes(read.kind)) return outcome;
      // Whether HNS runs at all can be seen; what it has to say cannot.
      const seen = read.kind === 'hns' && outcome.kind === 'could-not-check' && outcome.reason !== 'timed-out';
      return seen ? outcome : couldNotCheck('policy', mode);
    };

    test.each(nodes)('%s', async (_id, state) => {
      const reads = readsOn(state);
      const outcomes = await ask(state, reads);
      for (const [index, read] of reads.entries())
        expect(comparable(outcomes[index]), JSON.stringify(read)).toEqual(comparable(expected(state, read)));
      const answers = new Map(reads.map((read, index) => [readKey(read), outcomes[index] as Outcome<Answer>]));
      const given = everyProbe((read) => answers.get(readKey(read)) ?? answer(state, read));
      const wanted = everyProbe((read) => (isStoodIn(state, read) ? expected(state, read) : answer(state, read)));
      expect(comparable(given)).toEqual(comparable(wanted));
    });
  });
});
