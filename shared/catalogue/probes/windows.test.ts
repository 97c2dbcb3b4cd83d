import { describe, expect, it } from 'vitest';
import { couldNotCheck } from '../../node/outcome';
import { probes } from './index';
import { absent, type Given, key, prints, rows } from './testing/ask';
import { evidenceOf, needsOf } from './testing/healthy';
import { process, service, shell } from './testing/values';

type Row = readonly [says: string, change: Given, evidence: object];

const denied = couldNotCheck('not-elevated', '');
const bad = { kind: 'could-not-check', reason: 'bad-answer' };
const events = (id: number, ...properties: readonly string[]) => ({
  rows: [{ id, level: 2, time: '2026-03-02T03:20:11.000Z', provider: 'x', properties }],
});

const TABLES: ReadonlyArray<readonly [probe: keyof typeof probes, rows: readonly Row[]]> = [
  [
    'ps-host',
    [['its rights', { shell: { ...shell, elevated: false } }, { elevated: false, languageMode: 'FullLanguage' }]],
  ],
  ['locale', [['languages and code pages', {}, { uiCulture: 'ja-JP', oemCodePage: '932' }]]],
  [
    'os-build',
    [
      [
        'build and revision from the registry',
        {},
        { build: 20348, ubr: 2113, hostName: 'winnode-01', language: 1041, displayVersion: null },
      ],
      ['no start time where WMI is broken', { system: undefined }, { build: 20348, boot: null }],
      ['nothing without the key', { version: absent }, bad],
      ['nothing without the revision', { version: key({ CurrentBuildNumber: '20348', ProductName: 'x' }) }, bad],
    ],
  ],
  [
    'features',
    [
      ['what is enabled', {}, { containers: 1, hyperV: null, rebootPending: false }],
      ['what is off', { features: rows({ Name: 'Containers', InstallState: 2 }) }, { containers: 2 }],
      ['a feature that is not listed', { features: rows() }, { containers: null }],
      [
        'files that wait for a restart',
        { session: key({ PendingFileRenameOperations: ['a', '', 'b', 'c'] }) },
        { pendingRenames: 3 },
      ],
      ['that these were not read', { session: undefined }, { pendingRenames: null }],
      ['a restart that is due', { update: key({}), servicing: undefined }, { rebootPending: true }],
      ['that it does not know of a restart', { update: undefined }, { rebootPending: null }],
      ['nothing of a row without a state', { features: rows({ Name: 'Containers' }) }, bad],
    ],
  ],
  [
    'services',
    [
      [
        'states by name',
        {},
        { hns: { state: 'Running', processId: 2316 }, docker: null, drivers: { vfpext: 'Running' } },
      ],
      ['names in any case', { services: rows(service('HNS', 'Stopped')) }, { hns: { state: 'Stopped', processId: 0 } }],
      ['none of them', { services: rows() }, { hns: null, kubelet: null }],
      ['nothing of a row without a state', { services: rows({ Name: 'hns' }) }, bad],
    ],
  ],
  [
    'processes',
    [
      [
        'flags',
        {},
        {
          list: [
            {
              name: 'kubelet',
              flags: { 'hostname-override': 'WinNode-01', v: '4', config: 'C:/var/lib/kubelet/config.yaml' },
            },
          ],
          counts: { kubelet: 1 },
        },
      ],
      [
        'that a command line was denied',
        { processes: rows(process('kubelet.exe', null)) },
        { list: [{ flags: null }] },
      ],
      [
        'the session of whom each belongs to',
        { processes: rows({ ...process('kubelet.exe', null), SessionId: 2 }) },
        { list: [{ session: 2 }] },
      ],
      ['that no session was told', { processes: rows(process('kubelet.exe', null)) }, { list: [{ session: null }] }],
      ['what nssm starts', {}, { nssm: { kubelet: { parameters: '--v=4', stdout: null }, kubeproxy: null } }],
      [
        'the name of the node that nssm hands on',
        { flanneld: key({ Application: 'C:\\f.exe', AppEnvironmentExtra: ['A=1', 'NODE_NAME=winnode-01'] }) },
        { nssm: { flanneld: { nodeName: 'winnode-01' }, kubelet: { nodeName: null } } },
      ],
      ['that nssm was not read', { kubelet: undefined }, { nssm: { kubelet: undefined } }],
      ['that nothing runs', { processes: rows() }, { list: [], counts: { kubelet: 0 } }],
      ['nothing of a row without an id', { processes: rows({ Name: 'kubelet.exe' }) }, bad],
    ],
  ],
  [
    'hns-process',
    [
      ['threads and memory', {}, { process: { threads: 41, workingSet: 66060288 }, sharedWith: [] }],
      ['what shares its process', { shared: rows({ Name: 'hns' }, { Name: 'nvagent' }) }, { sharedWith: ['nvagent'] }],
      ['that it does not know what shares it', { shared: undefined }, { sharedWith: null }],
      ['that the process ended', { process: rows() }, { process: null }],
      ['nothing of a row of other things', { process: rows({ ThreadCount: 'many' }) }, bad],
    ],
  ],
  [
    'service-crashes',
    [
      ['that nothing ended', {}, { services: [], unexpectedEnds: 0, applications: [] }],
      ['no shutdown of another program with the same number', { shutdowns: events(41, 'x') }, { shutdowns: [] }],
      ['that it does not know of shutdowns', { shutdowns: undefined }, { shutdowns: null }],
      [
        'a service by its name in the language of Windows',
        { system: events(7031, 'ホスト ネットワーク サービス', '1') },
        { services: [{ service: 'hns', id: 7031 }], unexpectedEnds: 1 },
      ],
      [
        'an orderly error apart',
        { system: events(7023, 'hns', '%%1067') },
        { services: [{ id: 7023 }], unexpectedEnds: 0 },
      ],
      ['nothing of other services', { system: events(7031, 'Print Spooler') }, { services: [] }],
      [
        'programs that crashed',
        { application: events(1000, 'svchost.exe_hns', '1', '2', 'HostNetSvc.dll', '3', '4', 'c0000005') },
        { applications: [{ module: 'HostNetSvc.dll', exception: 'c0000005' }] },
      ],
      ['that a log was denied', { application: denied }, { services: [], applications: null }],
      ['nothing where both were', { application: denied, system: denied }, { reason: 'not-elevated' }],
      ['nothing without the names', { names: rows({ Name: 'hns' }) }, bad],
    ],
  ],
  [
    'hns-events',
    [
      [
        'codes',
        { compute: events(11501, 'x', '0xC0370101') },
        { codes: ['0xc0370101'], events: [{ id: 11501 }], unread: [] },
      ],
      ['which log is missing', { network: couldNotCheck('missing', 'log') }, { unread: [{ reason: 'missing' }] }],
      [
        'nothing where all were denied',
        { network: denied, compute: denied, operational: denied },
        { reason: 'not-elevated' },
      ],
    ],
  ],
  [
    'adapters',
    [
      [
        'the host adapter by its description and only IPv4',
        {},
        {
          ipv6Disabled: null,
          list: [{ hostVnic: true, up: true, addresses: ['10.0.0.4'], mtu: 1500, mac: '00155D0A0104' }],
        },
      ],
      [
        'subnets, where they come from, and whether IPv6 is off',
        {
          addresses: rows({
            InterfaceIndex: 12,
            IPAddress: '169.254.1.1',
            AddressFamily: 2,
            PrefixLength: 16,
            PrefixOrigin: 2,
            AddressState: 4,
          }),
          ipv6: key({ DisabledComponents: 255 }),
        },
        {
          ipv6Disabled: 255,
          list: [{ subnets: [{ address: '169.254.1.1', length: 16, origin: 2, state: 4 }] }],
        },
      ],
      ['that IPv6 is as it came', { ipv6: key({}) }, { ipv6Disabled: 0 }],
      ['that there are none', { adapters: rows() }, { list: [] }],
      ['nothing without the addresses', { addresses: denied }, { reason: 'not-elevated' }],
      ['nothing of a row without an index', { adapters: rows({ Name: 'x' }) }, bad],
    ],
  ],
  [
    'routes',
    [
      [
        'what leads to others',
        {},
        { routes: [{ prefix: '0.0.0.0/0' }, { prefix: '10.244.0.0/24' }], defaultGateways: ['10.0.0.1'] },
      ],
      [
        'how interfaces are set',
        {},
        { interfaces: [{ forwarding: true, weakHostSend: false, weakHostReceive: null }] },
      ],
      ['that it does not know the interfaces', { interfaces: undefined }, { interfaces: null }],
      ['that there is no way out', { routes: rows() }, { routes: [], defaultGateways: [] }],
      ['nothing of a row without a prefix', { routes: rows({ NextHop: 'x' }) }, bad],
    ],
  ],
  [
    'ports',
    [
      [
        'ranges, whatever the language',
        {},
        {
          dynamic: { start: 49152, count: 16384 },
          excluded: [{ start: 50000, end: 50059, administered: true }],
          nodePortListeners: [{ port: 31000 }],
          free64: 253,
          free64Udp: 254,
          listeners: [{ port: 31000 }],
          connections: 1,
        },
      ],
      ['that a range was not read', { excluded: undefined }, { excluded: null, free64: null }],
      ['that netsh said something else', { dynamic: prints('?') }, { dynamic: null, free64: null }],
      ['nothing without the sockets', { sockets: denied }, { reason: 'not-elevated' }],
    ],
  ],
  [
    'time',
    [
      ['where the time comes from', {}, { type: 'NT5DS', ntpServer: 'time.example.test,0x8', hyperVSync: true }],
      [
        'that nothing is set',
        { parameters: absent, provider: absent },
        { type: null, ntpServer: null, hyperVSync: null },
      ],
      ['that the provider was not read', { provider: denied }, { type: 'NT5DS', hyperVSync: undefined }],
    ],
  ],
  [
    'proxy-env',
    [
      [
        'variables in any case, of the machine and of services',
        {},
        {
          machine: { HTTPS_PROXY: 'http://proxy.example.test:8080', HTTP_PROXY: null },
          services: { containerd: { NO_PROXY: '10.0.0.10,.svc', HTTP_PROXY: null }, kubelet: null },
        },
      ],
      [
        'what nssm sets',
        { kubeletNssm: key({ AppEnvironmentExtra: ['HTTP_PROXY=http://a', 'X=1'] }) },
        { services: { kubelet: { HTTP_PROXY: 'http://a' } } },
      ],
      ['that a service was not read', { kubelet: denied }, { services: { kubelet: undefined } }],
      [
        'that nothing is set',
        { machine: absent, containerd: absent },
        { machine: { HTTP_PROXY: null }, services: { containerd: null } },
      ],
    ],
  ],
];

describe.each(TABLES)('%s tells', (id, table) => {
  it.each(table)('%s', (_says, change, evidence) => {
    expect(evidenceOf(probes[id], change)).toMatchObject(evidence);
  });
});

describe('hns-process', () => {
  it.each([
    ['missing', null],
    ['not-applicable', { processId: 0, state: 'Stopped' }],
  ])('asks nothing of a service that is not there: %s', (reason, hns) => {
    const needed = { ...needsOf(probes['hns-process']), services: { hns } };
    expect(evidenceOf(probes['hns-process'], {}, needed)).toMatchObject({ kind: 'could-not-check', reason });
  });
});
