import type { AnyProbe } from '../../define';
import { type ProbeId, probes } from '../index';
import { absent, ask, file, folder, type Given, hns, items, key, prints, rows } from './ask';

const TIME = '2026-03-02T03:21:07.000Z';
const ID = '3E0A6C2B-1111-4222-8333-444455556666';

export const shell = {
  version: '5.1.20348.2113',
  edition: 'Desktop',
  languageMode: 'FullLanguage',
  elevated: true,
  process64: true,
  os64: true,
  ansiCodePage: '932',
  oemCodePage: '932',
  uiCulture: 'ja-JP',
  culture: 'ja-JP',
  timeZone: 'Tokyo Standard Time',
  utc: TIME,
  computerName: 'WINNODE-01',
  hostName: 'winnode-01',
  executionPolicy: [],
  missingModules: [],
};

export const service = (name: string, state = 'Running') => ({
  Name: name,
  DisplayName: name === 'hns' ? 'ホスト ネットワーク サービス' : name,
  State: state,
  StartMode: 'Auto',
  ProcessId: state === 'Running' ? 2316 : 0,
  ExitCode: 0,
  ServiceSpecificExitCode: 0,
  PathName: 'C:\\x.exe',
});

export const process = (name: string, commandLine: string | null) => ({
  Name: name,
  ProcessId: 5120,
  ParentProcessId: 4,
  CreationDate: TIME,
  ExecutablePath: commandLine === null ? null : `C:\\k\\${name}`,
  CommandLine: commandLine,
});

export const KUBECONFIG = [
  'apiVersion: v1',
  'clusters:',
  '- cluster:',
  '    certificate-authority-data: Zm9v',
  '    server: https://10.0.0.10:6443',
  '  name: kubernetes',
  'contexts:',
  '- context: { cluster: kubernetes, user: system:node:winnode-01 }',
  '  name: here',
  'current-context: here',
  'users:',
  '- name: system:node:winnode-01',
  '  user: { client-certificate: C:/var/lib/kubelet/pki/kubelet-client-current.pem }',
].join('\n');

export const CNI = JSON.stringify({
  cniVersion: '0.3.0',
  name: 'vxlan0',
  type: 'flannel',
  capabilities: { portMappings: true },
  delegate: {
    type: 'win-overlay',
    policies: [{ Name: 'EndpointPolicy', Value: { Type: 'OutBoundNAT', ExceptionList: ['10.244.0.0/16'] } }],
  },
});

export const CONTAINERD = [
  'version = 2',
  '[plugins."io.containerd.grpc.v1.cri"]',
  '  sandbox_image = "example.test/pause:3.9" # pinned',
  '  [plugins."io.containerd.grpc.v1.cri".cni]',
  '    bin_dir = "C:\\\\opt\\\\cni\\\\bin"',
  '    conf_dir = "C:/etc/cni/net.d"',
].join('\r\n');

const certificate = {
  role: 'server' as const,
  subject: 'CN=kube-apiserver',
  issuer: 'CN=kubernetes',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2027-01-01T00:00:00.000Z',
  names: ['10.0.0.10'],
  thumbprint: 'A1',
};

const netsh = (...lines: readonly string[]) => prints(lines.join('\r\n'));
const dynamic = netsh('プロトコル tcp の動的ポートの範囲', '開始ポート     : 49152', 'ポート数       : 16384');
const excluded = netsh('開始ポート    終了ポート', '----------    --------', '     50000       50059     *');
const events = (...list: ReadonlyArray<{ id: number; properties: string[] }>) => ({
  rows: list.map((each) => ({ level: 2, time: TIME, provider: 'x', ...each })),
});

/** Answers of a node on which all is well, by probe and read. */
export const HEALTHY: Readonly<Record<ProbeId, Given>> = {
  'ps-host': { shell },
  locale: { shell },
  'os-build': {
    version: key({ CurrentBuildNumber: '20348', UBR: 2113, ProductName: 'Windows Server 2022 Datacenter' }),
    system: rows({ LastBootUpTime: TIME, OSLanguage: 1041 }),
    shell,
  },
  features: { features: rows({ Name: 'Containers', InstallState: 1 }), servicing: absent, update: absent },
  services: {
    services: rows(service('hns'), service('containerd'), service('kubelet')),
    drivers: rows({ Name: 'vfpext', State: 'Running' }),
  },
  processes: {
    processes: rows(process('kubelet.exe', 'C:\\k\\kubelet.exe --hostname-override=WinNode-01 --v=4')),
    kubelet: key({ Application: 'C:\\k\\kubelet.exe', AppParameters: '--v=4' }),
    kubeproxy: absent,
    kubeProxy: absent,
    flanneld: absent,
    containerd: absent,
  },
  'hns-process': {
    process: rows({ ThreadCount: 41, HandleCount: 1480, WorkingSetSize: '66060288', CreationDate: TIME }),
    shared: rows({ Name: 'hns' }),
  },
  'service-crashes': { names: rows(service('hns')), system: events(), application: events() },
  'hns-events': { network: events(), compute: events(), operational: events() },
  adapters: {
    adapters: rows({
      Name: 'vEthernet (イーサネット)',
      InterfaceDescription: 'Hyper-V Virtual Ethernet Adapter #2',
      InterfaceIndex: 12,
      InterfaceOperationalStatus: 1,
      Virtual: true,
      MtuSize: 1500,
      PermanentAddress: '00155D0A0104',
    }),
    addresses: rows(
      { InterfaceIndex: 12, IPAddress: '10.0.0.4', AddressFamily: 2 },
      { InterfaceIndex: 12, IPAddress: 'fe80::1', AddressFamily: 23 },
    ),
  },
  routes: {
    routes: rows(
      ...['0.0.0.0/0', '10.244.0.0/24', '127.0.0.0/8', '224.0.0.0/4'].map((DestinationPrefix) => ({
        DestinationPrefix,
        NextHop: '10.0.0.1',
        InterfaceIndex: 12,
        RouteMetric: 256,
        AddressFamily: 2,
      })),
    ),
    interfaces: rows({
      InterfaceIndex: 12,
      InterfaceAlias: 'vEthernet (イーサネット)',
      AddressFamily: 2,
      ConnectionState: 1,
      Forwarding: 1,
      WeakHostSend: 0,
      WeakHostReceive: null,
      NlMtu: 1500,
    }),
  },
  'hns-networks': {
    networks: hns([
      {
        ID,
        Name: 'vxlan0',
        Type: 'Overlay',
        ManagementIP: '10.0.0.4',
        DrMacAddress: '00-15-5D-6B-0E-97',
        Subnets: [
          { AddressPrefix: '10.244.4.0/24', GatewayAddress: '10.244.4.1', Policies: [{ Type: 'VSID', VSID: 4096 }] },
        ],
        Policies: [
          { Type: 'HostRoute' },
          { Type: 'RemoteSubnetRoute', DestinationPrefix: '10.244.0.0/24', ProviderAddress: '10.0.0.20' },
        ],
      },
    ]),
  },
  'hns-endpoints': {
    endpoints: hns([
      {
        ID,
        Name: 'a_vxlan0',
        VirtualNetworkName: 'vxlan0',
        IPAddress: '10.244.4.9',
        State: 3,
        SharedContainers: ['AB', 'CD'],
        Policies: [{ Type: 'OutBoundNAT', ExceptionList: ['10.244.0.0/16'] }],
        Resources: { Allocators: [{ Tag: 'Endpoint Port', EndpointPortGuid: 'B1' }] },
      },
      { ID: 'f'.repeat(8), Name: 'Ethernet', IPAddress: '10.244.0.5', State: 1, IsRemoteEndpoint: true },
    ]),
  },
  'hns-loadbalancers': {
    lists: hns([
      {
        ID,
        State: 2,
        References: [`/endpoints/${ID}`],
        Policies: [
          { Type: 'ELB', VIPs: ['10.96.0.10'], ExternalPort: 53, InternalPort: 53, Protocol: 17, IsDSR: true },
        ],
      },
      { ID, Policies: [{ Type: 'ELB', ExternalPort: 30080, InternalPort: 80, Protocol: 6, LocalRoutedVIP: true }] },
    ]),
  },
  'hns-version': { version: hns({ Major: 13, Minor: 3 }) },
  ports: {
    sockets: {
      listeners: [{ protocol: 'tcp', address: '0.0.0.0', port: 31000, processId: 4 }],
      connectionPorts: [49200],
    },
    dynamic,
    excluded,
    dynamicUdp: dynamic,
    excludedUdp: excluded,
  },
  'cni-directory': {
    configured: folder('10-flannel.conf', 'readme.txt'),
    kubeadm: folder('10-flannel.conf'),
    azure: absent,
    sdn: absent,
    containerd: absent,
    rke2: absent,
  },
  'cni-config': { '10-flannel.conf': file(CNI) },
  'cni-binaries': {
    opt: folder('flannel.exe', 'win-overlay.exe'),
    sdn: absent,
    containerd: absent,
    azure: absent,
    rke2: absent,
    winBridge: { found: false },
    winOverlay: { ...prints(''), stderr: 'CNI win-overlay plugin v1.5.1\nCNI protocol versions supported: 0.1.0\n' },
    flannel: { ...prints('{"code":4,"msg":"CNI_COMMAND env variable missing"}'), exit: 1 },
  },
  'ipam-directory': { store: folder('10.244.4.2', '10.244.4.9', 'last_reserved_ip.0', 'lock') },
  ipam: { '10.244.4.2': file('dummy'), '10.244.4.9': file('6d1f\r\neth0') },
  'flannel-state': {
    subnet: file('FLANNEL_NETWORK=10.244.0.0/16\r\nFLANNEL_SUBNET=10.244.4.1/24\r\nFLANNEL_MTU=1450\r\n'),
  },
  'kube-tools': {
    kubeadm: file(KUBECONFIG),
    sdn: absent,
    rke2: absent,
    bootstrap: absent,
    kubectl: prints('{}'),
  },
  'node-object': {
    node: prints(
      JSON.stringify({
        metadata: { name: 'winnode-01', labels: { 'node.kubernetes.io/windows-build': '10.0.20348' } },
        spec: { podCIDR: '10.244.4.0/24', taints: [{ key: 'os', effect: 'NoSchedule' }] },
        status: {
          conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady', message: 'ok' }],
          addresses: [{ type: 'InternalIP', address: '10.0.0.4' }],
          nodeInfo: { kubeletVersion: 'v1.33.2', containerRuntimeVersion: 'containerd://2.0.4+azure' },
        },
      }),
    ),
  },
  'cluster-services': {
    services: items({
      metadata: { namespace: 'shop', name: 'web' },
      spec: {
        clusterIP: '10.96.7.7',
        type: 'NodePort',
        externalTrafficPolicy: 'Local',
        ports: [{ port: 80, nodePort: 30080, protocol: 'TCP' }],
      },
    }),
    slices: items({
      metadata: { namespace: 'shop', labels: { 'kubernetes.io/service-name': 'web' } },
      endpoints: [{ addresses: ['10.244.4.9'], conditions: { ready: true }, nodeName: 'winnode-01' }],
      ports: [{ port: 8080, protocol: 'TCP' }],
    }),
  },
  'pods-here': {
    pods: items({
      metadata: { namespace: 'shop', name: 'web' },
      spec: { containers: [{ image: 'example.test/web:1' }], nodeSelector: { 'kubernetes.io/os': 'windows' } },
      status: {
        phase: 'Running',
        podIP: '10.244.4.9',
        containerStatuses: [{ image: 'example.test/web:1', ready: true, restartCount: 0, state: {}, lastState: {} }],
      },
    }),
  },
  'api-reach': {
    tls: {
      addresses: ['10.0.0.10'],
      connection: 'connected',
      handshake: { chain: [certificate], trustedBy: 'given-authority', problems: [], nameMatches: true },
      http: { status: 401, date: '2026-03-02T03:21:00.000Z' },
      utc: TIME,
      error: null,
    },
  },
  certs: {
    certificates: {
      files: [
        {
          path: 'C:\\var\\lib\\kubelet\\pki\\kubelet-client-current.pem',
          exists: true,
          certificates: [{ ...certificate, role: 'pem' }],
          error: null,
        },
        { path: 'C:\\k\\ca.crt', exists: false, certificates: [], error: null },
      ],
    },
  },
  time: {
    parameters: key({ Type: 'NT5DS', NtpServer: 'time.example.test,0x8' }),
    provider: key({ Enabled: 1 }),
    shell,
  },
  runtime: {
    pipes: folder('containerd-containerd'),
    config: file(CONTAINERD),
    info: prints(
      JSON.stringify({
        status: {
          conditions: [
            { type: 'RuntimeReady', status: true },
            { type: 'NetworkReady', status: true, reason: '', message: '' },
          ],
        },
      }),
    ),
  },
  'cri-state': {
    pods: items({ id: '6d1f', state: 'SANDBOX_READY', metadata: { namespace: 'shop', name: 'web', attempt: 0 } }),
    containers: prints(
      JSON.stringify({
        containers: [{ id: 'a0', podSandboxId: '6d1f', state: 'CONTAINER_RUNNING', metadata: { name: 'web' } }],
      }),
    ),
  },
  images: {
    images: prints(JSON.stringify({ images: [{ repoTags: ['example.test/pause:3.9'], size: '123', pinned: true }] })),
  },
  'proxy-env': {
    machine: key({ https_proxy: 'http://proxy.example.test:8080' }),
    containerd: key({ Environment: ['NO_PROXY=10.0.0.10,.svc'] }),
    kubelet: absent,
    kubeproxy: absent,
    containerdNssm: absent,
    kubeletNssm: absent,
    kubeproxyNssm: absent,
  },
  'peer-reach': { connect: { results: [{ target: '10.0.0.4:30080', connection: 'connected', milliseconds: 2 }] } },
  'kube-events': {
    events: items({
      type: 'Warning',
      reason: 'FailedCreatePodSandBox',
      message: 'Failed to create pod sandbox',
      source: { component: 'kubelet', host: 'winnode-01' },
      involvedObject: { namespace: 'shop', name: 'web' },
    }),
  },
  'log-scan': { 'C:\\k\\kubelet.err.log': file('I0302 03:20:55.101000    5324 server.go:1] all is well\r\n') },
};

/** Evidence of what a probe needs, from a node on which all is well. */
export function needsOf({ needs, wants }: AnyProbe): Given {
  return Object.fromEntries(Object.entries({ ...needs, ...wants }).map(([name, probe]) => [name, evidenceOf(probe)]));
}

/** Evidence of a probe; answers can be changed one by one. */
export function evidenceOf(probe: AnyProbe, change: Given = {}, needed: Given = needsOf(probe)): unknown {
  return ask(probe, { ...healthyAnswers(probe), ...change }, needed);
}

export function healthyAnswers({ id }: AnyProbe): Given {
  const known = Object.entries(HEALTHY).find(([name]) => name === id);
  if (!known || !Object.hasOwn(probes, id)) throw new Error(`no healthy answers for ${id}`);
  return known[1];
}
