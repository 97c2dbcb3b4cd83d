import { HNS_PATHS, type Read } from '../../node/read';
import type { NodeState } from '../state';

const SERVICES = ['hns', 'vmcompute', 'containerd', 'docker', 'kubelet', 'kubeproxy', 'flanneld', 'W32Time'];
const STANDARD = 'root/StandardCimv2';
const CRI = ['--runtime-endpoint', 'npipe:////./pipe/containerd-containerd', '--timeout', '5s'];

const OF_WINDOWS: readonly Read[] = [
  { kind: 'shell' },
  {
    kind: 'cim',
    class: 'Win32_Service',
    where: { Name: SERVICES },
    select: [
      'Name',
      'DisplayName',
      'State',
      'StartMode',
      'ProcessId',
      'ExitCode',
      'ServiceSpecificExitCode',
      'PathName',
    ],
  },
  { kind: 'cim', class: 'Win32_SystemDriver', where: { Name: ['vfpext', 'vmsmp'] }, select: ['Name', 'State'] },
  {
    kind: 'cim',
    class: 'Win32_Process',
    where: { Name: ['kubelet.exe', 'kube-proxy.exe', 'flanneld.exe', 'containerd.exe'] },
    select: ['Name', 'ProcessId', 'ParentProcessId', 'CreationDate', 'ExecutablePath', 'CommandLine'],
  },
  ...[
    'Win32_OperatingSystem',
    'Win32_ComputerSystem',
    'Win32_OptionalFeature',
    'Win32_LogicalDisk',
    'Win32_PageFileUsage',
    'Win32_BIOS',
    'Win32_SystemEnclosure',
  ].map(
    (name) =>
      ({ kind: 'cim', class: name, select: ['Name', 'Caption', 'BuildNumber', 'InstallState', 'Size'] }) as const,
  ),
  ...['MSFT_NetAdapter', 'MSFT_NetIPAddress', 'MSFT_NetIPInterface', 'MSFT_NetRoute', 'MSFT_NetTCPSetting'].map(
    (name) =>
      ({
        kind: 'cim',
        namespace: STANDARD,
        class: name,
        select: ['Name', 'InterfaceIndex', 'IPAddress', 'AddressState', 'DestinationPrefix', 'SettingName'],
      }) as const,
  ),
  ...['MSFT_MpComputerStatus', 'MSFT_MpPreference', 'MSFT_MpThreat'].map(
    (name) =>
      ({
        kind: 'cim',
        namespace: 'root/Microsoft/Windows/Defender',
        class: name,
        select: ['AMRunningMode', 'ExclusionPath', 'ThreatName'],
      }) as const,
  ),
  {
    kind: 'registry',
    path: 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
    names: ['CurrentBuildNumber', 'UBR'],
  },
  { kind: 'registry', path: 'SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage' },
  { kind: 'registry', path: 'SYSTEM\\CurrentControlSet\\Services\\vmsmp\\parameters\\NicList', subkeys: true },
  { kind: 'registry', path: 'SYSTEM\\CurrentControlSet\\Services\\kubelet\\Parameters' },
  {
    kind: 'registry',
    path: 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending',
  },
];

/** A broad list of what Winnow may ask a node. */
export function broadReads(state: NodeState): readonly Read[] {
  const { layout, cluster } = state;
  const kube = ['--kubeconfig', layout.kubeconfig, '--request-timeout', '8s'];
  const api = `${cluster.apiServer.host}:${cluster.apiServer.port}`;
  return [
    ...OF_WINDOWS,
    { kind: 'file', path: layout.kubeconfig },
    { kind: 'file', path: layout.kubeletLog, tail: 400 },
    { kind: 'file', path: 'C:\\run\\flannel\\subnet.env' },
    { kind: 'file', path: 'C:\\Program Files\\containerd\\config.toml' },
    { kind: 'directory', path: layout.cniConf },
    { kind: 'directory', path: layout.cniBin, pattern: '*.exe' },
    { kind: 'directory', path: '\\\\.\\pipe\\', pattern: '*containerd*' },
    ...HNS_PATHS.map((path) => ({ kind: 'hns', path }) as const),
    { kind: 'events', log: 'System', provider: 'Service Control Manager', ids: [7031, 7034], hours: 168, max: 100 },
    { kind: 'events', log: 'Microsoft-Windows-Host-Network-Service-Admin', levels: [1, 2, 3], hours: 24, max: 40 },
    { kind: 'sockets' },
    { kind: 'connect', targets: [api, '127.0.0.1:10250', `${cluster.nodeIp}:31080`, '10.96.0.10:53', '192.0.2.1:80'] },
    { kind: 'tls', target: api, path: '/livez', ca: layout.kubeconfig },
    { kind: 'tls', target: '127.0.0.1:10250', path: '/healthz' },
    { kind: 'dns', names: [cluster.apiServer.host, 'mcr.microsoft.com', 'nowhere.invalid'] },
    { kind: 'dns', names: ['kubernetes.default.svc.cluster.local'], server: '10.96.0.10' },
    { kind: 'certificates', paths: [layout.kubeconfig, layout.clientPem ?? 'C:\\k\\none.pem', 'C:\\k\\ca.crt'] },
    { kind: 'firewall', ports: [10250, 4789] },
    { kind: 'updates' },
    { kind: 'tool', tool: 'netsh', args: ['int', 'ipv4', 'show', 'dynamicportrange', 'tcp'] },
    { kind: 'tool', tool: 'netsh', args: ['int', 'ipv4', 'show', 'excludedportrange', 'tcp'] },
    { kind: 'tool', tool: 'hnsdiag', args: ['list', 'all'] },
    { kind: 'tool', tool: 'fltmc', args: ['filters'] },
    ...(['kubelet', 'containerd', 'flanneld'] as const).map(
      (tool) => ({ kind: 'tool', tool, args: ['--version'] }) as const,
    ),
    { kind: 'tool', tool: 'vfpctrl', args: ['/port', 'B1C2D3E4-1111-4222-8333-444455556666', '/get-port-state'] },
    { kind: 'tool', tool: 'win-bridge', args: [] },
    ...[
      ['info'],
      ['pods', '-o', 'json'],
      ['ps', '-a', '-o', 'json'],
      ['images', '-o', 'json'],
      ['imagefsinfo'],
      ['version'],
    ].map((args) => ({ kind: 'tool', tool: 'crictl', args: [...CRI, ...args] }) as const),
    ...[
      ['get', 'node', cluster.nodeName, '-o', 'json'],
      ['get', 'services', '-A', '-o', 'json'],
      ['get', 'pods', '-A', '--field-selector', `spec.nodeName=${cluster.nodeName}`, '-o', 'json'],
      ['get', 'events', '-A', '-o', 'json'],
      ['get', 'endpointslices', '-A', '-o', 'json'],
      ['get', 'nodes', '-o', 'json'],
      ['get', '--raw', '/livez?verbose'],
      ['version', '-o', 'json'],
      ['config', 'view', '-o', 'json'],
    ].map((args) => ({ kind: 'tool', tool: 'kubectl', args: [...kube, ...args] }) as const),
  ];
}
