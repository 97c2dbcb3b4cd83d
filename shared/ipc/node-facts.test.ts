import { expect, it } from 'vitest';
import { answered, couldNotCheck } from '../node/outcome';
import { nodeFactsOf } from './node-facts';

const NOT_ASKED = { kind: 'not-asked' };

it('says of what was not asked that it was not asked', () => {
  expect(nodeFactsOf({})).toEqual({
    name: NOT_ASKED,
    windows: NOT_ASKED,
    kubernetes: NOT_ASKED,
    runtime: NOT_ASKED,
    cni: NOT_ASKED,
    rights: NOT_ASKED,
  });
});

it('tells what evidence tells, in a few words', () => {
  const facts = nodeFactsOf({
    'os-build': answered({ hostName: 'WIN-1', product: 'Windows Server 2022 Datacenter', build: 20348, ubr: 2966 }),
    'node-object': answered({ kubelet: 'v1.33.5', runtime: 'containerd://1.7.27' }),
    'cni-config': answered({ winner: { name: 'vxlan0', plugins: [{ type: 'flannel' }] } }),
    'ps-host': answered({ elevated: false }),
  });
  expect(facts).toEqual({
    name: { kind: 'known', value: 'WIN-1' },
    windows: { kind: 'known', value: 'Windows Server 2022 Datacenter (20348.2966)' },
    kubernetes: { kind: 'known', value: 'v1.33.5' },
    runtime: { kind: 'known', value: 'containerd 1.7.27' },
    cni: { kind: 'known', value: 'flannel' },
    rights: { kind: 'known', elevated: false },
  });
});

it('gives the reason where a probe has no answer, and never takes it for one', () => {
  const facts = nodeFactsOf({
    'node-object': couldNotCheck('timed-out', 'kubectl'),
    'ps-host': couldNotCheck('policy', ''),
    'os-build': answered({ surprising: true }),
    'cni-config': answered({ winner: null }),
  });
  expect(facts.kubernetes).toEqual({ kind: 'could-not-check', reason: 'timed-out' });
  expect(facts.rights).toEqual({ kind: 'could-not-check', reason: 'policy' });
  expect(facts.windows).toEqual({ kind: 'could-not-check', reason: 'bad-answer' });
  expect(facts.cni).toEqual({ kind: 'could-not-check', reason: 'missing' });
});
