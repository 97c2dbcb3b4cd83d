import { describe, expect, it } from 'vitest';
import { vnicsEndpointsDeleted as symptom } from './symptom';

type Row = readonly [step: string, evidence: Readonly<Record<string, unknown>>, answer: string];

const proxy = (flags: Readonly<Record<string, string>> | null, more: object = {}) => ({
  name: 'kube-proxy',
  processId: 10,
  parentId: 5,
  path: 'C:\\k\\kube-proxy.exe',
  start: '2026-03-02T01:00:00.000Z',
  flags,
  ...more,
});
const processes = (...list: readonly object[]) => ({ list, counts: { kubeProxy: list.length } });
const named = (
  flags: Readonly<Record<string, string>> | null,
  more: Readonly<Record<string, unknown>> = { 'node-object': { name: 'winnode-01' } },
  hostName = 'WinNode-01',
) => ({ processes: processes(proxy(flags)), 'os-build': { hostName }, ...more });
const override = (name: string) => named({ 'hostname-override': name });
const client = (subject: string) => ({ certs: { client: [{ subject }] } });
const pod = (ip: string | null, more: object = {}) => ({
  name: 'shop/web',
  phase: 'Running',
  ip,
  hostProcess: false,
  hostNetwork: false,
  ...more,
});
const endpoints = (...ips: readonly string[]) => ({ endpoints: ips.map((ip) => ({ ip, remote: false })) });
const none = { kubeproxy: null, 'kube-proxy': null };
const parents = (...list: ReadonlyArray<readonly [processId: number, parent: string | null]>) => ({
  processes: list.map(([processId, parent]) => ({ processId, parent })),
});
const hnsSince = (start: string | null) => ({
  'hns-process': { process: { start } },
  processes: processes(proxy({})),
});

const ROWS: readonly Row[] = [
  ['kube-proxy', { processes: processes() }, 'none'],
  ['kube-proxy', { processes: processes(proxy({})) }, 'one'],
  ['kube-proxy', { processes: processes(proxy({}), proxy({})) }, 'several'],
  ['second', { processes: processes(proxy({})), services: none }, 'one'],
  [
    'second',
    {
      processes: processes(proxy({}), proxy({}, { processId: 20, parentId: 6 })),
      services: { ...none, kubeproxy: { state: 'Running', processId: 5 } },
      'process-parents': parents([10, 'nssm'], [20, 'powershell']),
    },
    'bare',
  ],
  [
    'second',
    {
      processes: processes(
        proxy({}),
        proxy({}, { processId: 20, parentId: 6, path: 'C:\\hpc\\kube-proxy\\kube-proxy.exe' }),
      ),
      services: { ...none, 'kube-proxy': { state: 'Running', processId: 10 } },
    },
    'installed-twice',
  ],
  ['second', { processes: processes(proxy({}), proxy({}, { processId: 20 })), services: none }, 'undecided'],
  ['name', override('winnode-01'), 'same'],
  ['name', named({}), 'same'],
  ['name', named({}, client('CN=system:node:winnode-01, O=system:nodes')), 'same'],
  ['name', named({}, { 'node-object': { name: 'winnode-01' } }, 'WIN-4T7QK2M9C1D'), 'missing'],
  ['name', override('winnode-01.example.internal'), 'fqdn'],
  ['name', override('winnode-02'), 'other'],
  ['name', override('WINNODE-01'), 'case'],
  [
    'name',
    named({ 'hostname-override': 'WINNODE-DATACEN' }, { 'node-object': { name: 'winnode-datacenter-01' } }),
    'truncated',
  ],
  ['name', named(null), 'undecided'],
  ['name', named({}, client('CN=kubernetes-admin')), 'undecided'],
  ['name', named({ config: 'C:\\config.conf' }), 'undecided'],
  [
    'name',
    named(
      { config: 'C:\\config.conf' },
      {
        'node-object': { name: 'winnode-01' },
        'component-config': { kubeProxy: { facts: { hostnameOverride: 'other' } } },
      },
    ),
    'other',
  ],
  ['endpoints', { 'hns-endpoints': endpoints('10.0.0.1'), 'pods-here': { pods: [pod('10.0.0.1')] } }, 'kept'],
  ['endpoints', { 'hns-endpoints': endpoints(), 'pods-here': { pods: [pod('10.0.0.1')] } }, 'lost'],
  [
    'endpoints',
    {
      'hns-endpoints': { endpoints: [{ ip: '10.0.0.1', remote: true }] },
      'pods-here': { pods: [pod('10.0.0.1')] },
    },
    'lost',
  ],
  [
    'endpoints',
    {
      'hns-endpoints': endpoints(),
      'pods-here': { pods: [pod('10.0.0.1', { hostNetwork: true }), pod(null), pod('10.0.0.2', { phase: 'Failed' })] },
    },
    'kept',
  ],
  ['hns-restart', hnsSince('2026-03-02T02:00:00.000Z'), 'restarted'],
  ['hns-restart', hnsSince('2026-03-02T00:30:00.000Z'), 'not'],
  ['hns-restart', hnsSince(null), 'undecided'],
];

describe('vNICs and endpoints that are deleted', () => {
  it.each(ROWS)('%s, %j: %s', (step, evidence, answer) => {
    const decision = symptom.steps[step]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});
