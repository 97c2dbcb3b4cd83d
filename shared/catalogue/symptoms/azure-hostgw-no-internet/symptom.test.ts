import { describe, expect, it } from 'vitest';
import { azurePodRoutes } from '../../remediations/azure-pod-routes/remediation';
import { azureHostgwNoInternet } from './symptom';

const bridge = { networks: [{ type: 'nat' }, { type: 'l2bridge' }] };
const cni = (type: string, delegate: string | null) => ({ winner: { plugins: [{ type, delegate }] } });
const reach = (...results: ReadonlyArray<readonly [role: string, connection: string | null]>) => ({
  'fabric-reach': {
    results: results.map(([role, connection], at) => ({ role, connection, target: `10.0.0.${at}:1` })),
  },
});
const others = (ready: string) => ({
  'node-object': { name: 'own' },
  'cluster-nodes': {
    nodes: [
      { name: 'own', podCidr: '10.244.4.0/24', ready },
      { name: 'other', podCidr: '10.244.1.0/24', ready },
    ],
  },
});

const ROWS = [
  ['platform', { platform: { azure: true, assetTag: '7783' } }, 'azure'],
  ['platform', { platform: { azure: false, assetTag: '5551' } }, 'other'],
  ['platform', { platform: { azure: null, assetTag: null } }, 'undecided'],
  ['network', { 'hns-networks': { networks: [{ type: 'overlay' }] } }, 'other'],
  ['network', { 'hns-networks': { networks: [] } }, 'other'],
  ['network', { 'hns-networks': bridge, 'cni-config': cni('azure-vnet', null) }, 'other'],
  ['network', { 'hns-networks': bridge, 'cni-config': cni('flannel', 'win-bridge') }, 'host-gw'],
  ['network', { 'hns-networks': bridge, 'flannel-state': { netConf: { facts: { type: 'host-gw' } } } }, 'host-gw'],
  ['network', { 'hns-networks': bridge, 'cni-config': cni('flannel', null) }, 'undecided'],
  ['network', { 'hns-networks': bridge }, 'undecided'],
  ['remote-pods', reach(['remote-pod', 'timed-out'], ['remote-pod', 'refused']), 'reached'],
  ['remote-pods', reach(['remote-pod', 'timed-out']), 'silent'],
  ['remote-pods', reach(['local-pod', 'connected']), 'undecided'],
  ['nodes', reach(['node-kubelet', 'connected']), 'reached'],
  ['nodes', reach(['node-kubelet', 'timed-out']), 'silent'],
  ['own-routes', { routes: { routes: [{ prefix: '10.244.1.0/24' }] }, ...others('True') }, 'complete'],
  ['own-routes', { routes: { routes: [] }, ...others('True') }, 'missing'],
  ['own-routes', { routes: { routes: [] }, ...others('Unknown') }, 'undecided'],
  ['node-outside', reach(['registry', 'connected']), 'reached'],
  ['node-outside', reach(['registry', 'timed-out']), 'silent'],
  ['node-outside', reach(['registry', 'name-not-found']), 'undecided'],
  ['node-outside', reach(['local-pod', 'connected']), 'undecided'],
  ['pod-outside', {}, 'undecided'],
  ['azure-settings', {}, 'undecided'],
] as const;

describe('azure-hostgw-no-internet', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = azureHostgwNoInternet.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});

describe('azure-pod-routes', () => {
  const node = (name: string, podCidr: string | null, internalIp: string) => ({ name, podCidr, internalIp });
  const plan = (...nodes: ReadonlyArray<ReturnType<typeof node>>) =>
    azurePodRoutes.plan({ 'cluster-nodes': { nodes }, 'node-object': node('own', '10.244.4.0/24', '10.0.0.4') });

  it('has a route and IP forwarding for each node, and the association', () => {
    const found = plan(node('other', '10.244.1.0/24', '10.0.0.5'), node('own', '10.244.4.0/24', '10.0.0.4'));
    const lines = found.kind === 'copy' ? found.lines : [];
    expect(lines.filter((line) => line.includes('route create')).map((line) => line.match(/10\.[\d./]+/g))).toEqual([
      ['10.244.1.0/24', '10.0.0.5'],
      ['10.244.4.0/24', '10.0.0.4'],
    ]);
    expect(lines.filter((line) => line.endsWith('--ip-forwarding true'))).toHaveLength(2);
    expect(lines.filter((line) => line.endsWith('--route-table BridgeRoute'))).toHaveLength(1);
  });

  it('knows at least this node where the others may not be listed', () => {
    const found = plan();
    expect(found.kind === 'copy' && found.lines.some((line) => line.includes('10.244.4.0/24'))).toBe(true);
  });

  it('makes up no subnet', () => {
    expect(azurePodRoutes.plan({})).toEqual({ kind: 'not-here', why: 'no-pod-subnet' });
  });
});
