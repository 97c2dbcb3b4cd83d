import { describe, expect, it } from 'vitest';
import { symptomTextSchema } from '../../texts';
import { apiServerConnect as symptom } from './symptom';
import en from './text.en.json';
import ja from './text.ja.json';

type Row = readonly [step: keyof typeof symptom.steps, evidence: Readonly<Record<string, unknown>>, answer: string];

const chosen = (host: string | null, path = 'C:\\k\\config') => ({
  kubeconfigs: [],
  chosen: { host, path, server: `https://${host ?? ''}` },
});
const reach = (change: object) => ({
  'api-reach': { connection: 'connected', certificate: {}, problems: [], skewSeconds: 0, ...change },
});
const running = { services: { W32Time: { state: 'Running' } } };
const pem = (expired: boolean) => ({ path: 'C:\\var\\lib\\kubelet\\pki\\kubelet-client-current.pem', expired });
const kubeadm = { 'kube-tools': chosen('10.0.0.10', 'C:\\etc\\kubernetes\\kubelet.conf') };

/** A kubelet that was refused, on a Windows that started at 00:11. */
const refusedAt = (written: string | null) => ({
  'log-scan': {
    hits: [{ path: 'C:\\k\\kubelet.err.log', text: 'You must be logged in to the server (Unauthorized)', written }],
  },
  'os-build': { boot: '2026-03-02T00:11:00.000Z' },
});

const ownAddress = { adapters: { list: [{ addresses: ['10.0.0.21'] }] } };

const throughProxy = (HTTPS_PROXY: string | null, NO_PROXY: string | null) => ({
  'proxy-env': { machine: { HTTPS_PROXY, NO_PROXY }, services: { kubelet: null } },
  'kube-tools': chosen('10.0.0.10'),
});

const ROWS: readonly Row[] = [
  ['kubeconfig', { 'kube-tools': { chosen: null, kubeconfigs: [] } }, 'missing'],
  ['kubeconfig', { 'kube-tools': { chosen: null, kubeconfigs: [{ readable: true, facts: null }] } }, 'broken'],
  ['kubeconfig', { 'kube-tools': { chosen: null, kubeconfigs: [{ readable: false, facts: null }] } }, 'undecided'],
  ['kubeconfig', { 'kube-tools': chosen('localhost') }, 'localhost'],
  ['kubeconfig', { 'kube-tools': chosen('10.0.0.21'), ...ownAddress }, 'localhost'],
  ['kubeconfig', { 'kube-tools': chosen('10.0.0.10'), ...ownAddress }, 'usable'],
  [
    'kubeconfig',
    { 'kube-tools': chosen('127.0.0.1', 'C:\\var\\lib\\rancher\\rke2\\agent\\kubelet.kubeconfig') },
    'usable',
  ],
  ['kubeconfig', { 'kube-tools': chosen('10.0.0.10') }, 'usable'],
  ['connection', reach({ connection: 'name-not-found' }), 'no-name'],
  ['connection', reach({ connection: 'refused' }), 'refused'],
  ['connection', reach({ connection: 'timed-out' }), 'silent'],
  ['connection', reach({ certificate: null }), 'no-handshake'],
  ['connection', reach({}), 'connected'],
  ['clock', reach({ skewSeconds: 301 }), 'off'],
  ['clock', { ...reach({ skewSeconds: -301 }), ...running }, 'off-running'],
  ['clock', reach({ skewSeconds: 300 }), 'fits'],
  ['clock', reach({ skewSeconds: 60, problems: ['NotTimeValid'] }), 'small'],
  ['clock', reach({ skewSeconds: 59, problems: ['NotTimeValid'] }), 'server-expired'],
  ['clock', reach({ skewSeconds: null }), 'undecided'],
  ['time-source', { time: { type: 'NoSync', ntpServer: '', hyperVSync: false } }, 'none'],
  ['time-source', { time: { type: 'NoSync', ntpServer: '', hyperVSync: true } }, 'undecided'],
  ['time-source', { time: { type: 'NTP', ntpServer: 'time.example.test,0x8', hyperVSync: false } }, 'there'],
  ['time-source', { time: { type: 'NT5DS', ntpServer: null, hyperVSync: null } }, 'there'],
  ['clock-direction', reach({ skewSeconds: -301 }), 'behind'],
  ['certificate-name', reach({ nameMatches: false }), 'other-name'],
  ['authority', reach({ trustedBy: 'given-authority' }), 'trusted'],
  ['authority', reach({ trustedBy: 'nobody', certificate: { issuer: 'CN=kubernetes' } }), 'other-cluster'],
  ['authority', reach({ trustedBy: 'nobody', certificate: { issuer: 'CN=Example Inspection' } }), 'unknown-issuer'],
  ['authority', reach({ trustedBy: 'platform', certificate: { issuer: 'CN=Example Inspection' } }), 'proxy'],
  ['authority', { ...reach({ trustedBy: 'platform' }), 'node-object': { name: 'node' } }, 'trusted'],
  [
    'client-certificate',
    { certs: { client: [pem(true)], unreadable: [] }, 'api-reach': { skewSeconds: 2 } },
    'expired',
  ],
  ['client-certificate', { certs: { client: [pem(true)], unreadable: [] } }, 'expired-by-own-clock'],
  ['client-certificate', { certs: { client: [pem(false)], unreadable: [] } }, 'valid'],
  ['client-certificate', { certs: { client: [], unreadable: [] }, ...kubeadm }, 'missing'],
  ['client-certificate', { certs: { client: [], unreadable: [] }, 'kube-tools': chosen('10.0.0.10') }, 'undecided'],
  ['status', reach({ status: 503 }), 'unwell'],
  ['status', reach({ status: 401 }), 'answers'],
  ['proxy', throughProxy('http://10.0.0.250:8080', null), 'between'],
  ['proxy', throughProxy('http://10.0.0.250:8080', 'localhost,10.0.0.10'), 'none'],
  ['proxy', throughProxy('http://10.0.0.250:8080', '10.0.0.0/8,.svc'), 'none'],
  ['proxy', throughProxy('http://10.0.0.250:8080', '10.0.0.1'), 'between'],
  ['proxy', throughProxy(null, null), 'none'],
  ['proxy', { ...throughProxy('http://10.0.0.250:8080', null), 'node-object': { name: 'node' } }, 'none'],
  ['credentials', { 'node-object': { name: 'node' } }, 'accepted'],
  ['credentials', refusedAt('2026-03-02T00:12:00.000Z'), 'unauthorized'],
  ['credentials', refusedAt('2026-03-02T00:10:00.000Z'), 'undecided'],
  ['credentials', refusedAt(null), 'unauthorized'],
  ['credentials', { 'cluster-services': { count: 4 } }, 'accepted'],
  ['credentials', {}, 'undecided'],
  ['clock-left', reach({ skewSeconds: 90 }), 'small'],
  ['clock-left', reach({ skewSeconds: 2 }), 'fits'],
];

describe('api-server-connect', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = symptom.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });

  it.each([en, ja])('has words for each step, answer and cause', (words) => {
    const text = symptomTextSchema.parse(words);
    const told = Object.fromEntries(
      Object.entries(text.steps).map(([name, { answers }]) => [name, Object.keys(answers).sort()]),
    );
    const asked = Object.fromEntries(
      Object.entries(symptom.steps).map(([name, { answers }]) => [name, Object.keys(answers).sort()]),
    );
    expect(told).toEqual(asked);
    expect(Object.keys(text.causes).sort()).toEqual(Object.keys(symptom.causes).sort());
  });
});
