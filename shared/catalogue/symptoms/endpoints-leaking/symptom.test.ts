import { describe, expect, it } from 'vitest';
import { endpointsLeaking as symptom } from './symptom';

type Row = readonly [step: keyof typeof symptom.steps, evidence: Readonly<Record<string, unknown>>, answer: string];

const LIVE = 'a'.repeat(64);
const DEAD = 'd'.repeat(64);

const endpoint = (name: string, ip: string, change: object = {}) => ({
  ...{ name, ip, network: 'cbr0', remote: false, state: 3, containerIds: [] },
  ...change,
});
const endpoints = (...list: readonly object[]) => ({
  'hns-endpoints': { endpoints: list },
  'cni-config': { winner: { name: 'cbr0' } },
});
const runtime = (ready = true) => ({
  'cri-state': { sandboxes: [{ id: LIVE, ready }], containers: [], readySandboxes: ready ? 1 : 0 },
});
const pods = (...ips: ReadonlyArray<string | null>) => ({
  'pods-here': { pods: ips.map((ip) => ({ ip, phase: 'Running' })) },
});
const store = (...holders: ReadonlyArray<string | null>) => ({
  'ipam-directory': { exists: true },
  ipam: {
    count: holders.length,
    leases: holders.map((holder, index) => ({ ip: `10.244.4.${index + 20}`, holder })),
  },
});
const crashes = (...services: readonly object[]) => ({ 'service-crashes': { services } });
const node = (kubelet: string, runtimeVersion: string) => ({ 'node-object': { kubelet, runtime: runtimeVersion } });
const leaked = { ...endpoints(endpoint(`${DEAD}_cbr0`, '10.244.4.20')), ...runtime() };

const ROWS: readonly Row[] = [
  ['endpoints', leaked, 'leaked'],
  ['endpoints', { ...endpoints(endpoint(`${LIVE}_cbr0`, '10.244.4.20')), ...runtime() }, 'none'],
  // A sandbox that waits to be cleaned up still holds its endpoint.
  ['endpoints', { ...endpoints(endpoint(`${LIVE}_cbr0`, '10.244.4.20')), ...runtime(false) }, 'none'],
  ['endpoints', { ...endpoints(endpoint(`${LIVE.slice(0, 8)}-eth0`, '10.244.4.20')), ...runtime() }, 'none'],
  ['endpoints', { ...endpoints(endpoint('Ethernet', '10.244.4.20', { containerIds: [LIVE] })), ...runtime() }, 'none'],
  ['endpoints', { ...endpoints(endpoint('cbr0_ep', '10.244.4.2')), ...runtime() }, 'none'],
  ['endpoints', { ...endpoints(endpoint('sourceVip', '10.244.4.2')), ...runtime() }, 'none'],
  ['endpoints', { ...endpoints(endpoint('Ethernet', '10.244.1.9', { remote: true })), ...runtime() }, 'none'],
  ['endpoints', { ...endpoints(endpoint(DEAD, '172.29.1.9', { network: 'nat' })), ...runtime() }, 'none'],
  ['endpoints', { ...endpoints(endpoint('Ethernet', '10.244.4.20')), ...pods('10.244.4.11') }, 'leaked'],
  ['endpoints', { ...endpoints(endpoint('Ethernet', '10.244.4.20')), ...pods('10.244.4.20') }, 'none'],
  ['endpoints', { ...leaked, ...pods('10.244.4.20') }, 'contradiction'],
  // A pod that has ended holds no endpoint.
  ['endpoints', { ...leaked, 'pods-here': { pods: [{ ip: '10.244.4.20', phase: 'Succeeded' }] } }, 'leaked'],
  ['endpoints', endpoints(endpoint(`${DEAD}_cbr0`, '10.244.4.20')), 'undecided'],
  ['endpoints', { ...leaked, 'cni-config': { winner: null } }, 'undecided'],
  ['versions', node('v1.11.0', 'docker://18.9.1'), 'kubernetes'],
  ['versions', node('v1.11.2', 'docker://18.9.1'), 'kubernetes'],
  ['versions', node('v1.11.3', 'docker://18.9.1'), 'other'],
  ['versions', node('v1.11.20', 'docker://18.9.1'), 'other'],
  ['versions', node('v1.18.20', 'docker://18.6.3'), 'docker'],
  ['versions', node('v1.18.20', 'docker://17.12.1'), 'docker'],
  ['versions', node('v1.18.20', 'docker://18.9.0'), 'other'],
  ['versions', node('v1.18.20', 'docker://19.3.18'), 'other'],
  ['versions', node('v1.33.2', 'containerd://1.7.1'), 'other'],
  ['crashes', { ...leaked, ...crashes({ service: 'containerd', id: 7031 }) }, 'crashed'],
  ['crashes', { ...leaked, ...crashes({ service: 'kubelet', id: 7034 }) }, 'crashed'],
  ['crashes', { ...leaked, ...crashes({ service: 'flanneld', id: 7034 }, { service: 'kubelet', id: 7009 }) }, 'quiet'],
  ['crashes', { ...leaked, 'service-crashes': { services: null } }, 'undecided'],
  ['crashes', { ...endpoints(), ...runtime(), ...crashes({ service: 'containerd', id: 7031 }) }, 'undecided'],
  ['leak', leaked, 'leaked'],
  ['leases', { ...store(LIVE, DEAD), ...runtime() }, 'leaked'],
  ['leases', { ...store(LIVE, 'dummy', ''), ...runtime() }, 'none'],
  ['leases', { ...store(LIVE, DEAD), ...runtime(), ...pods('10.244.4.21') }, 'none'],
  ['leases', { ...store(DEAD), ...pods('10.244.4.11') }, 'leaked'],
  ['leases', { ...store(LIVE, null), ...runtime() }, 'undecided'],
  ['leases', store(DEAD), 'undecided'],
  ['leases', { ...store(), 'ipam-directory': { exists: false } }, 'elsewhere'],
];

describe('endpoints-leaking', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = symptom.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});
