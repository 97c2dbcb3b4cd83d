import { describe, expect, it } from 'vitest';
import { vsphere4789 } from './symptom';

const reach = (...results: ReadonlyArray<readonly [target: string, role: string, connection: string | null]>) => ({
  'fabric-reach': { results: results.map(([target, role, connection]) => ({ target, role, connection })) },
});
const vxlan = (port: number | null, vni: number | null) => ({ type: 'vxlan', port, vni });
const overlay = (...prefixes: readonly string[]) => ({
  'hns-networks': {
    networks: [
      {
        type: 'overlay',
        managementIp: '10.0.0.4',
        prefixes: ['10.244.4.0/24'],
        remoteSubnets: prefixes.map((prefix) => ({ prefix, provider: '10.0.0.9', mac: null })),
      },
    ],
  },
});
const node = (podCidr: string, internalIp: string, ready = 'True') => ({ podCidr, internalIp, ready });
const profile = (on: boolean, blocksInbound = true) => ({ active: true, on, blocksInbound });
const rule = (protocol: number, allows = true, active = true) => ({
  name: 'VXLAN',
  allows,
  active,
  protocol,
  covers: [4789],
});

const sized = (mtu: string) => ({
  'flannel-state': { exists: true, mtu },
  'hns-networks': { networks: [{ name: 'vxlan0', type: 'overlay', managementIp: '10.0.0.4' }] },
  'cni-config': { winner: { name: 'vxlan0' } },
  adapters: { list: [{ hostVnic: true, addresses: ['10.0.0.4'], mtu: 1500 }] },
});

const ROWS = [
  ['packet-size', sized('1450'), 'fits'],
  ['packet-size', sized('1500'), 'too-large'],
  ['packet-size', { ...sized('1450'), adapters: { list: [] } }, 'undecided'],
  ['overlay', { 'hns-networks': { networks: [{ type: 'nat' }] } }, 'none'],
  ['overlay', overlay(), 'there'],
  ['remote-pods', reach(['10.244.1.3:80', 'remote-pod', 'refused']), 'reached'],
  ['remote-pods', reach(['10.244.1.3:80', 'remote-pod', 'timed-out']), 'silent'],
  [
    'remote-pods',
    reach(['10.244.1.3:80', 'remote-pod', 'timed-out'], ['10.244.2.3:80', 'remote-pod', 'connected']),
    'some',
  ],
  // What stands behind the API server's service is a node.
  [
    'remote-pods',
    reach(['10.0.0.9:6443', 'remote-pod', 'connected'], ['10.0.0.9:10250', 'node-kubelet', 'connected']),
    'undecided',
  ],
  ['remote-pods', reach(['10.244.1.3:80', 'remote-pod', null]), 'undecided'],
  ['nodes', reach(['10.0.0.9:10250', 'node-kubelet', 'timed-out']), 'silent'],
  ['backend', { 'flannel-state': { netConf: { facts: vxlan(8472, 1) } } }, 'other-port'],
  ['backend', { 'flannel-state': { netConf: { facts: vxlan(4789, 1) } } }, 'low-vni'],
  ['backend', { 'flannel-state': { netConf: { facts: vxlan(4789, 4096) } } }, 'fits'],
  ['backend', { 'cluster-nodes': { nodes: [{ flannel: vxlan(8472, 4096) }] } }, 'other-port'],
  // Linux takes another port than Windows where none is set.
  ['backend', { 'flannel-state': { netConf: { facts: vxlan(null, 4096) } } }, 'other-port'],
  ['backend', { 'flannel-state': { netConf: { facts: vxlan(4789, null) } } }, 'low-vni'],
  ['backend', { 'cluster-nodes': { nodes: [{ flannel: vxlan(null, null) }] } }, 'undecided'],
  ['backend', {}, 'undecided'],
  [
    'routes',
    {
      ...overlay('10.244.1.0/24'),
      'cluster-nodes': { nodes: [node('10.244.1.0/24', '10.0.0.9'), node('10.244.7.0/24', '10.0.0.4')] },
    },
    'right',
  ],
  ['routes', { ...overlay(), 'cluster-nodes': { nodes: [node('10.244.1.0/24', '10.0.0.9')] } }, 'missing'],
  ['routes', { ...overlay(), 'cluster-nodes': { nodes: [node('10.244.1.0/24', '10.0.0.9', 'False')] } }, 'right'],
  ['routes', { ...overlay('10.244.1.0/24'), 'cluster-nodes': { nodes: [node('10.244.1.0/24', '10.0.0.8')] } }, 'stale'],
  ['routes', { ...overlay(), ...reach(['10.244.1.3:80', 'remote-pod', 'timed-out']) }, 'missing'],
  ['routes', { ...overlay('10.244.1.0/24'), ...reach(['10.244.1.3:80', 'remote-pod', 'timed-out']) }, 'undecided'],
  ['routes', overlay(), 'undecided'],
  ['firewall', { firewall: { profiles: [profile(false)], rules: [] } }, 'open'],
  ['firewall', { firewall: { profiles: [profile(true)], rules: [] } }, 'blocked'],
  ['firewall', { firewall: { profiles: [profile(true)], rules: [rule(17)] } }, 'open'],
  ['firewall', { firewall: { profiles: [profile(true)], rules: [rule(6)] } }, 'blocked'],
  ['firewall', { firewall: { profiles: [profile(true)], rules: [rule(17, false)] } }, 'blocked'],
  ['firewall', { firewall: { profiles: [profile(true)], rules: [rule(17), rule(17, false)] } }, 'blocked'],
  ['platform', { platform: { vmware: true, maker: 'VMware, Inc.' } }, 'vmware'],
  ['platform', { platform: { vmware: null, maker: null } }, 'undecided'],
] as const;

describe('vsphere-4789', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = vsphere4789.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});
