import { absent, file, folder, hns, prints, rows, type Given } from './ask';
import { TIME, ID, PORT, CNI, netsh, certificate } from './values';

const dynamic = netsh('プロトコル tcp の動的ポートの範囲', '開始ポート     : 49152', 'ポート数       : 16384');
const excluded = netsh('開始ポート    終了ポート', '----------    --------', '     50000       50059     *');

/** Answers of a healthy node to the probes of networks, HNS and CNI. */
export const HEALTHY_NETWORK = {
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
        Resources: { Allocators: [{ Tag: 'Endpoint Port', EndpointPortGuid: PORT }] },
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
  'hns-state-files': {
    data: folder('HNS.data'),
    nics: {
      exists: true,
      values: {},
      subkeys: [{ name: '/Device/{5C1B}', values: { FriendlyName: 'vxlan0_ep', Type: 1 } }],
    },
    switches: absent,
  },
  'port-owners': { processes: rows({ Name: 'java.exe', ProcessId: 4 }) },
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
  'component-versions': {
    kubelet: prints('Kubernetes v1.33.2\r\n'),
    containerd: prints(
      'containerd github.com/containerd/containerd v1.7.27 05044ec0a9a75232cad458027ca83437aae3f4da\n',
    ),
    flanneld: { found: false },
    rke2: absent,
  },
  'ipam-directory': {
    store: folder('10.244.4.2', '10.244.4.9', 'last_reserved_ip.0', 'lock'),
    stores: { exists: true, entries: [{ name: 'vxlan0', folder: true, length: 0, modified: TIME }] },
  },
  ipam: { '10.244.4.2': file('dummy'), '10.244.4.9': file('6d1f\r\neth0') },
  'flannel-state': {
    subnet: file('FLANNEL_NETWORK=10.244.0.0/16\r\nFLANNEL_SUBNET=10.244.4.1/24\r\nFLANNEL_MTU=1450\r\n'),
    netConf: file('{"Network":"10.244.0.0/16","Backend":{"Type":"vxlan","Name":"vxlan0","VNI":4096,"Port":4789}}'),
    sourceVip: file('{"cniVersion":"0.2.0","ip4":{"ip":"10.244.4.2/24"},"dns":{}}', true),
    request: absent,
    podSourceVip: absent,
  },
  dns: {
    host: { results: [{ name: 'example.test', addresses: ['203.0.113.7'], error: null }] },
  },
  'dns-servers': {
    servers: rows(
      { InterfaceIndex: 12, ServerAddresses: '10.0.0.2,10.0.0.3' },
      { InterfaceIndex: 1, ServerAddresses: '' },
    ),
  },
  'peer-reach': { connect: { results: [{ target: '10.0.0.4:30080', connection: 'connected', milliseconds: 2 }] } },
  'fabric-reach': {
    connect: { results: [{ target: '10.0.0.20:10250', connection: 'connected', milliseconds: 2 }] },
  },
  firewall: {
    firewall: {
      activeProfiles: 4,
      profiles: [1, 2, 4].map((type) => ({ type, on: true, inbound: 0 })),
      rules: [
        { name: 'kubelet', action: 1, protocol: 6, ports: '10250', profiles: 2147483647 },
        { name: 'range', action: 0, protocol: 17, ports: '80, 4000-5000', profiles: 1 },
      ],
    },
  },
  'local-health': {
    connect: {
      results: ['127.0.0.1:10248', '127.0.0.1:10250', '127.0.0.1:10256', '10.0.0.4:10256'].map((target) => ({
        target,
        connection: 'connected',
        milliseconds: 1,
      })),
    },
    api: {
      addresses: ['127.0.0.1'],
      connection: 'connected',
      handshake: {
        chain: [{ ...certificate, subject: 'CN=winnode-01@1763433600' }],
        trustedBy: 'nobody',
        problems: ['UntrustedRoot'],
        nameMatches: false,
      },
      http: { status: 401, date: null },
      utc: TIME,
      error: null,
    },
    sockets: {
      listeners: [
        { protocol: 'tcp', address: '0.0.0.0', port: 10250, processId: 5120 },
        { protocol: 'udp', address: '0.0.0.0', port: 10256, processId: 4 },
      ],
      connectionPorts: [],
    },
  },
  'vfp-ports': {
    [PORT]: prints('Port State:\r\n  Enabled : TRUE\r\n  Blocked : FALSE\r\n\r\nCommand get-port-state succeeded!\r\n'),
  },
} satisfies Readonly<Record<string, Given>>;
