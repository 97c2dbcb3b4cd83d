import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupOf, inverseOf, type Write } from '../node/write';
import { answer } from './answer';
import { apply } from './apply';
import { agentStarted } from './effects/common';
import { practiceNodes } from './nodes';
import type { NodeState } from './state';
import { someWrites } from './testing/writes';

/** A kube-proxy that lost its load balancers is mended by its start; no stop brings the loss back. */
function mendsForGood(state: NodeState, write: Write): boolean {
  return (
    write.kind === 'service' &&
    ['kubeproxy', 'kube-proxy'].includes(write.name) &&
    (state.hns.loadBalancersLost || state.hns.deleted.length > 0)
  );
}

/** The same for what the CNI's agent makes at its start. */
function makesNetwork(state: NodeState, write: Write): boolean {
  if (write.kind !== 'service' || !['flanneld', 'kubelet'].includes(write.name)) return false;
  return JSON.stringify(agentStarted(state)) !== JSON.stringify(state);
}

interface Step {
  readonly after: NodeState;
  readonly undo: readonly Write[];
}

/** Carries out a write if it succeeds and can be taken back. */
function reversibly(state: NodeState, write: Write): Step | null {
  if (mendsForGood(state, write) || makesNetwork(state, write)) return null;
  const backup = answer(state, backupOf(write));
  if (backup.kind !== 'answered') return null;
  const inverse = inverseOf(write, backup.value);
  const after = apply(state, write);
  if (after.kind !== 'answered' || inverse.kind === 'irreversible') return null;
  return { after: after.value, undo: inverse.kind === 'writes' ? inverse.writes : [] };
}

function carriedOut(state: NodeState, write: Write): NodeState {
  const after = apply(state, write);
  if (after.kind !== 'answered') throw new Error(`${JSON.stringify(write)}: ${after.reason} ${after.detail}`);
  return after.value;
}

describe('practice writes', () => {
  it.each(practiceNodes.map((node) => [node.id, node] as const))(
    '%s is byte for byte itself after a write and its inverse',
    (_id, node) => {
      const state = node.state();
      const before = JSON.stringify(state);
      let tried = 0;
      for (const write of someWrites(state)) {
        const step = reversibly(state, write);
        if (step === null) continue;
        tried++;
        expect(JSON.stringify(step.undo.reduce(carriedOut, step.after)), JSON.stringify(write)).toBe(before);
      }
      if (state.shell.elevated) expect(tried).toBeGreaterThan(12);
    },
  );

  it('takes back any sequence of writes in reverse', () => {
    const nodes = fc.constantFrom(...practiceNodes.filter(({ cause }) => cause !== 'not-elevated'));
    fc.assert(
      fc.property(nodes, fc.array(fc.nat(), { maxLength: 8 }), (node, picks) => {
        const before = node.state();
        const undos: Array<readonly Write[]> = [];
        let state = before;
        for (const pick of picks) {
          const writes = someWrites(state);
          const write = writes[pick % writes.length];
          const step = write === undefined ? null : reversibly(state, write);
          if (step === null) continue;
          state = step.after;
          undos.push(step.undo);
        }
        const back = undos.reverse().reduce((current, undo) => undo.reduce(carriedOut, current), state);
        expect(JSON.stringify(back)).toBe(JSON.stringify(before));
      }),
      { numRuns: 300 },
    );
  });

  it('changes nothing without rights', () => {
    const state = practiceNodes.find(({ id }) => id === 'not-elevated-ja')?.state();
    if (state === undefined) throw new Error('no such node');
    for (const write of someWrites(state)) expect(apply(state, write)).toMatchObject({ reason: 'not-elevated' });
  });
});
