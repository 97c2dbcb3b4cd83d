import { describe, expect, it } from 'vitest';
import type { Decision } from '../../define';
import { symptomTextSchema } from '../../texts';
import { noNetworkAdapter } from './symptom';
import en from './text.en.json';
import ja from './text.ja.json';

type Evidence = Readonly<Record<string, unknown>>;

const answerOf = (decision: Decision<string>) => (decision.kind === 'because' ? decision.answer : decision.kind);

function ask(name: string, evidence: Evidence): string {
  const step = noNetworkAdapter.steps[name];
  if (!step) throw new Error(`no step ${name}`);
  return answerOf(step.decide(evidence));
}

const network = (name: string, type = 'overlay') => ({ name, type, managementIp: '10.0.0.4' });
const cni = (name: string | null, type: string, directory = 'C:\\etc\\cni\\net.d') => ({
  directory,
  winner: { path: `${directory}\\10.conf`, name, plugins: [{ type, delegate: null }] },
});
const vnic = (name: string, change: Evidence = {}) => ({
  name,
  hostVnic: true,
  virtual: true,
  up: true,
  addresses: ['10.0.0.4'],
  ...change,
});
const physical = (name: string) => ({ name, hostVnic: false, virtual: false, up: true, addresses: [] });
const nat = vnic('vEthernet (nat)', { addresses: ['172.20.0.1'] });

describe('no-network-adapter', () => {
  it.each([
    [1, 'enabled'],
    [2, 'not-enabled'],
    [3, 'not-enabled'],
    [null, 'not-enabled'],
  ])('containers-feature: %s', (containers, answer) => {
    expect(ask('containers-feature', { features: { containers } })).toBe(answer);
  });

  it.each([
    [null, 'missing'],
    [{ state: 'Running' }, 'running'],
    [{ state: 'Stopped', exit: 0 }, 'stopped'],
    [{ state: 'Stopped', exit: 1077 }, 'stopped'],
    [{ state: 'Stopped', exit: 1067 }, 'crashed'],
    [{ state: 'Start Pending', exit: 0 }, 'undecided'],
  ])('hns-service: %o', (hns, answer) => {
    expect(ask('hns-service', { services: { hns } })).toBe(answer);
  });

  it.each([
    [true, 'due'],
    [false, 'not-due'],
    [null, 'undecided'],
  ])('restart-due: %s', (rebootPending, answer) => {
    expect(ask('restart-due', { features: { rebootPending }, services: { hns: null } })).toBe(answer);
  });

  it('hns-crashes: ended before Windows started, and the network that is back, are no crash of now', () => {
    const crashes = { services: [{ service: 'hns', id: 7031, time: '2026-03-01T03:20:11.000Z' }], unexpectedEnds: 1 };
    const before = { 'service-crashes': crashes, 'os-build': { boot: '2026-03-02T00:10:00.000Z' } };
    expect(ask('hns-crashes', before)).toBe('not-crashed');
    const networks = [{ name: 'cbr0', type: 'l2bridge', managementIp: '10.0.0.5' }];
    expect(ask('hns-crashes', { 'service-crashes': crashes, 'hns-networks': { networks } })).toBe('network-back');
  });

  it.each([
    ['a service ended unexpectedly', [{ service: 'hns', id: 7031, time: '2026-03-02T03:20:11.000Z' }], 'crashed'],
    ['another service did', [{ service: 'containerd', id: 7031, time: '2026-03-02T03:20:11.000Z' }], 'not-crashed'],
    ['the log could not be read', null, 'undecided'],
  ])('hns-crashes: %s', (_, list, answer) => {
    expect(ask('hns-crashes', { 'service-crashes': { services: list, unexpectedEnds: 1 } })).toBe(answer);
  });

  it.each([
    ['the name of the configuration', [network('vxlan0')], cni('vxlan0', 'win-overlay'), 'present'],
    ['in another case', [network('Flannel.4096')], cni('flannel.4096', 'flannel'), 'present'],
    ['another network than the configured one', [network('cbr0')], cni('vxlan0', 'flannel'), 'absent'],
    ['a plugin with a network of its own name', [network('Calico')], cni('k8s-pod-network', 'calico'), 'present'],
    ['only nat', [network('nat', 'nat')], undefined, 'absent'],
    ['a network that nobody knows', [network('lab', 'l2bridge')], undefined, 'undecided'],
  ])('network: %s', (_, networks, config, answer) => {
    expect(ask('network', { 'hns-networks': { networks }, 'cni-config': config })).toBe(answer);
  });

  it.each([
    ['scripts, another name', cni('cbr0', 'flannel', 'C:\\k\\cni\\config'), [physical('イーサネット')], 'other'],
    ['scripts, the assumed name', cni('cbr0', 'flannel', 'C:\\k\\cni\\config'), [physical('Ethernet')], 'assumed'],
    ['no scripts', cni('cbr0', 'flannel'), [physical('イーサネット')], 'assumed'],
  ])('interface: %s', (_, config, list, answer) => {
    expect(ask('interface', { 'cni-config': config, adapters: { list } })).toBe(answer);
  });

  it.each([
    [{ flanneld: 1, kubelet: 0, kubeProxy: 0 }, 'named'],
    [{ flanneld: 0, kubelet: 0, kubeProxy: 0 }, 'gave-up'],
    [{ flanneld: 0, kubelet: 1, kubeProxy: 1 }, 'undecided'],
  ])('script-default: %o', (counts, answer) => {
    expect(ask('script-default', { processes: { counts } })).toBe(answer);
  });

  it.each([
    ['flanneld runs', 1, null, cni('cbr0', 'win-bridge'), 'flannel'],
    ['flanneld is a service', 0, { state: 'Stopped' }, cni('cbr0', 'win-bridge'), 'flannel'],
    ['the plugin is flannel', 0, null, cni('cbr0', 'flannel'), 'flannel'],
    ['another plugin', 0, null, cni('azure', 'azure-vnet'), 'other'],
    ['no configuration', 0, null, { winner: null }, 'undecided'],
  ])('creator: %s', (_, count, flanneld, config, answer) => {
    const evidence = { processes: { counts: { flanneld: count } }, services: { flanneld }, 'cni-config': config };
    expect(ask('creator', evidence)).toBe(answer);
  });

  it.each([
    ['an English name', [physical('Ethernet'), vnic('vEthernet (Ethernet)')], 'up', 'undecided'],
    ['a Japanese name', [physical('イーサネット'), vnic('vEthernet (イーサネット)')], 'other-name', 'undecided'],
    ['down', [vnic('vEthernet (Ethernet)', { up: false })], 'none', 'down'],
    ['another address', [vnic('vEthernet (Ethernet)', { addresses: ['169.254.3.7'] })], 'none', 'no-address'],
    ['only the one of nat', [physical('Ethernet'), nat], 'none', 'no-address'],
    ['none', [physical('Ethernet')], 'none', 'no-vnic'],
  ])('vnic and binding: %s', (_, list, found, missing) => {
    const evidence = {
      adapters: { list },
      'hns-networks': { networks: [network('vxlan0')] },
      'cni-config': cni('vxlan0', 'flannel'),
    };
    expect(ask('vnic', evidence)).toBe(found);
    expect(ask('binding', evidence)).toBe(missing);
  });

  it('says everything in both languages', () => {
    for (const text of [en, ja].map((json) => symptomTextSchema.parse(json))) {
      expect(Object.keys(text.causes).sort()).toEqual(Object.keys(noNetworkAdapter.causes).sort());
      expect(Object.keys(text.steps).sort()).toEqual(Object.keys(noNetworkAdapter.steps).sort());
      for (const [name, { answers }] of Object.entries(noNetworkAdapter.steps)) {
        expect(Object.keys(text.steps[name]?.answers ?? {}).sort()).toEqual(Object.keys(answers).sort());
      }
    }
  });
});
