import { describe, expect, it } from 'vitest';
import { citedLabel } from '../../shared/catalogue/cited/cited';
import { checkOf } from '../../shared/engine/check';
import type { Evidence } from '../../shared/engine/evidence';
import { winnow } from '../../shared/engine/winnow';
import { answer } from '../../shared/practice/answer';
import { practiceNodes } from '../../shared/practice/nodes';
import type { NodeState } from '../../shared/practice/state';
import { everyProbe } from '../../shared/engine/testing/every-probe';

function everyProbeOn(state: NodeState): Evidence {
  return everyProbe((read) => answer(state, read));
}

/** What is no fault of a healthy node: a kubelet may not list this, or the node has no such thing. */
const NO_ANSWER: Readonly<Record<string, RegExp>> = {
  'kube-events': /^policy$/,
  'cluster-nodes': /^policy$/,
  'component-config': /^not-applicable$/,
  'ipam-directory': /^missing$/,
  ipam: /^missing$/,
  'cri-state': /^missing$/,
  images: /^missing$/,
  'image-platforms': /^missing$/,
};

/** What differs between two Windows that speak different languages. */
const OF_LANGUAGE = ['locale', 'time', 'ps-host'];

/** A value in which texts are only their digits. */
function withoutWords(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\D+/g, ' ').trim();
  if (Array.isArray(value)) return value.map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]: [string, unknown]) =>
      name === 'language' ? [] : [[name, withoutWords(item)]],
    ),
  );
}

/** Whether the place of a value has words, and is not shown as it is. */
function hasWords({ probe, pointer }: { readonly probe: string; readonly pointer: string }): boolean {
  return citedLabel('en', probe, pointer) !== pointer.slice(1).replaceAll('/', '.');
}

const nodes = practiceNodes.map((node) => [node.id, node] as const);
const evidences = new Map<string, Evidence>();

/** Evidence of every probe on a practice node, made once. */
function evidenceOf(node: (typeof practiceNodes)[number]): Evidence {
  const evidence = evidences.get(node.id) ?? everyProbeOn(node.state());
  evidences.set(node.id, evidence);
  return evidence;
}

describe('every probe', () => {
  it.each(nodes.filter(([, { symptom }]) => symptom === null))('has evidence of %s', (_id, node) => {
    for (const [probe, outcome] of Object.entries(evidenceOf(node))) {
      if (outcome.kind === 'could-not-check')
        expect.soft(outcome.reason, `${probe}: ${outcome.detail}`).toMatch(NO_ANSWER[probe] ?? /^$/);
    }
  });

  it.each(nodes)('understands what %s answers', (_id, node) => {
    for (const [id, outcome] of Object.entries(evidenceOf(node)))
      if (outcome.kind === 'could-not-check')
        expect.soft(outcome.reason, `${id}: ${outcome.detail}`).not.toBe('bad-answer');
  });

  it.each(nodes)('says the same of %s in the other language of Windows, but for words', (_id, node) => {
    const one = evidenceOf(node);
    const other = everyProbeOn(node.otherLanguage());
    for (const id of Object.keys(one)) {
      if (OF_LANGUAGE.includes(id)) continue;
      expect.soft(withoutWords(other[id]), id).toEqual(withoutWords(one[id]));
    }
  });
});

it('every place that a finding rests on has words, in shared/catalogue/cited', () => {
  const wordless = practiceNodes.flatMap((node) => {
    const { findings, ruledOut } = checkOf(winnow, evidenceOf(node), {});
    return [...findings, ...ruledOut].flatMap(({ citations }) => citations.filter((place) => !hasWords(place)));
  });
  expect([...new Set(wordless.map(({ probe, pointer }) => `${probe}${pointer}`))]).toEqual([]);
});
