import type { ToolId } from '../../node/tools';
import { inOrder, inRouteOrder, binaryFile, textFile } from '../edit';
import { guid, mac } from '../ids';
import type {
  FileState,
  Flavour,
  HnsNetworkState,
  LayoutState,
  NodeState,
  ProcessState,
  RuntimeState,
  ServiceState,
} from '../state';
import { apiServer } from './certificates';
import { services, UPDATES, workload, type Addresses } from './cluster';
import { BOOT, BUILDS, ethernet, SETUP, windowsOf, type Options, type Release } from './options';
import { serviceRegistry, windowsRegistry } from './registry';
import { WINDOWS_SERVICES } from './services';

/** What sets one flavour apart from another. */
export interface Parts {
  readonly flavour: Flavour;
  readonly core: boolean;
  readonly version: string;
  readonly layout: LayoutState;
  readonly addresses: Addresses;
  readonly services: Readonly<Record<string, ServiceState>>;
  readonly processes: readonly ProcessState[];
  readonly files: Readonly<Record<string, FileState>>;
  readonly networkType: string;
  readonly hostEndpoints: ReadonlyArray<{ readonly name: string; readonly ip: string }>;
  readonly runtime: RuntimeState;
  readonly extraPods: NodeState['cluster']['pods'];
  readonly tools: Readonly<Partial<Record<ToolId, string>>>;
  readonly firewallOn: boolean;
}

function network({ id }: Options, parts: Parts, adapter: string): HnsNetworkState {
  const { addresses, layout, networkType } = parts;
  const overlay = networkType.toLowerCase() === 'overlay';
  const prefix = addresses.podCidr;
  const remote = (subnet: string, provider: string): HnsNetworkState['remote'][number] => ({
    prefix: subnet,
    provider,
    mac: mac(`vtep ${provider}`).toLowerCase(),
  });
  return {
    id: guid(`${id} network ${layout.networkName}`),
    name: layout.networkName,
    type: networkType,
    managementIp: addresses.node,
    adapterName: adapter,
    prefix,
    gateway: parts.flavour === 'aks' ? addresses.gateway : prefix.replace(/\.0\/\d+$/, '.1'),
    remote: overlay ? [remote('10.244.0.0/24', addresses.master), remote('10.244.1.0/24', addresses.worker)] : [],
  };
}

function adaptersOf(
  options: Options,
  addresses: Addresses,
  maker: string,
): Pick<NodeState, 'adapters' | 'ips' | 'routes'> {
  const name = ethernet(options.language);
  const host = mac(`${options.id} host`);
  const routes = [
    { prefix: '0.0.0.0/0', nextHop: addresses.gateway, interfaceIndex: 12 },
    ...(addresses.podCidr.startsWith('10.244.')
      ? [
          { prefix: '10.244.0.0/24', nextHop: addresses.master, interfaceIndex: 12 },
          { prefix: '10.244.1.0/24', nextHop: addresses.worker, interfaceIndex: 12 },
        ]
      : []),
  ];
  return {
    adapters: [
      {
        index: 4,
        name,
        description: maker.startsWith('VMware') ? 'vmxnet3 Ethernet Adapter' : 'Microsoft Hyper-V Network Adapter',
        mac: host,
        up: true,
        virtual: false,
        mtu: 1500,
        dns: [],
      },
      {
        index: 12,
        name: `vEthernet (${name})`,
        description: 'Hyper-V Virtual Ethernet Adapter',
        mac: host,
        up: true,
        virtual: true,
        mtu: 1500,
        dns: [addresses.gateway],
      },
    ],
    ips: [{ index: 12, address: addresses.node, prefixLength: 24 }],
    routes: inRouteOrder(routes),
  };
}

function remotes(
  { worker, master, dnsPod, remotePods: [web, shop] }: Addresses,
  release: Release,
): NodeState['remote'] {
  const connected = [
    `${worker}:10250`,
    `${worker}:22`,
    `${master}:10250`,
    `${dnsPod}:53`,
    `${web}:80`,
    `${shop}:8080`,
    `${worker}:31080`,
    '203.0.113.21:443',
    '203.0.113.22:443',
    ...(release === '17763-old' ? [] : ['self:31080', 'self:32207']),
  ];
  return Object.fromEntries(connected.map((target) => [target, 'connected' as const]));
}

const COMMON_FILES: Readonly<Record<string, FileState>> = {
  'C:\\ProgramData\\Microsoft\\Windows\\HNS\\HNS.data': binaryFile(1_048_576, BOOT),
  'C:\\Windows\\System32\\drivers\\etc\\hosts': textFile('# Copyright (c) 1993-2009 Microsoft Corp.\r\n', SETUP),
};

function sorted(registry: NodeState['registry']): NodeState['registry'] {
  return inOrder(Object.fromEntries(Object.entries(registry).map(([path, values]) => [path, inOrder(values)])));
}

const PORTS: NodeState['ports'] = {
  dynamic: { tcp: { start: 49152, count: 16384 }, udp: { start: 49152, count: 16384 } },
  excluded: {
    tcp: [
      { start: 5985, end: 5985, administered: true },
      { start: 49696, end: 49759, administered: false },
      { start: 50000, end: 50059, administered: true },
    ],
    udp: [{ start: 49696, end: 49759, administered: false }],
  },
  connections: 212,
  foreign: [],
};

const ALL_PROFILES = 2_147_483_647;

const EVENTS: NodeState['events'] = [
  { log: 'System', provider: 'EventLog', id: 6005, level: 4, time: BOOT, properties: [] },
  {
    log: 'System',
    provider: 'Microsoft-Windows-WindowsUpdateClient',
    id: 19,
    level: 4,
    time: '2026-02-12T17:02:11.000Z',
    properties: ['KB5050109'],
  },
];

function hnsOf(options: Options, parts: Parts): NodeState['hns'] {
  return {
    ...BUILDS[options.release].hns,
    networks: [network(options, parts, ethernet(options.language))],
    uncreated: [],
    endpoints: parts.hostEndpoints.map(({ name, ip }) => ({
      id: guid(`${options.id} endpoint ${name}`),
      name,
      network: parts.layout.networkName,
      ip,
      state: 2,
      remote: false,
    })),
    deleted: [],
    loadBalancersLost: false,
    oldExceptions: [],
    hung: false,
  };
}

function clusterOf(options: Options, parts: Parts): NodeState['cluster'] {
  const { addresses } = parts;
  return {
    version: parts.version,
    apiServer: apiServer(addresses.api.host, addresses.api.port, addresses.api.address),
    nodeName: addresses.nodeName,
    nodeIp: addresses.node,
    podCidr: addresses.podCidr,
    maxPods: parts.flavour === 'aks' ? 30 : 110,
    clusterCidr: addresses.clusterCidr,
    dnsIp: '10.96.0.10',
    services: services(addresses),
    pods: [...parts.extraPods, ...workload(options, addresses)],
  };
}

/** A healthy node of a flavour. */
export function assemble(options: Options, parts: Parts): NodeState {
  const { addresses, layout } = parts;
  const build = BUILDS[options.release];
  const windows = windowsOf(options, parts.core, parts.flavour);
  const all = { ...WINDOWS_SERVICES, ...parts.services };
  return {
    id: options.id,
    flavour: parts.flavour,
    layout,
    windows,
    shell: {
      version: `5.1.${build.build}.${build.ubr}`,
      elevated: true,
      languageMode: 'FullLanguage',
      process64: true,
      missingModules: [],
    },
    features: { Containers: 1, 'Microsoft-Hyper-V': 2 },
    services: inOrder(all),
    drivers: { vfpext: 'Running', vmsmp: 'Running' },
    processes: parts.processes,
    files: inOrder({ ...COMMON_FILES, ...parts.files }),
    registry: sorted({ ...windowsRegistry(windows, layout.networkName), ...serviceRegistry(all) }),
    ...adaptersOf(options, addresses, windows.maker),
    hns: hnsOf(options, parts),
    flannel: { version: '0.22.3', wrote: true, complaint: null },
    ports: PORTS,
    events: EVENTS,
    cluster: clusterOf(options, parts),
    runtime: parts.runtime,
    tools: {
      netsh: 'C:\\Windows\\System32\\netsh.exe',
      hnsdiag: 'C:\\Windows\\System32\\hnsdiag.exe',
      vfpctrl: 'C:\\Windows\\System32\\vfpctrl.exe',
      fltmc: 'C:\\Windows\\System32\\fltmc.exe',
      ...parts.tools,
    },
    names: {
      ...(addresses.api.host === addresses.api.address ? {} : { [addresses.api.host]: [addresses.api.address] }),
      'mcr.microsoft.com': ['203.0.113.21'],
      'registry.k8s.io': ['203.0.113.22'],
      'time.windows.com': ['203.0.113.30'],
      'www.microsoft.com': ['203.0.113.31'],
    },
    remote: remotes(addresses, options.release),
    firewall: {
      active: 4,
      on: parts.firewallOn,
      rules: [
        ...(parts.networkType === 'Overlay'
          ? [{ name: 'VXLAN', action: 1, protocol: 17, ports: '4789', profiles: ALL_PROFILES }]
          : []),
        { name: 'kubelet', action: 1, protocol: 6, ports: '10250', profiles: ALL_PROFILES },
      ],
    },
    updates: UPDATES,
    disk: { size: 136_365_211_648, free: 61_203_283_968 },
    memory: { totalKb: 16_776_192, freeKb: 7_340_032, pagefileMb: 8192 },
  };
}
