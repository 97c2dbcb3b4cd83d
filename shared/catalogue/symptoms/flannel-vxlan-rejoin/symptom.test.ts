import { describe, expect, it } from 'vitest';
import { flannelVxlanRejoin } from './symptom';

const BOOT = '2026-03-02T00:12:30.000Z';

const plugin = (type: string, delegate: string | null = null, name = 'flannel.4096') => ({
  'cni-config': { winner: { name, plugins: [{ type, delegate }] } },
});
const netConf = (type: string) => ({ netConf: { facts: { type } } });
const VXLAN = { 'flannel-state': netConf('vxlan') };
const node = (podCidr: string | null, flannel: object | null = null) => ({ 'node-object': { podCidr, flannel } });
const overlay = (prefix: string, more: object = {}) => ({
  'hns-networks': {
    networks: [
      { name: 'nat', type: 'nat', prefixes: ['172.20.0.0/20'], remoteSubnets: [] },
      {
        name: 'flannel.4096',
        type: 'overlay',
        prefixes: [prefix],
        managementIp: '10.0.0.4',
        remoteSubnets: [],
        ...more,
      },
    ],
  },
});
const none = { 'hns-networks': { networks: [{ name: 'nat', type: 'nat', prefixes: ['172.20.0.0/20'] }] } };
const subnetEnv = (subnet: string) => ({ 'flannel-state': { exists: true, subnet } });

const POD = 'C:\\C\\0123456789abcdef0123\\kube-proxy\\kube-proxy.exe';
const proxy = (flags: object | null, path = 'C:\\k\\kube-proxy.exe') => ({
  processes: {
    list: [
      { name: 'kubelet', flags: {} },
      { name: 'kube-proxy', flags, path, commandLine: path },
    ],
    nssm: {},
  },
});
const wrapped = (parameters: string, application = 'C:\\k\\kube-proxy.exe') => ({
  processes: { list: [], nssm: { kubeproxy: { application, parameters } } },
});
const vip = (ip: string) => ({ 'source-vip': ip });
const config = (sourceVip: string | null) => ({
  'component-config': { kubeProxy: { facts: { winkernel: { sourceVip } } } },
});
const hidden = { 'component-config': { kubeProxy: { exists: false, facts: null } } };
const said = (text: string, written: string | null) => ({
  'log-scan': { hits: [{ rule: 'source-vip', text, written }] },
  'os-build': { boot: BOOT },
});
const NOT_SET = 'err="source-vip flag not set"';
const stopped = { processes: { list: [], nssm: {} } };

const file = (ip: string | null) => ({ path: 'C:\\x.json', facts: { ip } });
const kept = (sourceVip: object | null | undefined, podSourceVip: object | null | undefined = null) => ({
  'flannel-state': { sourceVip, podSourceVip },
});
const leases = (...list: ReadonlyArray<readonly [ip: string, holder: string | null]>) => ({
  ipam: { count: list.length, leases: list.map(([ip, holder]) => ({ ip, holder })) },
});
const told = (vtepMac: string | null, type = 'vxlan') => ({ type, vtepMac, publicIp: null });
const others = (...macs: ReadonlyArray<string | null>) => ({
  'cluster-nodes': { nodes: macs.map((mac, index) => ({ name: `n${index}`, flannel: told(mac) })) },
});
const reach = (...connections: readonly string[]) => ({
  'fabric-reach': {
    results: connections.map((connection, index) => ({
      role: 'remote-pod',
      target: `10.244.${index}.9:80`,
      connection,
    })),
  },
});

const SEVEN = '10.244.7.0/24';
const FOUR = '10.244.4.0/24';

const ROWS: ReadonlyArray<readonly [step: string, evidence: Readonly<Record<string, unknown>>, answer: string]> = [
  ['backend', plugin('flannel', 'win-overlay'), 'vxlan'],
  ['backend', plugin('FLANNEL', 'Win-Overlay'), 'vxlan'],
  ['backend', plugin('flannel', 'win-bridge'), 'other'],
  ['backend', plugin('azure-vnet'), 'other'],
  ['backend', { ...plugin('flannel'), 'flannel-state': netConf('vxlan') }, 'vxlan'],
  ['backend', { ...plugin('flannel'), 'flannel-state': netConf('host-gw') }, 'other'],
  ['backend', { 'flannel-state': netConf('vxlan') }, 'vxlan'],
  ['backend', { 'cni-config': { winner: null } }, 'undecided'],

  ['subnet-env', { ...subnetEnv('10.244.4.1/24'), ...node(SEVEN) }, 'outside'],
  ['subnet-env', { ...subnetEnv('10.244.7.1/24'), ...node(SEVEN) }, 'inside'],
  ['subnet-env', { 'flannel-state': { exists: false }, ...node(SEVEN) }, 'undecided'],
  ['subnet-env', { ...subnetEnv('10.244.4.1/24'), ...overlay(SEVEN), ...plugin('flannel') }, 'differs'],

  ['network', { ...overlay(FOUR), ...node(SEVEN), ...plugin('flannel') }, 'other'],
  ['network', { ...overlay(SEVEN), ...node(SEVEN), ...plugin('flannel') }, 'own'],
  ['network', { ...overlay('10.244.7.0/25'), ...node(SEVEN) }, 'other'],
  ['network', { ...overlay(SEVEN), ...node(SEVEN), ...plugin('flannel', null, 'vxlan0') }, 'own'],
  ['network', { ...none, ...node(SEVEN) }, 'absent'],
  ['network', { ...overlay(SEVEN), ...node(null) }, 'undecided'],
  ['network', { ...overlay(SEVEN), ...node('') }, 'undecided'],
  ['network', overlay(SEVEN), 'undecided'],

  ['source-vip', { ...proxy(vip('10.244.4.2')), ...node(SEVEN) }, 'outside'],
  ['source-vip', { ...proxy(vip('10.244.7.2')), ...node(SEVEN) }, 'inside'],
  ['source-vip', { ...proxy(vip('10.244.4.2')), ...overlay(SEVEN) }, 'differs'],
  ['source-vip', { ...proxy(vip('10.244.4.2')), ...overlay(FOUR), ...node(SEVEN) }, 'outside'],
  ['source-vip', proxy(vip('10.244.4.2')), 'undecided'],
  ['source-vip', { ...proxy({}), ...node(SEVEN), ...VXLAN }, 'none'],
  ['source-vip', { ...proxy({}), ...overlay(SEVEN) }, 'none'],
  // Nothing tells that there is an overlay, or it is none.
  ['source-vip', { ...proxy({}), ...node(SEVEN) }, 'undecided'],
  ['source-vip', { ...proxy({}), ...node(SEVEN), 'flannel-state': netConf('host-gw') }, 'undecided'],
  ['source-vip', { ...proxy(vip('true')), ...node(SEVEN), ...VXLAN }, 'none'],
  ['source-vip', { ...proxy(null), ...node(SEVEN) }, 'undecided'],
  ['source-vip', { ...proxy({ config: 'C:\\c' }), ...hidden, ...node(SEVEN) }, 'undecided'],
  ['source-vip', { ...proxy({ config: 'C:\\c' }), ...node(SEVEN) }, 'undecided'],
  ['source-vip', { ...proxy({ config: 'C:\\c' }), ...config('10.244.4.2'), ...node(SEVEN) }, 'outside'],
  ['source-vip', { ...proxy({ config: 'C:\\c' }), ...config(null), ...node(SEVEN), ...VXLAN }, 'none'],
  ['source-vip', { ...proxy({ config: 'C:\\c', ...vip('10.244.7.2') }), ...hidden, ...node(SEVEN) }, 'inside'],
  [
    'source-vip',
    { ...proxy({ config: 'C:\\c', ...vip('10.244.7.2') }), ...config('10.244.4.2'), ...node(SEVEN) },
    'outside',
  ],
  ['source-vip', { ...wrapped('--v=4 --source-vip=10.244.4.2'), ...node(SEVEN) }, 'outside'],
  ['source-vip', { ...wrapped('--source-vip= --v=4'), ...node(SEVEN), ...VXLAN }, 'none'],
  ['source-vip', { ...wrapped('--config=C:\\c'), ...node(SEVEN) }, 'undecided'],
  ['source-vip', { ...wrapped('C:\\k\\start.ps1', 'powershell.exe'), ...node(SEVEN) }, 'undecided'],
  ['source-vip', { ...stopped, ...said(NOT_SET, '2026-03-02T03:00:00.000Z'), ...node(SEVEN), ...VXLAN }, 'none'],
  ['source-vip', { ...stopped, ...said(NOT_SET, '2026-03-01T03:00:00.000Z'), ...node(SEVEN) }, 'undecided'],
  ['source-vip', { ...stopped, ...said(NOT_SET, null), ...node(SEVEN) }, 'undecided'],
  [
    'source-vip',
    { ...stopped, ...said('Source Vip endpoint creation failed', '2026-03-02T03:00:00.000Z'), ...node(SEVEN) },
    'undecided',
  ],
  ['source-vip', node(SEVEN), 'undecided'],

  ['kept', { ...kept(file('10.244.4.2')), ...proxy({}), ...node(SEVEN) }, 'outside'],
  ['kept', { ...kept(file('10.244.7.2')), ...proxy({}), ...node(SEVEN) }, 'inside'],
  ['kept', { ...kept(null), ...proxy({}), ...node(SEVEN) }, 'none'],
  ['kept', { ...kept(file(null)), ...proxy({}), ...node(SEVEN) }, 'none'],
  ['kept', { ...kept(undefined), ...proxy({}), ...node(SEVEN) }, 'undecided'],
  ['kept', { ...kept(file('10.244.4.2'), file('10.244.7.2')), ...proxy({}, POD), ...node(SEVEN) }, 'inside'],
  ['kept', { ...kept(file('10.244.7.2'), file('10.244.4.2')), ...proxy({}, POD), ...node(SEVEN) }, 'outside'],
  ['kept', { ...kept(file('10.244.7.2'), file('10.244.4.2')), ...proxy({}), ...node(SEVEN) }, 'inside'],
  ['kept', { ...kept(file('10.244.7.2'), file('10.244.4.2')), ...node(SEVEN) }, 'outside'],
  ['kept', { ...kept(file('10.244.7.2')), ...proxy({}) }, 'undecided'],
  ['kept-alone', { ...kept(file('10.244.4.2')), ...node(SEVEN) }, 'outside'],
  ['seen', {}, 'undecided'],
  ['seen', { ...proxy(vip('10.244.7.2')), ...node(SEVEN) }, 'inside'],
  ['seen', { ...proxy({ config: 'C:\\c' }, POD), ...kept(null, file('10.244.7.2')), ...node(SEVEN) }, 'inside'],
  ['seen', { ...proxy({ config: 'C:\\c' }, POD), ...kept(null), ...node(SEVEN) }, 'undecided'],

  ['dummy', { ...leases(['10.244.7.2', 'dummy']), ...kept(null), ...proxy({}), ...node(SEVEN) }, 'trapped'],
  ['dummy', { ...leases(['10.244.7.2', 'dummy']), ...kept(file(null)), ...proxy({}), ...node(SEVEN) }, 'trapped'],
  ['dummy', { ...leases(['10.244.7.2', 'dummy']), ...kept(file('10.244.7.2')), ...proxy({}), ...node(SEVEN) }, 'none'],
  ['dummy', { ...leases(['10.244.4.2', 'dummy']), ...kept(null), ...proxy({}), ...node(SEVEN) }, 'left-over'],
  ['dummy', { ...leases(['10.244.7.9', 'ab12']), ...kept(null), ...proxy({}), ...node(SEVEN) }, 'none'],
  ['dummy', { ...leases(['10.244.7.9', null]), ...kept(null), ...proxy({}), ...node(SEVEN) }, 'undecided'],
  ['dummy', { ...leases(['10.244.7.2', 'dummy']), ...kept(undefined), ...proxy({}), ...node(SEVEN) }, 'undecided'],
  ['dummy', { ...leases(['10.244.7.2', 'dummy']), ...kept(null), ...proxy({}) }, 'undecided'],
  // It is what reserves the source VIP that kube-proxy has.
  [
    'dummy',
    { ...leases(['10.244.4.2', 'dummy']), ...kept(null), ...proxy(vip('10.244.7.2')), ...node(SEVEN) },
    'undecided',
  ],
  ['dummy', { ...leases(['10.244.7.2', 'dummy']), ...kept(null), ...stopped, ...node(SEVEN) }, 'undecided'],

  [
    'router',
    { ...overlay(SEVEN, { routerMac: '00-15-5D-AA-00-01' }), ...node(SEVEN, told('00-15-5d-aa-00-01')) },
    'same',
  ],
  [
    'router',
    { ...overlay(SEVEN, { routerMac: '00-15-5D-AA-00-01' }), ...node(SEVEN, told('00-15-5d-aa-00-02')) },
    'other',
  ],
  ['router', { ...overlay(SEVEN, { routerMac: null }), ...node(SEVEN, told('00-15-5d-aa-00-02')) }, 'undecided'],
  ['router', { ...overlay(SEVEN, { routerMac: '00-15-5D-AA-00-01' }), ...node(SEVEN, null) }, 'undecided'],
  ['router', { ...overlay(SEVEN, { routerMac: 'a' }), ...node(SEVEN, told('b', 'host-gw')) }, 'undecided'],
  ['twice', others('00-15-5d-aa-00-01', '00-15-5d-aa-00-02'), 'own'],
  ['twice', others('00-15-5d-aa-00-01', null, '00-15-5d-aa-00-01'), 'twice'],
  ['twice', others(null), 'undecided'],
  ['routes', overlay(SEVEN), 'undecided'],
  ['remote-pods', reach('connected', 'refused'), 'reached'],
  ['remote-pods', reach('connected', 'timed-out'), 'some'],
  ['remote-pods', reach('timed-out'), 'silent'],
  ['remote-pods', reach(), 'undecided'],
];

describe('flannel-vxlan-rejoin', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = flannelVxlanRejoin.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});
