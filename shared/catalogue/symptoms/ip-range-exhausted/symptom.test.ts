import { describe, expect, it } from 'vitest';
import { lengthFor, prefixLength, usableAddresses } from '../../node-range';
import { ipRangeExhausted as symptom } from './symptom';

type Row = readonly [step: keyof typeof symptom.steps, evidence: Readonly<Record<string, unknown>>, answer: string];

const store = (count: number, exists = true) => ({ 'ipam-directory': { exists, count } });
const node = (podCidr: string | null, maxPods: number | null = 110) => ({ 'node-object': { podCidr, maxPods } });
const flannel = (subnet: string | null) => ({ 'flannel-state': { exists: subnet !== null, subnet } });
const LIVE = 'a'.repeat(64);
const DEAD = 'd'.repeat(64);
const leases = (...holders: ReadonlyArray<string | null>) => ({
  ipam: { count: holders.length, leases: holders.map((holder, at) => ({ ip: `10.244.4.${at + 20}`, holder })) },
});
const runtime = { 'cri-state': { sandboxes: [{ id: LIVE }], containers: [], readySandboxes: 1 } };
const repeated = (holder: string, times: number) => Array.from({ length: times }, () => holder);

const RANGE = 'failed to allocate for range 0: no IP addresses available in range set: 10.244.4.2-10.244.4.254';
const AZURE = 'plugin type="azure-vnet" failed (add): No available addresses';
const pods = (waiting: string | null) => ({
  'pods-here': { pods: [{ name: 'shop/web', phase: 'Pending', containers: [{ waiting, message: null }] }] },
});
const warned = (pod: string, message: string) => ({ 'kube-events': { warnings: [{ pod, message }] } });
const log = (...hits: ReadonlyArray<readonly [rule: string, line: number, text: string]>) => ({
  'log-scan': {
    read: ['C:\\k\\kubelet.err.log'],
    unread: [],
    hits: hits.map(([rule, line, text]) => ({ rule, line, text, path: 'C:\\k\\kubelet.err.log' })),
  },
});

const ROWS: readonly Row[] = [
  ['leases', { ...store(252), ...node('10.244.4.0/24') }, 'full'],
  ['leases', { ...store(251), ...node('10.244.4.0/24') }, 'room'],
  ['leases', { ...store(12), ...node('10.244.4.0/28') }, 'full'],
  ['leases', { ...store(11), ...node('10.244.4.0/28') }, 'room'],
  ['leases', { ...store(12), ...flannel('10.244.4.1/28'), ...node('10.244.4.0/24') }, 'full'],
  ['leases', store(252), 'undecided'],
  ['leases', store(0, false), 'elsewhere'],
  ['holders', { ...leases(...repeated(DEAD, 2), ...repeated(LIVE, 8)), ...runtime }, 'leaked'],
  ['holders', { ...leases(...repeated(DEAD, 1), ...repeated(LIVE, 9)), ...runtime }, 'in-use'],
  ['holders', { ...leases('dummy', LIVE), ...runtime }, 'in-use'],
  ['holders', leases(DEAD), 'undecided'],
  ['size', node('10.244.4.0/24', 253), 'more'],
  ['size', node('10.244.4.0/24', 252), 'fits'],
  ['size', node('10.244.4.0/24', null), 'undecided'],
  ['size', node(null), 'undecided'],
  ['error', { ...pods('ContainerCreating'), ...warned('shop/web', RANGE) }, 'now'],
  ['error', { ...pods('ContainerCreating'), ...warned('shop/web', AZURE) }, 'now'],
  ['error', { ...pods('ContainerCreating'), ...warned('shop/gone', RANGE) }, 'none'],
  ['error', { ...pods('ContainerCreating'), ...log(['range-exhausted', 4, RANGE]) }, 'now'],
  // Later lines hold.
  [
    'error',
    {
      ...pods('ContainerCreating'),
      ...log(['range-exhausted', 4, RANGE], ['volume', 9, 'MountVolume.SetUp failed for volume "x"']),
    },
    'none',
  ],
  ['error', { ...pods(null), 'pods-here': { pods: [] }, ...log(['range-exhausted', 4, RANGE]) }, 'old'],
  ['error', { 'pods-here': { pods: [] } }, 'none'],
  ['error', log(['range-exhausted', 4, RANGE]), 'undecided'],
  ['error', pods('ContainerCreating'), 'undecided'],
  [
    'error',
    { ...pods('ContainerCreating'), 'log-scan': { read: ['a'], unread: ['C:\\k\\kubelet.err.log'], hits: [] } },
    'undecided',
  ],
  ['store', store(3), 'host-local'],
  ['store', store(0, false), 'own'],
  ['subnet', { ...flannel('10.244.9.1/24'), ...leases(LIVE), ...node('10.244.4.0/24') }, 'differs'],
  ['subnet', { ...flannel('10.244.4.1/24'), ...leases(LIVE), ...node('10.244.4.0/24') }, 'same'],
  ['subnet', { ...flannel('10.244.4.1/24'), ...leases('dummy'), ...node('10.244.4.0/24') }, 'only-source-vip'],
  ['subnet', { ...flannel('10.244.4.1/24'), ...leases(LIVE) }, 'undecided'],
  ['subnet', { ...flannel(null), ...leases(LIVE), ...node('10.244.4.0/24') }, 'undecided'],
];

describe('ip-range-exhausted', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = symptom.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});

it('counts the addresses of a range', () => {
  expect([prefixLength('10.244.4.0/24'), prefixLength('fd00::/64'), prefixLength(null)]).toEqual([24, null, null]);
  expect([24, 28, 30, 32].map(usableAddresses)).toEqual([252, 12, 0, 0]);
  expect([12, 13, 110, 252, 253].map(lengthFor)).toEqual([28, 27, 25, 24, 23]);
});
