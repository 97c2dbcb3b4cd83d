import { describe, expect, it } from 'vitest';
import { hostportNotWorking } from './symptom';

const pod = (change: object = {}) => ({
  'pods-here': {
    pods: [
      {
        name: 'default/web',
        ip: '10.244.4.11',
        hostNetwork: false,
        hostProcess: false,
        hostPorts: [{ hostPort: 8088, containerPort: 80, protocol: 'TCP' }],
        created: '2026-03-01T08:15:00.000Z',
        ...change,
      },
    ],
  },
});
const cni = (plugin: object, modified = '2026-02-01T00:00:00.000Z') => ({
  'cni-config': {
    winner: { modified, plugins: [{ type: 'flannel', delegate: 'win-bridge', portMappings: true, ...plugin }] },
  },
});
const bridge = (version: string | null) => ({
  'cni-binaries': { plugins: { 'win-bridge': { version }, 'win-overlay': null } },
});
const endpoint = (change: object = {}) => ({
  'hns-endpoints': {
    endpoints: [{ ip: '10.244.4.11', remote: false, portMappings: [{ externalPort: 8088 }], ...change }],
  },
});
const listens = (port: number, protocol = 'tcp') => ({
  'port-owners': { listeners: [{ port, protocol, program: 'a.exe' }] },
});
const excludes = (...excluded: readonly object[]) => ({ ports: { excluded } });
const range = { start: 8000, end: 8100, administered: true };

const delegating = (delegate: string) => ({ 'cni-config': { winner: { plugins: [{ type: 'flannel', delegate }] } } });

const ROWS = [
  ['host-ports', pod(), 'some'],
  ['host-ports', pod({ hostNetwork: true }), 'none'],
  ['host-ports', pod({ hostPorts: [] }), 'none'],
  ['capability', cni({}), 'on'],
  ['capability', cni({ portMappings: false }), 'off'],
  ['capability', cni({ type: 'calico' }), 'calico'],
  ['capability', { 'cni-config': { winner: null } }, 'undecided'],
  ['plugin', { ...cni({}), ...bridge('0.8.5') }, 'old'],
  ['plugin', { ...cni({}), ...bridge('0.8.6') }, 'recent'],
  ['plugin', { ...cni({}), ...bridge('0.9.0') }, 'recent'],
  ['plugin', { ...cni({}), ...bridge('1.0.0-rc1') }, 'recent'],
  ['plugin', { ...cni({}), ...bridge('0.7.9') }, 'old'],
  ['plugin', { ...cni({}), ...bridge(null) }, 'undecided'],
  ['plugin', { ...cni({ type: 'azure-vnet', delegate: null }), ...bridge('0.8.5') }, 'undecided'],
  ['mapping', { ...pod(), ...endpoint() }, 'mapped'],
  ['mapping', { ...pod(), ...endpoint({ portMappings: [] }) }, 'unmapped'],
  ['mapping', { ...pod(), ...endpoint({ portMappings: [{ externalPort: 8089 }] }) }, 'unmapped'],
  ['mapping', { ...pod(), ...endpoint({ ip: '10.244.4.12' }) }, 'undecided'],
  ['age', { ...pod(), ...cni({}, '2026-03-02T00:00:00.000Z') }, 'before'],
  ['age', { ...pod(), ...cni({}) }, 'after'],
  ['age', { ...pod(), 'cni-config': { winner: null } }, 'undecided'],
  ['port', { ...pod(), ...excludes(), ...listens(8088) }, 'taken'],
  ['port', { ...pod(), ...excludes(), ...listens(8088, 'udp') }, 'free'],
  ['port', { ...pod(), ...excludes(range), ...listens(80) }, 'taken'],
  ['port', { ...pod(), ...excludes({ ...range, administered: false }), ...listens(80) }, 'free'],
  ['port', { ...pod(), ports: { excluded: null }, ...listens(80) }, 'undecided'],
  ['build', { 'os-build': { build: 17763 }, ...delegating('win-bridge') }, 'limited'],
  ['build', { 'os-build': { build: 17763 }, ...delegating('win-overlay') }, 'other-plugin'],
  ['build', { 'os-build': { build: 17763 } }, 'undecided'],
  ['build', { 'os-build': { build: 18362 } }, 'able'],
] as const;

describe('hostport-not-working', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = hostportNotWorking.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});
