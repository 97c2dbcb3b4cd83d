import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Write } from '../node/write';
import { type Entry, entrySchema, type SessionEvent } from './events';
import { fold, reduce } from './reduce';
import { touched, undoable } from './runs';

const at = '2026-01-01T00:00:00.000Z';
const hash = 'a'.repeat(64);
const why = { kind: 'could-not-check', reason: 'crashed', detail: 'x' } as const;
const done = { kind: 'answered', value: { detail: 'done' } } as const;
const write: Write = { kind: 'service', name: 'kubelet', action: 'start' };
const inverse = { kind: 'writes' as const, writes: [{ ...write, action: 'stop' as const }] };

function log(...events: readonly SessionEvent[]): readonly Entry[] {
  return events.map((event, index) => ({ seq: index + 1, at, event }));
}

const name = fc.constantFrom('a', 'b', 'c', 'constructor', 'toString');
const number = fc.nat(2);
const step = name.map((text) => `s/${text}`);
const evidence = fc.oneof(
  fc.constant(why),
  fc.jsonValue().map((value) => ({ kind: 'answered' as const, value })),
);
const outcome = fc.constantFrom(done, why);
const run = fc.option(number, { nil: null });

const event: fc.Arbitrary<SessionEvent> = fc.oneof(
  fc.record({
    kind: fc.constant('started' as const),
    id: name,
    source: name,
    sourceKind: fc.constant('live' as const),
    version: name,
  }),
  fc.record({ kind: fc.constant('symptom-chosen' as const), symptom: name }),
  fc.record({ kind: fc.constant('probe-started' as const), probe: name, run, reads: fc.constant([]) }),
  fc.record({ kind: fc.constant('probe-ended' as const), probe: name, run, reads: fc.constant([]), evidence }),
  fc.record({
    kind: fc.constant('answered' as const),
    step,
    answer: name,
    by: fc.constantFrom('machine' as const, 'person' as const),
  }),
  fc.record({ kind: fc.constant('settled' as const), step }),
  fc.record({ kind: fc.constant('went-back' as const), step }),
  fc.record({
    kind: fc.constant('remedy-consented' as const),
    run: number,
    remediation: name,
    cause: name,
    step,
    writes: fc.array(fc.constant(write), { maxLength: 3 }),
    lines: fc.array(name, { maxLength: 3 }),
    consent: fc.constant({ risk: 'safe' as const, nodeName: null }),
  }),
  fc.record({
    kind: fc.constant('backup-taken' as const),
    run: number,
    index: number,
    raw: fc.constant(hash),
    inverse: fc.constant(inverse),
  }),
  fc.record({ kind: fc.constant('write-started' as const), run: number, index: number }),
  fc.record({
    kind: fc.constant('write-ended' as const),
    run: number,
    index: number,
    outcome,
    inverse: fc.constant(inverse),
  }),
  fc.record({
    kind: fc.constant('verified' as const),
    run: number,
    result: fc.constant('fixed' as const),
    values: fc.constant([]),
  }),
  fc.record({ kind: fc.constant('remedy-stopped' as const), run: number, index: number, why: fc.constant(why) }),
  fc.record({ kind: fc.constant('undo-started' as const), run: number }),
  fc.record({ kind: fc.constant('undo-write-ended' as const), run: number, index: number, outcome }),
  fc.record({ kind: fc.constant('undo-ended' as const), run: number, restored: fc.boolean() }),
  fc.record({ kind: fc.constant('resumed' as const), version: name }),
  fc.record({ kind: fc.constant('journal-lost' as const), detail: name }),
  fc.record({ kind: fc.constant('exported' as const), format: name, sha256: fc.constant(hash) }),
  fc.constant({ kind: 'closed' as const }),
);

describe('the fold', () => {
  it('gives a state for any events in any order, and the same one step by step', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const entries = log(...events);
        let state = fold([]);
        for (const [index, entry] of entries.entries()) {
          state = reduce(state, entry);
          expect(state.seq).toBe(index + 1);
          for (const one of state.runs) expect(touched(one).length).toBeGreaterThanOrEqual(undoable(one).length);
        }
        expect(fold(entries)).toEqual(state);
      }),
    );
  });

  it('is the same from events that went through a journal', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        const entries = log(...events).map((entry): Entry => entrySchema.parse(JSON.parse(JSON.stringify(entry))));
        const again = entries.map((entry): Entry => entrySchema.parse(JSON.parse(JSON.stringify(entry))));
        expect(fold(again)).toEqual(fold(entries));
      }),
    );
  });

  it('drops the later answers when a step is answered anew', () => {
    const answer = (where: string, what: string): SessionEvent => ({
      kind: 'answered',
      step: `s/${where}`,
      answer: what,
      by: 'person',
    });
    const state = fold(log(answer('a', 'x'), answer('b', 'x'), answer('c', 'x'), answer('b', 'y')));
    expect(state.answers.map((given) => given.step + given.answer)).toEqual(['s/ax', 's/by']);
  });

  it('forgets what was being asked when the session is resumed', () => {
    const asked: SessionEvent = { kind: 'probe-started', probe: 'p', run: null, reads: [] };
    const ended: SessionEvent = {
      kind: 'probe-ended',
      probe: 'p',
      run: null,
      reads: [],
      evidence: { kind: 'answered', value: 1 },
    };
    expect(fold(log(asked, { kind: 'resumed', version: '' })).probes).toEqual({});
    expect(fold(log(asked, ended, asked, { kind: 'resumed', version: '' })).probes.p?.status).toBe('answered');
    expect(fold(log(asked, ended, { kind: 'resumed', version: '2' })).evidence).toEqual({});
  });

  it('keeps the evidence that was diagnosed beside that of the verification, until the diagnosis goes on', () => {
    const seen = (value: number, of: number | null): SessionEvent => ({
      kind: 'probe-ended',
      probe: 'p',
      run: of,
      reads: [],
      evidence: { kind: 'answered', value },
    });
    const consented: SessionEvent = {
      kind: 'remedy-consented',
      run: 0,
      remediation: 'r',
      cause: 'c',
      step: 's/a',
      writes: [write],
      lines: ['line'],
      consent: { risk: 'safe', nodeName: null },
    };
    const changed = [seen(1, null), consented, { kind: 'write-started', run: 0, index: 0 } as const, seen(2, 0)];
    const state = fold(log(...changed));
    expect([state.stale, state.evidence.p, state.runs[0]?.after.p]).toMatchObject([true, { value: 1 }, { value: 2 }]);
    expect(fold(log(...changed, { kind: 'went-back', step: 's/a' }))).toMatchObject({ stale: false, evidence: {} });
  });
});
