import { describe, expect, it } from 'vitest';
import { couldNotCheck } from '../../node/outcome';
import { probes } from './index';
import { absent, fails, file, type Given, items, prints } from './testing/ask';
import { evidenceOf, HEALTHY, needsOf } from './testing/healthy';
import { KUBECONFIG } from './testing/values';

type Row = readonly [says: string, change: Given, evidence: object];

const denied = couldNotCheck('not-elevated', '');
const bad = { kind: 'could-not-check', reason: 'bad-answer' };
const forbidden = fails('Error from server (Forbidden): events is forbidden: User "system:node:x" cannot list');

const pod = (spec: object, status: object = { phase: 'Pending' }) =>
  items({ metadata: { namespace: 'a', name: 'b' }, spec, status });
const event = (more: object) =>
  items({ type: 'Warning', reason: 'x', involvedObject: { name: 'p', namespace: 'n' }, ...more });
const tls = (change: object) => ({ tls: { ...(HEALTHY['api-reach'].tls as object), ...change } });
const hostProcess = { securityContext: { windowsOptions: { hostProcess: true } } };

/** What every call of kubectl can answer instead. */
const calls = (read: string): readonly Row[] => [
  ['that it may not', { [read]: forbidden }, { kind: 'could-not-check', reason: 'policy' }],
  [
    'that the server is slow',
    { [read]: fails('Unable to connect to the server: net/http: TLS handshake timeout') },
    { reason: 'timed-out' },
  ],
  [
    'that the server is not there',
    { [read]: fails('Unable to connect to the server: x509: unknown authority') },
    { reason: 'missing' },
  ],
  ['that there is no kubectl', { [read]: { found: false } }, { reason: 'missing', detail: 'kubectl' }],
  ['nothing of text', { [read]: prints('NAME   STATUS') }, bad],
  ['nothing of an answer that was cut', { [read]: { ...prints('{"items":[]}'), truncated: true } }, bad],
];

const TABLES: ReadonlyArray<readonly [probe: keyof typeof probes, rows: readonly Row[]]> = [
  [
    'kube-tools',
    [
      [
        'the kubeconfig that counts',
        {},
        {
          chosen: {
            path: 'C:\\etc\\kubernetes\\kubelet.conf',
            host: '10.0.0.10',
            port: 6443,
            line: 5,
            cluster: 'kubernetes',
            user: { exec: false },
          },
        },
      ],
      [
        'the first that can be understood',
        { named: file('{'), sdn: file(KUBECONFIG) },
        { chosen: { path: 'C:\\k\\config' }, kubeconfigs: [{ facts: null }, {}] },
      ],
      ['that one was denied', { named: denied }, { chosen: null, kubeconfigs: [{ readable: false }] }],
      ['that there is none', { named: absent }, { chosen: null, kubeconfigs: [] }],
      ['that there is no kubectl', { kubectl: { found: false } }, { kubectl: null }],
    ],
  ],
  [
    'node-object',
    [
      [
        'the node',
        {},
        {
          name: 'winnode-01',
          podCidr: '10.244.4.0/24',
          ready: { status: 'True' },
          internalIp: '10.0.0.4',
          taints: ['os:NoSchedule'],
          buildLabel: '10.0.20348',
        },
      ],
      [
        'a node that never said anything',
        {
          node: prints(
            '{"metadata":{"name":"x"},"spec":{},"status":{"nodeInfo":{"kubeletVersion":"","containerRuntimeVersion":""}}}',
          ),
        },
        { podCidr: null, ready: null, conditions: [], internalIp: null },
      ],
      ...calls('node'),
    ],
  ],
  [
    'cluster-services',
    [
      [
        'services, node ports and backends',
        {},
        {
          nodePorts: [{ service: 'shop/web', nodePort: 30080, localPolicy: true }],
          backends: [{ service: 'shop/web', address: '10.244.4.9', port: 8080, ready: true }],
        },
      ],
      ['that it may not list backends', { slices: forbidden }, { count: 1, backends: null }],
      [
        'backends that do not say whether they are ready',
        { slices: items({ metadata: { namespace: 'a' }, endpoints: [{ addresses: ['x'] }], ports: [{ port: 1 }] }) },
        { backends: [{ ready: true, protocol: 'TCP' }] },
      ],
      [
        'empty slices',
        { slices: items({ metadata: { namespace: 'a' }, endpoints: null, ports: null }) },
        { backends: [] },
      ],
      [
        'services without ports',
        { services: items({ metadata: { namespace: 'a', name: 'b' }, spec: { type: 'ExternalName' } }) },
        { services: [{ clusterIp: null, ports: [] }], nodePorts: [] },
      ],
      ['that there are none', { services: items() }, { count: 0 }],
      ...calls('services'),
    ],
  ],
  [
    'pods-here',
    [
      [
        'pods that run',
        {},
        {
          pods: [{ name: 'shop/web', hostProcess: false, nodeSelector: { 'kubernetes.io/os': 'windows' } }],
          localRunning: 1,
          creating: [],
        },
      ],
      [
        'pods that wait, and why',
        {
          pods: pod(
            {},
            {
              phase: 'Pending',
              containerStatuses: [
                { image: 'x', ready: false, restartCount: 0, state: { waiting: { reason: 'ContainerCreating' } } },
              ],
            },
          ),
        },
        { creating: ['a/b'], pods: [{ ip: null, containers: [{ waiting: 'ContainerCreating', lastExit: null }] }] },
      ],
      [
        'HostProcess set for the pod',
        { pods: pod({ ...hostProcess, containers: [{ image: 'x' }] }) },
        { pods: [{ hostProcess: true }] },
      ],
      [
        'HostProcess set for its containers',
        { pods: pod({ containers: [{ image: 'x', ...hostProcess }] }) },
        { pods: [{ hostProcess: true }] },
      ],
      [
        'HostProcess unset by a container',
        {
          pods: pod({
            ...hostProcess,
            containers: [{ image: 'x', securityContext: { windowsOptions: { hostProcess: false } } }],
          }),
        },
        { pods: [{ hostProcess: false }] },
      ],
      ['that there are none', { pods: items() }, { pods: [], localRunning: 0 }],
      ...calls('pods'),
    ],
  ],
  [
    'kube-events',
    [
      ['warnings of this node', {}, { warnings: [{ pod: 'shop/web', reason: 'FailedCreatePodSandBox', count: 1 }] }],
      [
        'warnings in the newer form',
        { events: event({ reportingInstance: 'winnode-01' }) },
        { warnings: [{ pod: 'n/p' }] },
      ],
      ['nothing of other nodes', { events: event({ source: { host: 'other' } }) }, { warnings: [] }],
      ['nothing that no node reported', { events: event({ source: {} }) }, { warnings: [] }],
      [
        'nothing that is no warning',
        { events: event({ type: 'Normal', source: { host: 'winnode-01' } }) },
        { warnings: [] },
      ],
      ...calls('events'),
    ],
  ],
  [
    'api-reach',
    [
      [
        'what the server shows',
        {},
        {
          host: '10.0.0.10',
          port: 6443,
          connection: 'connected',
          status: 401,
          skewSeconds: 7,
          certificate: { issuer: 'CN=kubernetes' },
        },
      ],
      [
        'that no one listens',
        tls({ connection: 'refused', handshake: null, http: null }),
        { connection: 'refused', certificate: null, nameMatches: null, skewSeconds: null },
      ],
      ['that there is no date', tls({ http: { status: 200, date: null } }), { status: 200, skewSeconds: null }],
      ['that the date is none', tls({ http: { status: 200, date: 'soon' } }), { skewSeconds: null }],
    ],
  ],
  [
    'certs',
    [
      ['what the node presents', {}, { client: [{ expired: false }], unreadable: [] }],
      [
        'what was denied',
        { certificates: { files: [{ path: 'a', exists: true, certificates: [], error: 'denied' }] } },
        { client: [], unreadable: [{ path: 'a', error: 'denied' }] },
      ],
      ['that there is nothing', { certificates: { files: [] } }, { client: [], unreadable: [] }],
    ],
  ],
  [
    'peer-reach',
    [
      [
        'node ports by address and loopback, and what stands behind them',
        {},
        {
          results: [
            { target: '10.0.0.4:30080', role: 'node-port', connection: 'connected' },
            { target: '127.0.0.1:30080', role: 'local-node-port', connection: null },
            { target: '10.244.4.9:8080', role: 'backend', service: 'shop/web' },
          ],
        },
      ],
    ],
  ],
  [
    'log-scan',
    [
      ['that all is well', {}, { read: ['C:\\k\\kubelet.err.log'], hits: [] }],
      [
        'which files could not be read',
        { 'C:\\k\\flanneld.log': denied, 'C:\\k\\kubelet.log': absent },
        { unread: expect.arrayContaining(['C:\\k\\flanneld.log']) },
      ],
      [
        'the last line of a kind, its time and its count',
        {
          'C:\\k\\kubeproxy.err.log': file(
            [
              'E0302 03:20:55.101000    5324 proxier.go:1] "ClusterIP policy creation failed" err="hcnCreateLoadBalancer failed in Win32: ポート (0x803b0013)"',
              'E0302 03:20:56.101000    5324 proxier.go:1] "ClusterIP policy creation failed" err="hcnCreateLoadBalancer failed in Win32: ポート (0x803b0013)"',
            ].join('\r\n'),
          ),
        },
        { hits: [{ rule: 'balancer-refused', line: 2, count: 2, time: '03-02 03:20:56.101000' }] },
      ],
      [
        'pods that do not start',
        {
          'C:\\k\\containerd.err.log': file(
            'time="2026-03-02T03:20:55Z" level=error msg="failed to get sandbox image \\"x\\""',
          ),
        },
        { hits: [{ rule: 'sandbox-image', line: 1 }] },
      ],
      ['that there are no logs', { 'C:\\k\\kubelet.err.log': absent }, { read: [] }],
    ],
  ],
];

describe.each(TABLES)('%s tells', (id, table) => {
  it.each(table)('%s', (_says, change, evidence) => {
    expect(evidenceOf(probes[id], change)).toMatchObject(evidence);
  });
});

describe('without a kubeconfig', () => {
  it.each(['node-object', 'cluster-services', 'pods-here', 'kube-events', 'api-reach'] as const)(
    '%s asks nothing',
    (id) => {
      const needed = { ...needsOf(probes[id]), tools: { chosen: null } };
      expect(probes[id].reads(needed)).toEqual(couldNotCheck('missing', 'kubeconfig'));
    },
  );
});

describe('peer-reach', () => {
  const ports = (count: number) =>
    Array.from({ length: count }, (_port, index) => ({
      service: 's',
      nodePort: 30000 + index,
      protocol: 'TCP',
      localPolicy: false,
    }));
  const reads = (nodePorts: readonly object[], node: object = { internalIp: 'fd00::4' }) =>
    probes['peer-reach'].reads({ services: { nodePorts, backends: null }, node });

  it('never asks more than 32 targets, and writes IPv6 addresses as such', () => {
    const asked = reads(ports(40));
    expect(asked).toMatchObject({ connect: { targets: { length: 32, 0: '[fd00::4]:30000', 1: '127.0.0.1:30000' } } });
  });

  it('asks nothing where no node port is there', () => {
    expect(reads([])).toMatchObject({ reason: 'not-applicable' });
    expect(reads([{ service: 's', nodePort: 30000, protocol: 'UDP', localPolicy: false }])).toMatchObject({
      reason: 'not-applicable',
    });
  });
});

describe('the name of the node', () => {
  it.each([
    ['of the kubelet', { 'hostname-override': 'Named' }, 'named'],
    ['of the host', {}, 'winnode-01'],
    ['of the host where the flag is none', { 'hostname-override': '--v=4 x' }, 'winnode-01'],
  ])('is that %s', (_case, flags, name) => {
    const needed = { ...needsOf(probes['node-object']), processes: { list: [{ name: 'kubelet', flags }] } };
    expect(probes['node-object'].reads(needed)).toMatchObject({
      node: { args: expect.arrayContaining(['get', 'node', name]) as unknown },
    });
  });
});
