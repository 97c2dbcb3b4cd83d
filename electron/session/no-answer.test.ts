import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOf } from '../../shared/engine/check';
import { winnow } from '../../shared/engine/winnow';
import { couldNotCheck, type Outcome, type Reason } from '../../shared/node/outcome';
import type { Answer, Read } from '../../shared/node/read';
import { answer } from '../../shared/practice/answer';
import { practiceNodes } from '../../shared/practice/nodes';
import type { NodeState } from '../../shared/practice/state';
import { everyProbe } from '../../shared/engine/testing/every-probe';

const KINDS: ReadonlyArray<Read['kind']> = [
  ...(['shell', 'cim', 'registry', 'file', 'directory', 'tool', 'hns', 'events', 'sockets'] as const),
  ...(['connect', 'tls', 'dns', 'certificates', 'firewall', 'updates'] as const),
];
const REASONS: readonly Reason[] = ['cancelled', 'not-elevated', 'crashed', 'policy', 'bad-answer'];

/** What a check finds on a node whose reads fail wherever `fails` says so. */
function findingsOn(state: NodeState, fails: (read: Read) => Reason | null): readonly string[] {
  const evidence = everyProbe((read): Outcome<Answer> => {
    const reason = fails(read);
    return reason === null ? answer(state, read) : couldNotCheck(reason, 'x');
  });
  return checkOf(winnow, evidence, {}).findings.map(({ symptom, cause }) => `${symptom}/${cause}`);
}

const healthy = practiceNodes.filter(({ symptom }) => symptom === null);

describe.each(healthy.map((node) => [node.id, node] as const))(
  'on %s, which is healthy, nothing is found',
  (_id, node) => {
    const state = node.state();

    it('where it answers', () => {
      expect(findingsOn(state, () => null)).toEqual([]);
    });

    it.each(REASONS)('where nothing at all has an answer (%s)', (reason) => {
      expect(findingsOn(state, () => reason)).toEqual([]);
    });

    // Which reason it is makes no difference; all of them come up.
    it.each(KINDS.map((kind, index) => [kind, REASONS[index % REASONS.length] ?? null] as const))(
      'where no read of the kind %s has an answer (%s)',
      (kind, reason) => {
        expect(findingsOn(state, (read) => (read.kind === kind ? reason : null))).toEqual([]);
      },
    );

    it('where any of its reads have none', () => {
      fc.assert(
        fc.property(fc.constantFrom(...REASONS), fc.func(fc.boolean()), (reason, fails) => {
          expect(findingsOn(state, (read) => (fails(read) ? reason : null))).toEqual([]);
        }),
        { numRuns: 15 },
      );
    });
  },
);
