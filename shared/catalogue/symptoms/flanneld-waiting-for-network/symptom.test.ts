import { describe, expect, it } from 'vitest';
import { flanneldWaitingForNetwork } from './symptom';

const winner = (name: string, type: string) => ({ winner: { name, plugins: [{ type, delegate: null }] } });
const networks = (name: string, managementIp: string | null) => ({ networks: [{ name, managementIp }] });
const netConf = (facts: object) => ({
  netConf: { facts: { type: 'vxlan', name: null, vni: null, port: null, directRouting: null, ...facts } },
});
const said = (rule: string, written: string | null, path = 'C:\\k\\flanneld.log') => ({
  'log-scan': { hits: [{ rule, path, text: rule, written }] },
  'os-build': { boot: '2026-03-02T00:12:30.000Z' },
});
const NOW = '2026-03-02T00:20:00.000Z';
const BEFORE_BOOT = '2026-03-01T00:20:00.000Z';
const restarted = { processes: { list: [{ name: 'flanneld', start: '2026-03-02T00:30:00.000Z' }] } };
const told = (nodeName: string | null) => ({ list: [], nssm: { flanneld: { nodeName } } });
const iface = (value: string) => ({ list: [{ name: 'flanneld', flags: { iface: value } }] });
const adapters = { list: [{ name: 'Ethernet', addresses: ['10.0.0.4'] }] };
const image = (name: string) => ({ 'pods-here': { pods: [{ images: ['registry.test/shop:v1.0.0', name] }] } });
const version = (text: string | null) => ({ 'component-versions': { flanneld: { version: text } } });

const noAgent = { processes: { counts: { flanneld: 0 } }, services: { flanneld: null } };

const ROWS: ReadonlyArray<readonly [step: string, evidence: Readonly<Record<string, unknown>>, answer: string]> = [
  ['plugin', { 'cni-config': winner('cbr0', 'flannel') }, 'flannel'],
  ['plugin', { 'cni-config': winner('azure', 'azure-vnet') }, 'other'],
  ['plugin', { 'cni-config': { winner: null } }, 'undecided'],
  ['network', { 'hns-networks': networks('CBR0', '10.0.0.4'), 'cni-config': winner('cbr0', 'flannel') }, 'good'],
  ['network', { 'hns-networks': networks('cbr0', null), 'cni-config': winner('cbr0', 'flannel') }, 'no-address'],
  [
    'network',
    { 'hns-networks': networks('cbr0', '169.254.3.7'), 'cni-config': winner('cbr0', 'flannel') },
    'no-address',
  ],
  ['network', { 'hns-networks': networks('nat', '10.0.0.4'), 'cni-config': winner('cbr0', 'flannel') }, 'absent'],
  ['network', { 'hns-networks': networks('flannel.4096', '10.0.0.4'), 'flannel-state': netConf({}) }, 'good'],
  ['network', { 'hns-networks': networks('cbr0', '10.0.0.4') }, 'undecided'],
  // The name of another plugin's network is none of flannel's.
  ['network', { 'hns-networks': networks('cbr0', null), 'cni-config': winner('nat', 'nat') }, 'undecided'],
  ['still-absent', { 'hns-networks': networks('nat', null), 'cni-config': winner('cbr0', 'flannel') }, 'absent'],
  ['management-ip', { 'hns-networks': networks('cbr0', null), 'cni-config': winner('cbr0', 'flannel') }, 'no-address'],
  ['pod-subnet', { 'node-object': { podCidr: '10.244.4.0/24' } }, 'given'],
  ['pod-subnet', { 'node-object': { podCidr: null } }, 'empty'],
  ['pod-subnet', said('no-pod-cidr', NOW), 'said-empty'],
  ['pod-subnet', said('no-pod-cidr', BEFORE_BOOT), 'undecided'],
  ['pod-subnet', said('no-pod-cidr', null), 'undecided'],
  ['pod-subnet', { ...said('no-pod-cidr', NOW), ...restarted }, 'undecided'],
  ['pod-subnet', { 'node-object': { podCidr: '10.244.4.0/24' }, ...said('no-pod-cidr', NOW) }, 'given'],
  ['pod-subnet', {}, 'undecided'],
  ['node-name', { processes: told('winnode-01'), 'node-object': { name: 'winnode-01' } }, 'same'],
  ['node-name', { processes: told('WINNODE-01'), 'node-object': { name: 'winnode-01' } }, 'other'],
  ['node-name', said('node-unknown', NOW), 'unknown-name'],
  ['node-name', said('node-unknown', BEFORE_BOOT), 'undecided'],
  ['node-name', said('node-unknown', NOW, 'C:\\k\\kubelet.log'), 'undecided'],
  ['backend', { 'flannel-state': netConf({ vni: 4096, port: 4789 }) }, 'supported'],
  ['backend', { 'flannel-state': netConf({}) }, 'supported'],
  ['backend', { 'flannel-state': netConf({ vni: 4095 }) }, 'unsupported'],
  ['backend', { 'flannel-state': netConf({ port: 8472 }) }, 'unsupported'],
  ['backend', { 'flannel-state': netConf({ directRouting: true }) }, 'unsupported'],
  ['backend', { 'flannel-state': netConf({ type: 'host-gw', vni: 1 }) }, 'supported'],
  ['backend', { 'flannel-state': { netConf: undefined } }, 'undecided'],
  ['name', { 'flannel-state': netConf({ name: 'vxlan0' }), 'cni-config': winner('VXLAN0', 'flannel') }, 'same'],
  ['name', { 'flannel-state': netConf({ vni: 4097 }), 'cni-config': winner('flannel.4096', 'flannel') }, 'differs'],
  ['name', { 'flannel-state': netConf({}) }, 'undecided'],
  ['interface', { processes: iface('10.0.0.4'), adapters }, 'there'],
  ['interface', { processes: iface('ethernet'), adapters }, 'there'],
  ['interface', { processes: iface('10.0.0.9'), adapters }, 'not-there'],
  ['interface', { processes: { list: [] }, adapters }, 'undecided'],
  ['api', { 'api-reach': { connection: 'connected', status: 401 } }, 'answers'],
  ['api', { 'api-reach': { connection: 'connected', status: null } }, 'silent'],
  ['api', { 'api-reach': { connection: 'timed-out', status: null } }, 'silent'],
  ['api', { 'api-reach': { connection: 'failed', status: null } }, 'undecided'],
  ['agent', { processes: { counts: { flanneld: 1 } } }, 'runs'],
  [
    'agent',
    { processes: { counts: { flanneld: 0 } }, services: { flanneld: { state: 'Stopped' } } },
    'service-stopped',
  ],
  ['agent', { ...noAgent, 'cni-config': winner('cbr0', 'flannel') }, 'absent'],
  ['agent', { ...noAgent, 'flannel-state': { exists: true, netConf: null } }, 'absent'],
  ['agent', { ...noAgent, 'flannel-state': { exists: false, netConf: { path: 'x' } } }, 'absent'],
  // A node of another plugin has no flanneld either.
  ['agent', { ...noAgent, 'flannel-state': { exists: false, netConf: null } }, 'undecided'],
  ['version', version('0.11.0'), 'old'],
  ['version', version('0.12.0'), 'mended'],
  ['version', version('1.0.0'), 'mended'],
  ['version', version(null), 'undecided'],
  ['version', image('docker.io/flannel/flannel:v0.25.6-hostprocess'), 'mended'],
  ['version', image('registry.test/sigwindowstools/flannel:v0.11.0-nanoserver'), 'old'],
  ['version', image('registry.test/flannel-cni:v0.9.1'), 'undecided'],
];

describe('flanneld-waiting-for-network', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = flanneldWaitingForNetwork.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});
