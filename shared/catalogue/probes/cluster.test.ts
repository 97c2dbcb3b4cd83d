import { describe, expect, it } from 'vitest';
import { couldNotCheck } from '../../node/outcome';
import { probes } from './index';
import { absent, fails, file, type Given, items, prints } from './testing/ask';
import { evidenceOf, needsOf } from './testing/healthy';
import { KUBECONFIG } from './testing/values';

type Row = readonly [says: string, change: Given, evidence: object];

const denied = couldNotCheck('not-elevated', '');
const bad = { kind: 'could-not-check', reason: 'bad-answer' };
const forbidden = fails('Error from server (Forbidden): events is forbidden: User "system:node:x" cannot list');

const pod = (spec: object, status: object = { phase: 'Pending' }) =>
  items({ metadata: { namespace: 'a', name: 'b' }, spec, status });
const event = (more: object) =>
  items({ type: 'Warning', reason: 'x', involvedObject: { name: 'p', namespace: 'n' }, ...more });
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
    { reason: 'unreachable' },
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
      [
        'the version of kubectl',
        { kubectl: prints('{"clientVersion":{"gitVersion":"v1.33.2"}}') },
        { kubectlVersion: '1.33.2' },
      ],
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
    'node-registered',
    [
      ['the name it is registered under', {}, { name: 'winnode-01', registered: true }],
      [
        'that the cluster has no such node',
        { node: fails('Error from server (NotFound): nodes "winnode-01" not found') },
        { name: 'winnode-01', registered: false },
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
      [
        'addresses from outside and how sessions stay',
        {
          services: items({
            metadata: { namespace: 'a', name: 'b' },
            spec: {
              type: 'LoadBalancer',
              sessionAffinity: 'ClientIP',
              internalTrafficPolicy: 'Local',
              healthCheckNodePort: 31999,
              externalIPs: ['192.0.2.1'],
            },
            status: { loadBalancer: { ingress: [{ ip: '192.0.2.2' }, { hostname: 'x' }] } },
          }),
        },
        {
          services: [
            {
              externalIps: ['192.0.2.1', '192.0.2.2'],
              sessionAffinity: 'ClientIP',
              internalLocalPolicy: true,
              healthCheckNodePort: 31999,
            },
          ],
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
        'ports of the host, and how containers ended',
        {
          pods: pod(
            {
              containers: [
                {
                  image: 'x',
                  ports: [
                    { containerPort: 80, hostPort: 8080 },
                    { containerPort: 81 },
                    { containerPort: 9, hostPort: 0 },
                  ],
                },
              ],
            },
            {
              phase: 'Failed',
              startTime: '2026-03-02T03:00:00Z',
              containerStatuses: [
                {
                  name: 'app',
                  image: 'x',
                  ready: false,
                  restartCount: 3,
                  state: { terminated: { exitCode: 1 } },
                  lastState: { terminated: { exitCode: 3221225794, reason: 'Error' } },
                },
              ],
            },
          ),
        },
        {
          pods: [
            {
              hostPorts: [{ hostPort: 8080, containerPort: 80, protocol: 'TCP' }],
              started: '2026-03-02T03:00:00Z',
              containers: [{ name: 'app', restarts: 3, exit: 1, lastExit: 3221225794, lastReason: 'Error' }],
            },
          ],
        },
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
];

describe.each(TABLES)('%s tells', (id, table) => {
  it.each(table)('%s', (_says, change, evidence) => {
    expect(evidenceOf(probes[id], change)).toMatchObject(evidence);
  });
});

describe('kube-tools', () => {
  it("takes the kubelet's own kubeconfig before the usual places", () => {
    const processes = { list: [{ name: 'kubelet', flags: { kubeconfig: 'D:/kube/config' } }] };
    expect(evidenceOf(probes['kube-tools'], {}, { processes })).toMatchObject({ chosen: { path: 'D:\\kube\\config' } });
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
