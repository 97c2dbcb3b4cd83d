import { describe, expect, it } from 'vitest';
import { couldNotCheck } from '../../node/outcome';
import { probes } from './index';
import { absent, fails, file, folder, type Given, items, prints, rows } from './testing/ask';
import { evidenceOf, HEALTHY, needsOf } from './testing/healthy';
import { PORT } from './testing/values';

type Row = readonly [says: string, change: Given, evidence: object];

const denied = couldNotCheck('not-elevated', '');
const bad = { kind: 'could-not-check', reason: 'bad-answer' };
const forbidden = fails('Error from server (Forbidden): nodes is forbidden: User "system:node:x" cannot list');
const api = HEALTHY['local-health'].api as object;

const TABLES: ReadonlyArray<readonly [probe: keyof typeof probes, rows: readonly Row[]]> = [
  [
    'local-health',
    [
      [
        'who answers and who listens',
        {},
        {
          results: [
            { role: 'kubelet-health', connection: 'connected' },
            { role: 'kubelet-api' },
            { target: '127.0.0.1:10256', role: 'kube-proxy-health' },
            { target: '10.0.0.4:10256', role: 'kube-proxy-health' },
          ],
          kubeletApi: { status: 401, subject: 'CN=winnode-01@1763433600' },
          listeners: [{ port: 10250, processId: 5120 }],
        },
      ],
      [
        'that the kubelet does not answer',
        { api: { ...api, connection: 'refused', handshake: null, http: null } },
        { kubeletApi: { connection: 'refused', status: null, subject: null } },
      ],
      ['that the API was not asked', { api: undefined }, { kubeletApi: null }],
      ['that the listeners were not read', { sockets: denied }, { listeners: null, results: [{}, {}, {}, {}] }],
      ['that a target was not answered', { connect: { results: [] } }, { results: [{ connection: null }, {}, {}, {}] }],
    ],
  ],
  [
    'dns',
    [
      [
        'names by the cluster and by the host',
        {
          '10.96.0.10': {
            results: [{ name: 'kubernetes.default.svc.cluster.local', addresses: [], error: 'TimedOut' }],
          },
        },
        {
          names: { own: 'kubernetes.default.svc.cluster.local', outside: ['example.test'] },
          cluster: [{ server: '10.96.0.10', role: 'service', results: [{ error: 'TimedOut' }] }],
          host: [{ addresses: ['203.0.113.7'] }],
        },
      ],
      ['that the cluster was not asked', { '10.96.0.10': undefined }, { cluster: [{ results: null }] }],
      ['nothing where neither was', { host: denied }, { reason: 'not-elevated' }],
    ],
  ],
  [
    'dns-servers',
    [
      ['servers by interface', {}, { interfaces: [{ interfaceIndex: 12, servers: ['10.0.0.2', '10.0.0.3'] }] }],
      ['that there are none', { servers: rows() }, { interfaces: [] }],
      ['nothing of a row without an index', { servers: rows({ ServerAddresses: 'x' }) }, bad],
    ],
  ],
  [
    'fabric-reach',
    [
      [
        'nodes, pods, services and the registry',
        {},
        {
          results: [
            { target: '10.0.0.20:10250', role: 'node-kubelet', of: 'linux-1', connection: 'connected' },
            { target: '10.96.7.7:80', role: 'service-ip', of: 'shop/web', connection: null },
            { target: 'example.test:443', role: 'registry' },
          ],
        },
      ],
    ],
  ],
  [
    'vfp-ports',
    [
      ['that a port is open', {}, { ports: [{ port: PORT, blocked: false }], left: 0 }],
      ['that a port is blocked', { [PORT]: prints('  Blocked   : TRUE') }, { ports: [{ blocked: true }] }],
      ['that it says something else', { [PORT]: prints('?') }, { ports: [{ blocked: null }] }],
      ['that it failed', { [PORT]: fails('ERROR') }, { ports: [{ blocked: null }] }],
      ['that there is no such program', { [PORT]: { found: false } }, { reason: 'missing' }],
    ],
  ],
  [
    'component-versions',
    [
      [
        'versions in each of their forms',
        { flanneld: { ...prints(''), stderr: 'v0.12.0\n' } },
        { kubelet: { version: '1.33.2' }, containerd: { version: '1.7.27' }, flanneld: { version: '0.12.0' } },
      ],
      ['that one is not there', {}, { flanneld: null }],
      ['that one was not asked', { kubelet: denied }, { kubelet: undefined }],
      ['that one tells none', { kubelet: prints('?') }, { kubelet: { version: null } }],
      ['that RKE2 is there', { rke2: folder('rke2.exe') }, { rke2: true }],
      ['that it is not', {}, { rke2: false }],
      ['that its folder was not seen', { rke2: denied }, { rke2: undefined }],
    ],
  ],
  [
    'component-config',
    [
      [
        'what the kubelet was told',
        {},
        {
          kubelet: { exists: true, facts: { clusterDns: ['10.96.0.10'], maxPods: 110, healthzPort: null } },
          kubeProxy: null,
        },
      ],
      ['that the file is not there', { kubelet: absent }, { kubelet: { exists: false, facts: null } }],
      ['that it is not understood', { kubelet: file('kind: [') }, { kubelet: { exists: true, facts: null } }],
      ['that it is of another kind', { kubelet: file('kind: Pod') }, { kubelet: { facts: null } }],
      ['nothing where it was denied', { kubelet: denied }, { reason: 'not-elevated' }],
    ],
  ],
  [
    'cluster-nodes',
    [
      [
        'nodes and what flannel told of them',
        {},
        {
          nodes: [
            {
              name: 'linux-1',
              os: 'linux',
              ready: 'True',
              internalIp: '10.0.0.20',
              podCidr: '10.244.0.0/24',
              flannel: { type: 'vxlan', vni: 4096, vtepMac: '5a-1f-00-00-00-01', port: null },
            },
            { name: 'new', os: null, ready: null, internalIp: null, podCidr: null, flannel: null },
          ],
        },
      ],
      ['that it may not list them', { nodes: forbidden }, { kind: 'could-not-check', reason: 'policy' }],
      ['that there are none', { nodes: items() }, { nodes: [] }],
      ['nothing of text', { nodes: prints('NAME   STATUS') }, bad],
    ],
  ],
  [
    'control-plane',
    [
      [
        'that all is well',
        {},
        { live: true, failing: [], checks: 3, pods: [{ component: 'kube-apiserver', restarts: 2 }] },
      ],
      [
        'what fails, out of a quoted text',
        {
          livez: fails(
            'Error from server (InternalError): an error on the server ("[+]ping ok\\n[-]etcd failed: reason withheld\\nlivez check failed") has prevented the request from succeeding',
          ),
        },
        { live: false, failing: ['etcd'], checks: 2 },
      ],
      ['that it may not list pods', { pods: forbidden }, { live: true, pods: null }],
      [
        'that the server was not reached',
        { livez: fails('Unable to connect to the server: x') },
        { reason: 'unreachable' },
      ],
      ['that there is no kubectl', { livez: { found: false } }, { reason: 'missing', detail: 'kubectl' }],
    ],
  ],
  [
    'image-platforms',
    [
      [
        'the Windows that an image was made for',
        {},
        { images: [{ tag: 'example.test/pause:3.9', image: { os: 'windows', build: 20348 } }] },
      ],
      [
        'an image of Linux',
        { 'example.test/pause:3.9': prints('{"info":{"imageSpec":{"os":"linux"}}}') },
        { images: [{ image: { os: 'linux', osVersion: null, build: null } }] },
      ],
      ['that it was not told', { 'example.test/pause:3.9': prints('{}') }, { images: [{ image: { os: null } }] }],
      ['that it went', { 'example.test/pause:3.9': fails('no such image') }, { images: [{ image: null }] }],
    ],
  ],
  [
    'log-files',
    [
      [
        'logs of pods and services',
        {},
        {
          files: [
            { path: 'C:\\var\\log\\containers\\kube-proxy-windows_kube-system_kube-proxy-1.log' },
            { path: 'C:\\var\\log\\kubelet\\kubelet.err.log' },
          ],
          unread: [],
        },
      ],
      ['only the newest of many', { sdn: folder('a', 'b', 'c', 'd', 'e', 'f') }, { files: { length: 6 } }],
      ['which folder was not read', { flannelPods: denied }, { unread: ['C:\\var\\log\\containers'] }],
    ],
  ],
];

describe.each(TABLES)('%s tells', (id, table) => {
  it.each(table)('%s', (_says, change, evidence) => {
    expect(evidenceOf(probes[id], change)).toMatchObject(evidence);
  });
});

describe('component-config', () => {
  const running = (flags: object | null) => ({ processes: { list: [{ name: 'kube-proxy', flags }] } });

  it('reads what kube-proxy was told', () => {
    const text = [
      'kind: KubeProxyConfiguration',
      "hostnameOverride: ''",
      'mode: kernelspace',
      'featureGates: { WinOverlay: true }',
      'winkernel: { enableDSR: true, networkName: vxlan0, sourceVip: 10.244.4.2 }',
    ].join('\n');
    const needed = running({ config: 'C:/k/kube-proxy.conf' });
    expect(evidenceOf(probes['component-config'], { kubeProxy: file(text) }, needed)).toMatchObject({
      kubelet: null,
      kubeProxy: {
        path: 'C:\\k\\kube-proxy.conf',
        facts: {
          hostnameOverride: null,
          featureGates: { WinOverlay: true },
          winkernel: { enableDsr: true, networkName: 'vxlan0', sourceVip: '10.244.4.2', forwardHealthCheckVip: null },
        },
      },
    });
  });

  it.each([
    ['not-elevated', null],
    ['not-applicable', {}],
    ['not-applicable', { config: '\\\\elsewhere\\share' }],
  ])('asks nothing without a path: %s', (reason, flags) => {
    expect(probes['component-config'].reads(running(flags))).toMatchObject({ reason });
  });
});

describe('vfp-ports', () => {
  const endpoint = (port: string, remote = false) => ({ id: 'a', ip: '10.0.0.1', remote, ports: [port] });
  const guid = (index: number) => `B1C2D3E4-1111-4222-8333-${String(index).padStart(12, '0')}`;

  it('asks of 40 ports at most, and says how many are left', () => {
    const needed = { hns: { endpoints: Array.from({ length: 55 }, (_each, index) => endpoint(guid(index))) } };
    expect(Object.keys(probes['vfp-ports'].reads(needed))).toHaveLength(40);
    expect(evidenceOf(probes['vfp-ports'], { [guid(0)]: prints('Blocked : FALSE') }, needed)).toMatchObject({
      left: 15,
    });
  });

  it('asks nothing of other nodes and of what is no port', () => {
    const needed = { hns: { endpoints: [endpoint(guid(1), true), endpoint('/unbind')] } };
    expect(probes['vfp-ports'].reads(needed)).toMatchObject({ reason: 'not-applicable' });
  });
});

describe('dns', () => {
  const wants = { tools: undefined, services: undefined, processes: undefined, config: undefined, runtime: undefined };

  it('asks the service and the pods behind it', () => {
    const services = {
      services: [{ namespace: 'kube-system', name: 'kube-dns', clusterIp: '10.96.0.10' }],
      backends: [
        { service: 'kube-system/kube-dns', address: '10.244.0.5', ready: true },
        { service: 'kube-system/kube-dns', address: '10.244.0.6', ready: false },
        { service: 'shop/web', address: '10.244.4.9', ready: true },
      ],
    };
    const reads = probes.dns.reads({ ...wants, services });
    expect(Object.keys(reads)).toEqual(['10.96.0.10', '10.244.0.5']);
  });

  it('goes by what the kubelet was told where the cluster does not tell', () => {
    const flags = { 'cluster-dns': '10.96.0.10,10.96.0.11', 'cluster-domain': 'example.test.' };
    const reads = probes.dns.reads({ ...wants, processes: { list: [{ name: 'kubelet', flags }] } });
    expect(reads).toMatchObject({ '10.96.0.11': { names: ['kubernetes.default.svc.example.test'] } });
  });

  it('asks nothing where it knows no server', () => {
    expect(probes.dns.reads(wants)).toMatchObject({ reason: 'missing' });
  });
});

describe('fabric-reach', () => {
  it('asks no node that the cluster holds for down', () => {
    const listed = (name: string, internalIp: string, ready: string | null) => ({ name, internalIp, ready });
    const nodes = {
      nodes: [
        listed('up', '10.0.0.20', 'True'),
        listed('down', '10.0.0.21', 'Unknown'),
        listed('new', '10.0.0.22', null),
      ],
    };
    const routes = [{ provider: '10.0.0.21' }, { provider: '10.0.0.20' }];
    expect(probes['fabric-reach'].reads({ nodes, networks: { networks: [{ remoteSubnets: routes }] } })).toMatchObject({
      connect: { targets: ['10.0.0.20:10250', '10.0.0.22:10250'] },
    });
  });

  it('goes by HNS where the cluster may not be asked', () => {
    const needed = {
      ...Object.fromEntries(Object.keys(needsOf(probes['fabric-reach'])).map((name) => [name, undefined])),
      networks: { networks: [{ remoteSubnets: [{ provider: '10.0.0.20' }, { provider: null }] }] },
      endpoints: { endpoints: [{ id: 'a', ip: '10.244.0.5', remote: true }] },
      balancers: {
        loadBalancers: [
          { vip: '10.96.7.7', protocol: 6, externalPort: 80, internalPort: 8080, endpoints: ['a', 'gone'] },
          { vip: '10.96.0.10', protocol: 17, externalPort: 53, internalPort: 53, endpoints: ['a'] },
        ],
      },
    };
    expect(probes['fabric-reach'].reads(needed)).toMatchObject({
      connect: { targets: ['10.0.0.20:10250', '10.244.0.5:8080', '10.96.7.7:80'] },
    });
  });

  it('asks a few of each kind', () => {
    const services = {
      services: Array.from({ length: 500 }, (_each, index) => ({
        namespace: 'a',
        name: 'b',
        clusterIp: `10.96.${index >> 8}.${index & 255}`,
        ports: [{ port: 80, protocol: 'TCP' }],
      })),
    };
    expect(probes['fabric-reach'].reads({ services })).toMatchObject({ connect: { targets: { length: 6 } } });
    expect(probes['fabric-reach'].reads({})).toMatchObject({ reason: 'missing' });
  });
});

describe('log-scan', () => {
  it('reads what was found, each file once', () => {
    const found = { files: [{ path: 'C:\\K\\kubelet.log' }, { path: 'C:\\var\\log\\containers\\kube-proxy-1.log' }] };
    const names = Object.keys(probes['log-scan'].reads({ processes: undefined, found }));
    expect(names).toContain('C:\\var\\log\\containers\\kube-proxy-1.log');
    expect(names.filter((name) => name.toLowerCase() === 'c:\\k\\kubelet.log')).toHaveLength(1);
  });
});
