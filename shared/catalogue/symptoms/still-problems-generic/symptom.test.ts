import { describe, expect, it } from 'vitest';
import { allowKubeletPort } from '../../remediations/allow-kubelet-port/remediation';
import { stillProblemsGeneric } from './symptom';

const network = (type: string, managementIp: string | null = '10.0.0.4', name = 'cbr0') => ({
  name,
  type,
  managementIp,
});
const on = (...networks: ReadonlyArray<ReturnType<typeof network>>) => ({ 'hns-networks': { networks } });
const cni = (type: string, delegate: string | null = null) => ({
  'cni-config': { winner: { name: 'cbr0', plugins: [{ type, delegate }] } },
});
const backend = (type: string) => ({ 'flannel-state': { netConf: { facts: { type } } } });
const wall = (
  on: boolean,
  ...rules: ReadonlyArray<{ readonly allows: boolean; readonly active?: boolean; readonly ports?: string }>
) => ({
  firewall: {
    profiles: [{ active: true, on, blocksInbound: true }],
    rules: rules.map((rule) => ({
      name: 'rule',
      active: true,
      ports: '10250',
      protocol: 6,
      covers: [10_250],
      ...rule,
    })),
  },
});
const listening = (...addresses: readonly string[]) => ({
  'local-health': { listeners: addresses.map((address) => ({ address, port: 10_250 })) },
});
const machine = (change: Readonly<Record<string, unknown>>) => ({
  platform: { azure: false, aws: false, vmware: false, maker: 'HPE', model: 'ProLiant', ...change },
});
const reach = (...results: ReadonlyArray<readonly [role: string, connection: string | null]>) => ({
  'fabric-reach': {
    results: results.map(([role, connection], at) => ({ role, connection, target: `10.0.0.${at}:1` })),
  },
});
const api = (connection: string) => ({ 'api-reach': { connection, port: 1 } });
const bridge = on(network('nat', null, 'nat'), network('l2bridge'));

const ROWS = [
  ['topology', { ...bridge, ...cni('flannel', 'win-bridge') }, 'fits'],
  ['topology', { ...bridge, ...cni('sdnoverlay') }, 'plugin-differs'],
  ['topology', { ...on(network('overlay')), ...cni('flannel', 'win-bridge') }, 'plugin-differs'],
  ['topology', { ...bridge, ...cni('flannel', 'win-bridge'), ...backend('vxlan') }, 'backend-differs'],
  ['topology', { ...bridge, ...cni('flannel', 'win-bridge'), ...backend('host-gw') }, 'fits'],
  ['topology', { ...bridge, ...cni('azure-vnet') }, 'own'],
  ['topology', { ...on(), ...cni('win-bridge') }, 'undecided'],
  ['topology', { ...bridge, 'cni-config': { winner: null } }, 'undecided'],
  ['management-ip', { ...bridge, 'node-object': { internalIp: '10.0.0.4' } }, 'fits'],
  ['management-ip', { ...bridge, 'node-object': { internalIp: '10.0.0.9' } }, 'drifted'],
  ['management-ip', { ...on(network('overlay', '169.254.3.7')), 'node-object': { internalIp: null } }, 'lost'],
  ['management-ip', { ...bridge, 'node-object': { internalIp: null } }, 'undecided'],
  ['management-ip', { ...on(), 'node-object': { internalIp: '10.0.0.4' } }, 'undecided'],
  ['kubelet-port', { ...wall(true, { allows: true }), ...listening('0.0.0.0') }, 'open'],
  ['kubelet-port', { ...wall(false), ...listening('0.0.0.0') }, 'open'],
  ['kubelet-port', { ...wall(true), ...listening('0.0.0.0') }, 'closed'],
  ['kubelet-port', { ...wall(true, { allows: true, active: false }), ...listening('0.0.0.0') }, 'closed'],
  ['kubelet-port', { ...wall(true, { allows: false }, { allows: true }), ...listening('0.0.0.0') }, 'blocked'],
  ['kubelet-port', { ...wall(true, { allows: false, ports: '*' }, { allows: true }), ...listening('::') }, 'open'],
  ['kubelet-port', { ...wall(true), ...listening('127.0.0.1') }, 'not-listening'],
  ['kubelet-port', { ...wall(true), 'local-health': { listeners: null } }, 'undecided'],
  ['nodes', reach(['node-kubelet', 'refused']), 'reached'],
  ['remote-pods', reach(['remote-pod', 'timed-out']), 'silent'],
  ['fabric', { ...on(network('overlay')), ...machine({}) }, 'overlay'],
  ['fabric', { ...bridge, ...machine({ azure: true }), ...cni('flannel') }, 'azure'],
  ['fabric', { ...bridge, ...machine({ azure: true }), ...cni('azure-vnet') }, 'other'],
  ['fabric', { ...bridge, ...machine({ maker: 'Microsoft Corporation', model: 'Virtual Machine' }) }, 'guarded'],
  ['fabric', { ...bridge, ...machine({ aws: true }) }, 'guarded'],
  ['fabric', { ...bridge, ...machine({}) }, 'other'],
  ['fabric', { ...bridge, ...machine({ maker: null }) }, 'undecided'],
  ['fabric', { ...on(), ...machine({}) }, 'undecided'],
  ['refusals', reach(['remote-pod', 'connected'], ['local-pod', 'refused']), 'refused'],
  ['refusals', reach(['remote-pod', 'connected'], ['service-ip', 'refused']), 'none'],
  ['refusals', reach(['remote-pod', 'timed-out']), 'undecided'],
  // The API server stands behind a Service as well; it is no Pod.
  ['refusals', { ...reach(['remote-pod', 'refused']), ...api('refused') }, 'undecided'],
  ['refusals', { ...reach(['remote-pod', 'refused']), ...api('connected') }, 'refused'],
  ['complaint', {}, 'undecided'],
  ['filters', {}, 'undecided'],
] as const;

describe('still-problems-generic', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = stillProblemsGeneric.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });

  it('adds the rule for the kubelet only where its name is free', () => {
    const rules = (name: string) => ({ firewall: { rules: [{ name }] } });
    expect(allowKubeletPort.plan(rules('other')).kind).toBe('writes');
    expect(allowKubeletPort.plan(rules('kubelet'))).toEqual({ kind: 'not-here', why: 'name-taken' });
  });
});
