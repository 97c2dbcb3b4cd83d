import { describe, expect, it } from 'vitest';
import { nodeBringUpCheck as symptom } from './symptom';

type Row = readonly [step: string, evidence: Readonly<Record<string, unknown>>, answer: string];

const NONE = { kubelet: null, rke2: null, 'rancher-wins': null, containerd: null, docker: null };
const service = (state: string, mode = 'Auto') => ({ state, mode, exit: 0 });
const place = (count: number, services: object, kubelet?: object | null, rke2?: boolean) => ({
  services: { ...NONE, ...services },
  processes: { counts: { kubelet: count } },
  'component-versions': { kubelet, rke2 },
});
const LOG = 'C:\\k\\kubelet.err.log';
const said = (rule: string, text: string, time: string | null, end: string | null, lines = 10) => ({
  ...place(0, { kubelet: service('Stopped') }),
  'log-scan': { hits: [{ rule, text, path: LOG, line: 5, time }], ends: [{ path: LOG, lines, time: end }] },
});
const now = '03-02 03:21:00.000000';
const named = (name: string, own: string) => ({
  certs: { client: [{ subject: `CN=system:node:${own}, O=system:nodes` }] },
  'node-registered': { name, registered: false },
});
const ready = (status: string, message = '') => ({ 'node-object': { ready: { status, message } } });
const nssm = (parameters: string, type: string) => ({
  processes: { list: [], nssm: { kubeproxy: { application: 'C:\\k\\kube-proxy.exe', parameters } } },
  'flannel-state': { netConf: { facts: { type } } },
  'node-object': { podCidr: '10.244.7.0/24' },
});
const result = (role: string, connection: string) => ({ role, connection });
const health = (kubelet: string, proxy: string) => ({
  'local-health': {
    results: [result('kubelet-health', kubelet), result('kube-proxy-health', proxy)],
    kubeletApi: { connection: kubelet },
  },
});

const ROWS: readonly Row[] = [
  ['kubelet', place(1, {}), 'runs'],
  ['kubelet', place(0, { kubelet: service('Stopped') }), 'stopped'],
  ['kubelet', place(0, { kubelet: service('Running') }), 'undecided'],
  ['kubelet', place(0, { rke2: service('Stopped') }), 'rke2-stopped'],
  ['kubelet', place(0, { 'rancher-wins': service('Running') }), 'rke2-alone'],
  ['kubelet', place(0, {}, { path: 'C:\\k\\kubelet.exe' }), 'bare'],
  ['kubelet', place(0, {}, null), 'absent'],
  ['kubelet', place(0, {}, null, true), 'rke2-unregistered'],
  ['kubelet', place(0, { rke2: service('Stopped') }, null, true), 'rke2-stopped'],
  ['kubelet', place(1, {}, null, true), 'runs'],
  ['kubelet', place(0, {}), 'undecided'],
  ['not-installed', place(0, {}, null, false), 'nothing'],
  ['not-installed', place(0, {}, null, true), 'something'],
  ['not-installed', place(0, {}, null), 'undecided'],
  ['not-installed', place(0, {}, { path: 'x' }, false), 'something'],
  ['runtime', { services: { ...NONE, containerd: service('Running') } }, 'runs'],
  ['runtime', { services: { ...NONE, containerd: service('Stopped') } }, 'stopped'],
  ['kubelet-why', place(1, { kubelet: service('Running') }), 'runs'],
  ['kubelet-why', place(0, { kubelet: service('Stopped', 'Disabled') }), 'disabled'],
  ['kubelet-why', place(0, { kubelet: service('Stopped') }), 'ended'],
  ['kubelet-why', said('unknown-flag', 'unknown flag: --x', now, now), 'unknown-flag'],
  ['kubelet-why', said('unknown-flag', 'unknown flag: --x', '03-02 03:11:00.000000', now), 'unknown-flag'],
  ['kubelet-why', said('unknown-flag', 'unknown flag: --x', '03-02 03:10:59.000000', now), 'ended'],
  ['kubelet-why', said('unknown-flag', 'unknown flag: --x', null, null, 305), 'unknown-flag'],
  ['kubelet-why', said('unknown-flag', 'unknown flag: --x', null, null, 306), 'ended'],
  ['kubelet-why', said('port-taken', 'listen tcp 0.0.0.0:10250: bind:', now, now), 'port'],
  ['kubelet-why', said('kubelet-failed', 'unable to load bootstrap kubeconfig', now, now), 'bootstrap'],
  ['kubelet-why', said('kubelet-failed', 'failed to load kubelet config file', now, now), 'config'],
  ['kubelet-why', said('kubelet-failed', 'failed to run Kubelet: validate service connection', now, now), 'no-pipe'],
  ['api', { 'api-reach': { connection: 'connected', certificate: {} } }, 'answers'],
  ['api', { 'api-reach': { connection: 'timed-out', certificate: null } }, 'no-way'],
  ['api', { 'api-reach': { connection: 'failed', certificate: null } }, 'undecided'],
  ['api', { 'kube-tools': { chosen: null, kubeconfigs: [] } }, 'no-way'],
  ['api', {}, 'undecided'],
  ['registered', { 'node-registered': { name: 'a', registered: true } }, 'there'],
  ['registered', { 'node-registered': { name: 'a', registered: false } }, 'missing'],
  ['identity', named('winnode-01', 'winnode-01'), 'same'],
  ['identity', named('winnode-new', 'winnode-01'), 'other'],
  ['identity', named('winnode-datacen', 'winnode-datacenter-01'), 'truncated'],
  [
    'identity',
    { certs: { client: [{ subject: 'CN=kubernetes-admin' }] }, 'node-registered': { name: 'a' } },
    'undecided',
  ],
  ['ready', ready('True'), 'ready'],
  ['ready', ready('Unknown'), 'silent'],
  ['ready', ready('False', 'NetworkReady=false reason:NetworkPluginNotReady'), 'network'],
  ['ready', ready('False', '[container runtime is down]'), 'runtime'],
  ['ready', ready('False', 'PLEG is not healthy'), 'other'],
  ['ready', { 'node-object': { ready: null } }, 'undecided'],
  ['kube-proxy', { processes: { counts: { kubeProxy: 0 } } }, 'none'],
  ['kube-proxy', { processes: { counts: { kubeProxy: 1 } } }, 'one'],
  ['kube-proxy', { processes: { counts: { kubeProxy: 2 } } }, 'several'],
  ['source-vip', nssm('--source-vip= --v=4', 'vxlan'), 'none'],
  ['source-vip', nssm('--source-vip=10.244.7.2 --v=4', 'vxlan'), 'told'],
  ['source-vip', nssm('--v=4', 'host-gw'), 'told'],
  ['source-vip', { 'hns-networks': { networks: [{ type: 'nat' }, { type: 'l2bridge' }] } }, 'told'],
  ['source-vip', { 'hns-networks': { networks: [{ type: 'l2bridge' }, { type: 'overlay' }] } }, 'undecided'],
  ['source-vip', { 'hns-networks': { networks: [{ type: 'nat' }] } }, 'undecided'],
  ['cni', { 'cni-config': { winner: { plugins: [{ type: 'flannel' }] } } }, 'flannel'],
  ['cni', { 'cni-config': { winner: { plugins: [{ type: 'azure-vnet' }] } } }, 'other'],
  ['cni', { 'cni-config': { winner: null } }, 'undecided'],
  ['flanneld', { processes: { counts: { flanneld: 0 } } }, 'none'],
  ['listening', health('connected', 'connected'), 'both'],
  ['listening', health('refused', 'connected'), 'kubelet-silent'],
  ['listening', health('connected', 'refused'), 'kube-proxy-silent'],
  ['listening', { 'local-health': { results: null } }, 'undecided'],
];

describe('a node that may not be up', () => {
  it.each(ROWS)('%s, %j: %s', (step, evidence, answer) => {
    const decision = symptom.steps[step]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});
