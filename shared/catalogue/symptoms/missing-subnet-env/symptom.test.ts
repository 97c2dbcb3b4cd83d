import { describe, expect, it } from 'vitest';
import { missingSubnetEnv } from './symptom';

const file = (change: object = {}) => ({
  exists: true,
  bom: false,
  encoding: 'utf-8',
  network: '10.244.0.0/16',
  subnet: '10.244.4.1/24',
  ipMasq: 'true',
  mtu: '1450',
  modified: '2026-03-02T00:15:00.000Z',
  ...change,
});
const none = { exists: false };
const networks = (type: string) => ({
  networks: [{ name: 'flannel.4096', type, managementIp: '10.0.0.4', prefixes: ['10.244.4.0/24'] }],
});
const cni = { winner: { name: 'flannel.4096', plugins: [{ type: 'flannel' }] } };
const adapters = { list: [{ hostVnic: true, addresses: ['10.0.0.4'], mtu: 1500 }] };
const sized = (type: string, mtu: string | null) => ({
  'flannel-state': file({ mtu }),
  'hns-networks': networks(type),
  'cni-config': cni,
  adapters,
});
const aged = (modified: string, flanneld: number) => ({
  'flannel-state': file({ modified }),
  'os-build': { boot: '2026-03-02T00:12:30.000Z' },
  processes: { counts: { flanneld } },
});

const ROWS: ReadonlyArray<readonly [step: string, evidence: Readonly<Record<string, unknown>>, answer: string]> = [
  ['plugin', { 'cni-config': { winner: { plugins: [{ type: 'calico' }] } } }, 'other'],
  ['plugin', { 'cni-config': cni }, 'flannel'],
  ['file', { 'flannel-state': { exists: false } }, 'missing'],
  ['file', { 'flannel-state': file() }, 'there'],
  ['agent', { processes: { counts: { flanneld: 0 } }, services: { flanneld: null }, 'cni-config': cni }, 'absent'],
  ['agent', { processes: { counts: { flanneld: 1 } } }, 'runs'],
  ['network', { 'hns-networks': networks('overlay'), 'cni-config': cni, 'flannel-state': none }, 'good'],
  ['network', { 'hns-networks': networks('overlay'), 'flannel-state': file() }, 'written'],
  ['network', { 'hns-networks': { networks: [] }, 'cni-config': cni, 'flannel-state': none }, 'absent'],
  ['format', { 'flannel-state': file() }, 'readable'],
  ['format', { 'flannel-state': file({ bom: true }) }, 'malformed'],
  ['format', { 'flannel-state': file({ encoding: 'utf-16le' }) }, 'malformed'],
  ['format', { 'flannel-state': file({ subnet: '"10.244.4.1/24"' }) }, 'malformed'],
  ['format', { 'flannel-state': file({ subnet: null }) }, 'malformed'],
  ['format', { 'flannel-state': file({ mtu: null }) }, 'malformed'],
  ['format', { 'flannel-state': file({ mtu: '"1450"' }) }, 'malformed'],
  ['format', { 'flannel-state': file({ network: null }) }, 'malformed'],
  ['format', { 'flannel-state': file({ ipMasq: null }) }, 'malformed'],
  ['subnet', { 'flannel-state': file(), 'node-object': { podCidr: '10.244.4.0/24' } }, 'inside'],
  ['subnet', { 'flannel-state': file(), 'node-object': { podCidr: '10.244.40.0/24' } }, 'outside'],
  ['subnet', { 'flannel-state': file(), 'hns-networks': networks('overlay'), 'cni-config': cni }, 'inside'],
  [
    'subnet',
    { 'flannel-state': file({ subnet: '10.244.40.1/24' }), 'hns-networks': networks('overlay'), 'cni-config': cni },
    'differs',
  ],
  ['subnet', { 'flannel-state': file() }, 'undecided'],
  ['age', aged('2026-03-02T00:15:00.000Z', 0), 'of-this-run'],
  ['age', aged('2026-03-01T00:15:00.000Z', 0), 'left-over'],
  ['age', aged('2026-03-01T00:15:00.000Z', 1), 'undecided'],
  ['mtu', sized('overlay', '1450'), 'fits'],
  ['mtu', sized('overlay', '1451'), 'too-large'],
  ['mtu', sized('l2bridge', '1500'), 'fits'],
  ['mtu', sized('overlay', null), 'undecided'],
];

describe('missing-subnet-env', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = missingSubnetEnv.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});
