import { describe, expect, it } from 'vitest';
import { couldNotCheck } from '../../node/outcome';
import { probes } from './index';
import { absent, fails, file, folder, type Given, hns, prints } from './testing/ask';
import { evidenceOf, needsOf } from './testing/healthy';
import { CNI, CONTAINERD, PORT } from './testing/values';

type Row = readonly [says: string, change: Given, evidence: object];

const denied = couldNotCheck('not-elevated', '');
const bad = { kind: 'could-not-check', reason: 'bad-answer' };
const raw = (json: string) => ({ json, via: 'HNSCall' });
const refused = raw('{"Success":false,"Error":"x ","ErrorCode":2151350291}');
const conditions = (status: boolean, reason: string) =>
  prints(
    JSON.stringify({
      status: { conditions: [{ type: 'NetworkReady', status, reason, message: 'cni config uninitialized' }] },
    }),
  );

const TABLES: ReadonlyArray<readonly [probe: keyof typeof probes, rows: readonly Row[]]> = [
  [
    'hns-networks',
    [
      [
        'networks with types in lower case',
        {},
        {
          networks: [
            {
              type: 'overlay',
              managementIp: '10.0.0.4',
              prefixes: ['10.244.4.0/24'],
              gateways: ['10.244.4.1'],
              vsids: [4096],
              remoteSubnets: [{ prefix: '10.244.0.0/24', provider: '10.0.0.20', mac: null }],
            },
          ],
        },
      ],
      [
        'a network without an address of its own',
        { networks: hns({ ID: 'AB', Name: 'f'.repeat(64), Type: 'NAT', NatName: 'x', Subnets: null }) },
        { networks: [{ id: 'ab', type: 'nat', managementIp: null, routerMac: null, prefixes: [] }] },
      ],
      ['that there are none', { networks: raw('{"Success":true}') }, { networks: [] }],
      ['the code of an error', { networks: refused }, { reason: 'crashed', detail: 'HNS: x (0x803b0013)' }],
      ['nothing of a network without a type', { networks: hns([{ ID: 'a', Name: 'x' }]) }, bad],
    ],
  ],
  [
    'hns-endpoints',
    [
      [
        'endpoints of pods and of others',
        {},
        {
          endpoints: [
            {
              state: 3,
              containers: 2,
              containerIds: ['ab', 'cd'],
              exceptions: ['10.244.0.0/16'],
              ports: [PORT],
              remote: false,
            },
            { remote: true, containers: 0, policies: [] },
          ],
          localPodEndpoints: 1,
        },
      ],
      [
        'exceptions of the second version',
        {
          endpoints: hns([{ ID: 'a', Policies: [{ Type: 'OutBoundNAT', Settings: { Exceptions: ['10.0.0.0/8'] } }] }]),
        },
        { endpoints: [{ exceptions: ['10.0.0.0/8'], name: '', ip: '' }] },
      ],
      [
        'ports of the host in both forms',
        {
          endpoints: hns([
            {
              ID: 'a',
              Namespace: { ID: 'AB', IsDefault: false },
              Policies: [
                { Type: 'NAT', InternalPort: 80, ExternalPort: 8080, Protocol: 6 },
                { Type: 'PortMapping', InternalPort: 81, ExternalPort: 8081, Protocol: 'TCP' },
              ],
            },
          ]),
        },
        {
          endpoints: [
            {
              namespace: 'ab',
              portMappings: [
                { internalPort: 80, externalPort: 8080, protocol: 6 },
                { internalPort: 81, externalPort: 8081, protocol: 'TCP' },
              ],
            },
          ],
        },
      ],
      ['that there are none', { endpoints: hns([]) }, { endpoints: [], localPodEndpoints: 0 }],
      ['the code of an error', { endpoints: refused }, { reason: 'crashed' }],
    ],
  ],
  [
    'hns-loadbalancers',
    [
      [
        'services and node ports',
        {},
        {
          loadBalancers: [
            {
              vip: '10.96.0.10',
              protocol: 17,
              dsr: true,
              nodePort: false,
              endpoints: ['3e0a6c2b-1111-4222-8333-444455556666'],
            },
            { vip: null, externalPort: 30080, nodePort: true, endpoints: [] },
          ],
          count: 2,
        },
      ],
      [
        'a node port with an empty address',
        { lists: hns({ ID: 'a', Policies: [{ Type: 'elb', VIPs: [''], ExternalPort: 30080, LocalRoutedVIP: true }] }) },
        { loadBalancers: [{ vip: null, nodePort: true }] },
      ],
      ['no other policies', { lists: hns([{ ID: 'a', Policies: [{ Type: 'ROUTE' }] }]) }, { count: 0 }],
      ['nothing of text', { lists: raw('LoadBalancers:') }, bad],
    ],
  ],
  [
    'hns-version',
    [
      ['the version', {}, { major: 13, minor: 3 }],
      ['nothing where there is none', { version: raw('{"Success":true}') }, bad],
    ],
  ],
  [
    'cni-directory',
    [
      [
        'the directory that containerd names',
        {},
        { chosen: { path: 'C:\\etc\\cni\\net.d', files: ['10-flannel.conf'] } },
      ],
      [
        'that it is not there',
        { configured: absent, sdn: folder('cni.conf') },
        { chosen: { files: [] }, found: [{ files: ['cni.conf'] }] },
      ],
      ['nothing where it was denied', { configured: denied }, { reason: 'not-elevated' }],
    ],
  ],
  [
    'cni-config',
    [
      [
        'the configuration that wins',
        {},
        {
          winner: {
            name: 'vxlan0',
            plugins: [{ type: 'flannel', delegate: 'win-overlay', portMappings: true }],
            exceptions: ['10.244.0.0/16'],
          },
        },
      ],
      [
        'why none does',
        { '10-flannel.conf': file(CNI, true) },
        { winner: null, files: [{ bom: true, problem: 'bom' }] },
      ],
      [
        'that a comment spoils it',
        { '10-flannel.conf': file('{\n# x\n}') },
        { winner: null, files: [{ problem: 'comments' }] },
      ],
      ['that the file is gone', { '10-flannel.conf': absent }, { winner: null, files: [] }],
      ['nothing where it was denied', { '10-flannel.conf': denied }, { reason: 'not-elevated' }],
    ],
  ],
  [
    'cni-binaries',
    [
      [
        'versions where they are told',
        {},
        {
          plugins: { 'win-overlay': { version: '1.5.1' }, 'win-bridge': null, flannel: { version: null } },
          directories: [{ names: ['flannel.exe', 'win-overlay.exe'] }],
        },
      ],
      ['that a plugin could not be asked', { winBridge: denied }, { plugins: { 'win-bridge': undefined } }],
      ['that a folder was not read', { opt: denied }, { directories: [{ names: null }] }],
    ],
  ],
  [
    'ipam-directory',
    [
      ['addresses only', {}, { count: 2, addresses: [{ ip: '10.244.4.2' }, { ip: '10.244.4.9' }] }],
      ['stores of other networks', {}, { stores: ['vxlan0'] }],
      ['that there is no store', { store: absent }, { exists: false, count: 0 }],
    ],
  ],
  [
    'ipam',
    [
      ['holders', {}, { leases: [{ holder: 'dummy' }, { ip: '10.244.4.9', holder: '6d1f' }] }],
      ['that one was not read', { '10.244.4.2': denied }, { leases: [{ holder: null }, { holder: '6d1f' }] }],
      ['that one went', { '10.244.4.2': absent }, { count: 2, leases: [{ ip: '10.244.4.9' }] }],
    ],
  ],
  [
    'flannel-state',
    [
      [
        'the subnet',
        {},
        {
          exists: true,
          network: '10.244.0.0/16',
          subnet: '10.244.4.1/24',
          mtu: '1450',
          netConf: { facts: { type: 'vxlan', vni: 4096, port: 4789 } },
          sourceVip: { bom: true, facts: { ip: '10.244.4.2' } },
          sourceVipRequest: null,
          podSourceVip: null,
        },
      ],
      ['that others were not read', { netConf: denied, sourceVip: absent }, { netConf: undefined, sourceVip: null }],
      [
        "what kube-proxy's pod keeps",
        { podSourceVip: file('{"ip4":{"ip":"10.244.4.2/24"}}') },
        { podSourceVip: { path: 'C:\\sourcevip\\sourceVip.json', facts: { ip: '10.244.4.2' } } },
      ],
      ['that the file is missing', { subnet: absent }, { exists: false, path: 'C:\\run\\flannel\\subnet.env' }],
      ['that the file is empty', { subnet: file('') }, { exists: true, subnet: null }],
      ['a byte order mark', { subnet: file('FLANNEL_SUBNET=x', true) }, { bom: true }],
    ],
  ],
  [
    'runtime',
    [
      [
        'values with their places',
        {},
        {
          pipe: true,
          config: {
            version: 2,
            sandboxImage: { value: 'example.test/pause:3.9', line: 3 },
            confDir: { value: 'C:/etc/cni/net.d', line: 6 },
            binDir: { line: 5 },
          },
          inForce: { confDir: 'C:\\etc\\cni\\net.d', binDir: 'C:\\opt\\cni\\bin', sandboxImage: null },
          dockerPipe: false,
          runtimeReady: { ok: true },
          crictlError: null,
        },
      ],
      [
        'why the network is not ready',
        { info: conditions(false, 'NetworkPluginNotReady') },
        { networkReady: { ok: false, reason: 'NetworkPluginNotReady' }, runtimeReady: null },
      ],
      ['that there is no pipe', { pipes: folder('containerd-shim') }, { pipe: false }],
      ['that the pipes were not read', { pipes: denied }, { pipe: null, config: { version: 2 } }],
      [
        'what crictl said instead',
        { info: fails('FATA[0000] connection error') },
        { networkReady: null, crictlError: 'FATA[0000] connection error' },
      ],
      [
        'that crictl printed something else',
        { info: prints('?') },
        { pipe: true, networkReady: null, crictlError: 'crictl info is not JSON' },
      ],
      ['that there is no crictl', { info: { found: false } }, { networkReady: null, crictlError: null }],
      ['that there is no configuration', { config: absent }, { config: null }],
      [
        'the configuration of RKE2',
        { config: absent, rke2: file(CONTAINERD) },
        { config: { path: expect.stringContaining('rke2') as unknown, sandboxImage: { line: 3 } } },
      ],
      ['that docker is there', { docker: folder('docker_engine') }, { dockerPipe: true }],
      [
        'defaults',
        { config: file(CONTAINERD.replace('sandbox_image', '# sandbox_image')) },
        { config: { sandboxImage: null } },
      ],
    ],
  ],
  [
    'cri-state',
    [
      [
        'sandboxes and containers',
        {},
        {
          sandboxes: [{ pod: 'shop/web', ready: true }],
          containers: [{ sandbox: '6d1f', attempt: 0 }],
          readySandboxes: 1,
        },
      ],
      [
        'when they were made',
        {},
        {
          sandboxes: [{ created: '2026-03-01T08:15:00.000Z' }],
          containers: [{ created: null }],
        },
      ],
      [
        'that there are none',
        { pods: prints('{}'), containers: prints('{"containers":null}') },
        { sandboxes: [], containers: [] },
      ],
      [
        'that containerd hangs',
        { pods: fails('rpc error: code = DeadlineExceeded desc = context deadline exceeded') },
        { reason: 'timed-out' },
      ],
      ['that containerd is not there', { containers: fails('FATA[0000] connection error') }, { reason: 'crashed' }],
      ['that there is no crictl', { pods: { found: false } }, { reason: 'missing' }],
      ['nothing of text', { pods: prints('POD ID   CREATED') }, bad],
    ],
  ],
  [
    'images',
    [
      [
        'tags, sizes and pins',
        {},
        { tags: ['example.test/pause:3.9'], usedBytes: 21474836480, list: [{ size: 123, pinned: true }] },
      ],
      [
        'images without a tag',
        { images: prints('{"images":[{"repoTags":null,"size":5}]}') },
        { tags: [], list: [{ size: 5, pinned: false }] },
      ],
      ['that it does not know how much they take', { fs: prints('?') }, { usedBytes: null }],
      ['that there are none', { images: prints('{"images":[]}') }, { tags: [], list: [] }],
      ['nothing of text', { images: prints('IMAGE   TAG') }, bad],
    ],
  ],
];

describe.each(TABLES)('%s tells', (id, table) => {
  it.each(table)('%s', (_says, change, evidence) => {
    expect(evidenceOf(probes[id], change)).toMatchObject(evidence);
  });
});

describe('ipam-directory', () => {
  it.each([null, { name: null }, { name: '..\\..\\x' }])('asks nothing without a name it can trust: %j', (winner) => {
    const needed = { ...needsOf(probes['ipam-directory']), cni: { winner } };
    expect(evidenceOf(probes['ipam-directory'], {}, needed)).toMatchObject({ reason: 'missing' });
  });
});
