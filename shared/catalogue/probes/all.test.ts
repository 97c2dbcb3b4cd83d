import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { couldNotCheck } from '../../node/outcome';
import type { AnyProbe } from '../define';
import type { Read } from '../../node/read';
import { isReadOnlyCall } from '../../node/tools';
import { probes } from './index';
import { ask, file, folder, isCouldNotCheck, key, prints, rows } from './testing/ask';
import { evidenceOf, healthyAnswers, needsOf } from './testing/healthy';

const all = Object.entries(probes as Readonly<Record<string, AnyProbe>>);

/** Probes that have something to say even if nothing answers, and how they show that nothing did. */
const SAYS_UNKNOWN: Readonly<Record<string, object>> = {
  'kube-tools': { chosen: null, kubectl: undefined, kubeconfigs: Array(4).fill({ readable: false }) },
  runtime: { pipe: null, config: null, runtimeReady: null, networkReady: null },
  'cni-binaries': { plugins: { flannel: undefined }, directories: Array(5).fill({ names: null }) },
  'log-scan': { read: [], unread: expect.arrayContaining(['C:\\k\\kubelet.err.log']) },
  ipam: { count: 2, leases: [{ holder: null }, { holder: null }] },
};

describe.each(all)('%s', (id, probe) => {
  it('has evidence on a healthy node that survives being written down', () => {
    const evidence = evidenceOf(probe);
    expect(isCouldNotCheck(evidence)).toBe(false);
    expect(JSON.parse(JSON.stringify(evidence))).toEqual(withoutUndefined(evidence));
  });

  it('asks only what only asks', () => {
    const reads = probe.reads(needsOf(probe));
    if (isCouldNotCheck(reads)) throw new Error(`${id} asks nothing of a healthy node`);
    for (const read of Object.values<Read>(reads)) {
      if (read.kind === 'tool') expect(isReadOnlyCall(read.tool, read.args)).toBe(true);
    }
  });

  it('does not take refused answers for an empty node', () => {
    const refused = Object.fromEntries(
      Object.keys(probe.reads(needsOf(probe))).map((name) => [name, couldNotCheck('not-elevated', name)]),
    );
    const evidence = ask(probe, refused, needsOf(probe));
    const wanted = SAYS_UNKNOWN[id];
    if (wanted) expect(evidence).toMatchObject(wanted);
    else expect(evidence).toMatchObject({ kind: 'could-not-check', reason: 'not-elevated' });
  });

  it('never fails but by saying that it could not check', () => {
    const needed = needsOf(probe);
    const healthy = healthyAnswers(probe);
    const names = Object.keys(probe.reads(needed));
    fc.assert(
      fc.property(fc.constantFrom(...names), garbage, (name, text) => {
        const reads = probe.reads(needed);
        const kind = isCouldNotCheck(reads) ? undefined : reads[name]?.kind;
        const value = kind === undefined ? undefined : answerWith(kind, text);
        if (value !== undefined) ask(probe, { ...healthy, [name]: value }, needed);
      }),
      { numRuns: 60 },
    );
  });
});

const garbage = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.json(),
  fc.constantFrom(
    '',
    '[]',
    '{}',
    'null',
    '{"items":null}',
    '{"items":[null]}',
    '{"Success":true}',
    '{"Success":false}',
    '[{}]',
  ),
);

/** An answer of a kind in which everything a node is free to say is this text. */
function answerWith(kind: string, text: string): unknown {
  switch (kind) {
    case 'file':
      return file(text);
    case 'tool':
      return prints(text);
    case 'hns':
      return { json: text, via: 'hnsdiag' };
    case 'cim':
      return rows({ Name: text });
    case 'registry':
      return key({ Environment: [text], Type: text, Application: text });
    case 'directory':
      return folder(text, `${text}.conf`);
    case 'events':
      return { rows: [{ id: 1, level: 2, time: text, provider: text, properties: [text] }] };
    default:
      return undefined;
  }
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]: [string, unknown]) =>
      item === undefined ? [] : [[name, withoutUndefined(item)]],
    ),
  );
}
