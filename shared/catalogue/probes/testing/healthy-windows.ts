import { absent, file, key, rows, type Given } from './ask';
import { TIME, shell, service, process, KUBELET_CONFIG, netsh, events } from './values';

/** Answers of a healthy node to the probes of Windows and its processes. */
export const HEALTHY_WINDOWS = {
  'ps-host': { shell },
  locale: { shell },
  'os-build': {
    version: key({ CurrentBuildNumber: '20348', UBR: 2113, ProductName: 'Windows Server 2022 Datacenter' }),
    system: rows({ LastBootUpTime: TIME, OSLanguage: 1041 }),
    shell,
  },
  features: {
    features: rows({ Name: 'Containers', InstallState: 1 }),
    servicing: absent,
    update: absent,
    session: key({}),
  },
  services: {
    services: rows(service('hns'), service('containerd'), service('kubelet')),
    drivers: rows({ Name: 'vfpext', State: 'Running' }),
  },
  processes: {
    processes: rows(
      process(
        'kubelet.exe',
        'C:\\k\\kubelet.exe --config=C:/var/lib/kubelet/config.yaml --hostname-override=WinNode-01 --v=4',
      ),
    ),
    kubelet: key({ Application: 'C:\\k\\kubelet.exe', AppParameters: '--v=4' }),
    kubeproxy: absent,
    kubeProxy: absent,
    flanneld: absent,
    containerd: absent,
  },
  'service-recovery': {
    containerd: key({
      ImagePath: '"C:\\Program Files\\containerd\\containerd.exe" --run-service',
      Start: 2,
      FailureActions: `80510100${'00000000'.repeat(2)}020000001400000001000000983a00000000000000000000`,
    }),
    kubelet: key({ ImagePath: 'C:\\k\\nssm.exe', Start: 2 }),
    kubeproxy: absent,
    kubeProxy: absent,
    flanneld: absent,
    rke2: absent,
  },
  'process-parents': {
    parents: rows({ Name: 'services.exe', ProcessId: 4, CreationDate: '2026-03-02T00:12:30.000Z' }),
  },
  'component-config': { kubelet: file(KUBELET_CONFIG) },
  'hns-process': {
    process: rows({ ThreadCount: 41, HandleCount: 1480, WorkingSetSize: '66060288', CreationDate: TIME }),
    shared: rows({ Name: 'hns' }),
  },
  'service-crashes': { names: rows(service('hns')), system: events(), shutdowns: events(), application: events() },
  'hns-events': { network: events(), compute: events(), operational: events() },
  time: {
    parameters: key({ Type: 'NT5DS', NtpServer: 'time.example.test,0x8' }),
    provider: key({ Enabled: 1 }),
    shell,
  },
  'proxy-env': {
    machine: key({ https_proxy: 'http://proxy.example.test:8080' }),
    containerd: key({ Environment: ['NO_PROXY=10.0.0.10,.svc'] }),
    kubelet: absent,
    kubeproxy: absent,
    rke2: absent,
    containerdNssm: absent,
    kubeletNssm: absent,
    kubeproxyNssm: absent,
  },
  disk: {
    disks: rows(
      { DeviceID: 'C:', FileSystem: 'NTFS', Size: '136365211648', FreeSpace: '61203283968', VolumeDirty: false },
      { DeviceID: 'D:', FileSystem: null, Size: null, FreeSpace: null, VolumeDirty: null },
    ),
  },
  'memory-pagefile': {
    system: rows({
      TotalVisibleMemorySize: 16776192,
      FreePhysicalMemory: 7340032,
      TotalVirtualMemorySize: 25164800,
      FreeVirtualMemory: '14712832',
    }),
    computer: rows({ AutomaticManagedPagefile: false }),
    pagefiles: rows({ Name: 'C:\\pagefile.sys', AllocatedBaseSize: 8192, CurrentUsage: 412, PeakUsage: 870 }),
  },
  defender: {
    status: rows({ RealTimeProtectionEnabled: true, AMRunningMode: 'Normal' }),
    preference: rows({ ExclusionPath: 'C:\\k,C:\\ProgramData\\containerd', ExclusionProcess: null }),
    threats: rows(),
  },
  filters: {
    filters: netsh(
      '',
      'フィルター名                    インスタンスの数    高度         フレーム',
      '------------------------------  -------------  ------------  -----',
      'bindflt                                 1       409800         0',
      'WdFilter                                3       328010         0',
      'oldflt                                  2       189900.5  <Legacy>',
      '',
    ),
  },
  platform: {
    computer: rows({ Manufacturer: 'VMware, Inc.', Model: 'VMware7,1', PartOfDomain: true }),
    firmware: rows({ Manufacturer: 'VMware, Inc.', SMBIOSBIOSVersion: 'VMW71.00V' }),
    enclosure: rows({ SMBIOSAssetTag: 'No Asset Tag' }),
  },
  'update-history': {
    updates: {
      rows: [
        { kb: 'KB5049614', time: '2026-01-16T17:05:43.000Z', ok: true },
        { kb: 'KB5050109', time: '2026-02-12T17:02:11.000Z', ok: false },
      ],
    },
  },
} satisfies Readonly<Record<string, Given>>;
