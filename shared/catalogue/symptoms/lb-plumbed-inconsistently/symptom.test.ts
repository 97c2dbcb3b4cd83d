import { describe, expect, it } from 'vitest';
import { lbPlumbedInconsistently } from './symptom';

const balancers = (count: number, dsr: boolean) => ({
  count,
  loadBalancers: Array.from({ length: count }, () => ({ dsr, protocol: 6, endpoints: [] })),
});
const ports = (change: object) => ({
  ports: {
    free64: 120,
    dynamic: { start: 49152, count: 16384 },
    excluded: [],
    listeners: [],
    nodePortListeners: [],
    ...change,
  },
});
const used = { start: 30000, end: 32767, administered: true };
const proxy = { name: 'kube-proxy', processId: 7, start: '2026-03-02T00:13:00.000Z', flags: {} };
const running = (flags: object | null = {}) => ({ processes: { list: [{ ...proxy, flags }] } });
const LOG = 'C:\\k\\kubeproxy.err.log';
const logged = (...hits: ReadonlyArray<{ readonly rule: string; readonly written: string | null }>) => ({
  'log-scan': { read: [LOG], hits: hits.map((hit) => ({ ...hit, text: 'x' })) },
  ...running(),
});
const LATER = '2026-03-02T03:00:00.000Z';
const EARLIER = '2026-03-01T03:00:00.000Z';
const web = {
  namespace: 'a',
  name: 'web',
  clusterIp: '10.96.0.5',
  internalLocalPolicy: false,
  ports: [{ port: 80, protocol: 'TCP' }],
};
const services = (change: object, backends: unknown = [{ ready: true, service: 'a/web', protocol: 'TCP' }]) => ({
  'cluster-services': { services: [{ ...web, ...change }], nodePorts: [], count: 1, backends },
});
const entry = { vip: '10.96.0.5', externalPort: 80, protocol: 6, endpoints: ['one'] };
const held = (...loadBalancers: readonly object[]) => ({
  'hns-loadbalancers': { loadBalancers, count: loadBalancers.length },
});
const endpoints = (...list: readonly object[]) => ({ 'hns-endpoints': { endpoints: list } });
const remote = { id: 'one', ip: '10.244.1.3', remote: true, containers: 0 };
const local = { id: 'two', ip: '10.244.4.3', remote: false, containers: 2 };
const nodePort = { 'cluster-services': { nodePorts: [{ nodePort: 31080, protocol: 'TCP' }] } };

const port31080 = { service: 'a/web', nodePort: 31080, protocol: 'TCP', localPolicy: false };
const withNodePort = { 'cluster-services': { ...services({})['cluster-services'], nodePorts: [port31080] } };

const ROWS = [
  ['blocks', { ...ports({ free64: 9 }), 'hns-loadbalancers': balancers(101, false) }, 'used-up'],
  ['blocks', { ...ports({ free64: 10 }), 'hns-loadbalancers': balancers(101, false) }, 'enough'],
  ['blocks', { ...ports({ free64: 9 }), 'hns-loadbalancers': balancers(100, false) }, 'undecided'],
  ['blocks', { ...ports({ free64: 9 }), 'hns-loadbalancers': balancers(300, true) }, 'undecided'],
  ['blocks', { ...ports({ free64: null }), 'hns-loadbalancers': balancers(300, false) }, 'undecided'],
  ['range', ports({}), 'apart'],
  ['range', ports({ dynamic: { start: 16385, count: 49151 } }), 'overlaps'],
  ['range', ports({ dynamic: { start: 16385, count: 49151 }, excluded: [used] }), 'apart'],
  ['range', ports({ dynamic: { start: 16385, count: 49151 }, excluded: [{ ...used, end: 32766 }] }), 'overlaps'],
  ['range', ports({ dynamic: { start: 1025, count: 28975 } }), 'apart'],
  ['range', ports({ dynamic: { start: 1025, count: 28976 } }), 'overlaps'],
  ['range', ports({ dynamic: null }), 'undecided'],
  [
    'listener',
    { ...running(), ...nodePort, ...ports({ nodePortListeners: [{ port: 31080, processId: 9 }] }) },
    'taken',
  ],
  ['listener', { ...running(), ...nodePort, ...ports({ nodePortListeners: [{ port: 31080, processId: 7 }] }) }, 'free'],
  ['listener', { ...running(), ...nodePort, ...ports({ nodePortListeners: [{ port: 31081, processId: 9 }] }) }, 'free'],
  ['log', logged(), 'none'],
  ['log', logged({ rule: 'balancer-refused', written: LATER }), 'refused'],
  ['log', logged({ rule: 'balancer-refused', written: EARLIER }), 'none'],
  ['log', logged({ rule: 'balancer-refused', written: null }), 'undecided'],
  ['log', logged({ rule: 'balancer-refused', written: LATER }, { rule: 'balancer-exists', written: LATER }), 'exists'],
  ['log', logged({ rule: 'health-balancer-refused', written: LATER }), 'health-check'],
  [
    'log',
    logged({ rule: 'health-balancer-refused', written: LATER }, { rule: 'balancer-policy-failed', written: LATER }),
    'refused',
  ],
  ['log', logged({ rule: 'expired-certificate', written: LATER }), 'none'],
  ['log', { 'log-scan': { read: ['C:\\k\\kubelet.err.log'], hits: [] }, ...running() }, 'undecided'],
  [
    'health-port',
    {
      'os-build': { build: 17763 },
      ...running({ 'forward-healthcheck-vip': 'true' }),
      ...ports({ listeners: [{ port: 10256, address: '0.0.0.0', protocol: 'tcp' }] }),
    },
    'taken',
  ],
  [
    'health-port',
    {
      'os-build': { build: 20348 },
      ...running({ 'forward-healthcheck-vip': 'true' }),
      ...ports({ listeners: [{ port: 10256, address: '0.0.0.0', protocol: 'tcp' }] }),
    },
    'other',
  ],
  [
    'health-port',
    {
      'os-build': { build: 17763 },
      ...running({ 'forward-healthcheck-vip': 'true' }),
      ...ports({ listeners: [{ port: 10256, address: '127.0.0.1', protocol: 'tcp' }] }),
    },
    'other',
  ],
  ['health-port', { 'os-build': { build: 17763 }, ...running(null), ...ports({}) }, 'undecided'],
  ['build', { 'os-build': { build: 17763, ubr: 1216 } }, 'no-sharing'],
  ['build', { 'os-build': { build: 17763, ubr: 1217 } }, 'server-2019'],
  ['build', { 'os-build': { build: 20348, ubr: 1 } }, 'newer'],
  ['build', { 'os-build': { build: 14393, ubr: 1 } }, 'older'],
  ['entries', { ...services({}), ...held(entry) }, 'complete'],
  ['entries', { ...services({}), ...held() }, 'missing'],
  ['entries', { ...services({}), ...held({ ...entry, protocol: 17 }) }, 'missing'],
  ['entries', { ...withNodePort, ...held(entry) }, 'missing'],
  ['entries', { ...withNodePort, ...held(entry, { ...entry, nodePort: true, externalPort: 31080 }) }, 'complete'],
  ['entries', { ...services({ internalLocalPolicy: true }), ...held() }, 'complete'],
  ['entries', { ...services({ clusterIp: 'None' }), ...held() }, 'complete'],
  ['entries', { ...services({}, [{ ready: false, service: 'a/web', protocol: 'TCP' }]), ...held() }, 'complete'],
  ['entries', { ...services({}, null), ...held() }, 'missing'],
  ['entries', { ...services({}, null), ...held(entry) }, 'complete'],
  [
    'entries',
    { ...services({ ports: [...web.ports, { port: 81, protocol: 'TCP' }] }, null), ...held(entry) },
    'missing',
  ],
  [
    'entries',
    {
      'cluster-services': { services: [web, { ...web, clusterIp: '10.96.0.6' }], nodePorts: [], backends: null },
      ...held(entry),
    },
    'undecided',
  ],
  ['stale', { ...held(entry), ...endpoints(remote, local) }, 'none'],
  ['stale', { ...held(entry), ...endpoints(local) }, 'dangling'],
  ['stale', { ...held(entry), ...endpoints({ ...remote, ip: local.ip }, local) }, 'reused'],
  ['stale', { ...held(entry), ...endpoints(remote, { ...remote, id: 'three' }) }, 'orphan'],
  ['stale-unconfirmed', { ...held(entry), ...endpoints(remote, local) }, 'none'],
] as const;

describe('lb-plumbed-inconsistently', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = lbPlumbedInconsistently.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});
