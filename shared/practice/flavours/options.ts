import type { Flavour, Language, WindowsState } from '../state';

/** Windows releases that practice nodes run; `17763-old` lacks the fixes of summer 2020, `14393` is too old for all that is current. */
export type Release = '14393' | '17763-old' | '17763' | '20348' | '26100';

/** What a flavour is made for. */
export interface Options {
  readonly id: string;
  readonly language: Language;
  readonly release: Release;
}

interface Build {
  readonly build: number;
  readonly ubr: number;
  readonly product: string;
  readonly displayVersion: string;
  /** The tag of the Windows base images that fit. */
  readonly ltsc: string;
  readonly hns: { readonly major: number; readonly minor: number };
}

export const BUILDS: Readonly<Record<Release, Build>> = {
  '14393': {
    build: 14393,
    ubr: 6614,
    product: 'Windows Server 2016 Datacenter',
    displayVersion: '1607',
    ltsc: 'ltsc2016',
    hns: { major: 7, minor: 0 },
  },
  '17763-old': {
    build: 17763,
    ubr: 1039,
    product: 'Windows Server 2019 Datacenter',
    displayVersion: '1809',
    ltsc: 'ltsc2019',
    hns: { major: 9, minor: 3 },
  },
  '17763': {
    build: 17763,
    ubr: 5696,
    product: 'Windows Server 2019 Datacenter',
    displayVersion: '1809',
    ltsc: 'ltsc2019',
    hns: { major: 9, minor: 5 },
  },
  '20348': {
    build: 20348,
    ubr: 2966,
    product: 'Windows Server 2022 Datacenter',
    displayVersion: '21H2',
    ltsc: 'ltsc2022',
    hns: { major: 13, minor: 3 },
  },
  '26100': {
    build: 26100,
    ubr: 4946,
    product: 'Windows Server 2025 Datacenter',
    displayVersion: '24H2',
    ltsc: 'ltsc2025',
    hns: { major: 16, minor: 1 },
  },
};

/** Now, boot, and when the node was set up. */
const NOW = '2026-03-02T03:21:07.000Z';
export const BOOT = '2026-03-02T00:12:30.000Z';
export const SETUP = '2025-11-18T02:40:00.000Z';

/** What Windows calls its first network adapter. */
export function ethernet(language: Language): string {
  return language === 'ja' ? 'イーサネット' : 'Ethernet';
}

type Machine = Pick<WindowsState, 'maker' | 'model' | 'assetTag'>;
const HYPER_V = { maker: 'Microsoft Corporation', model: 'Virtual Machine' };

/** What the firmware says: Hyper-V in one's own house, VMware, Azure. */
const MACHINES: Readonly<Record<Flavour, Machine>> = {
  'sdn-hostgw': { ...HYPER_V, assetTag: '5551-2367-8910-4521-7731-0914-22' },
  'kubeadm-vxlan': { maker: 'VMware, Inc.', model: 'VMware7,1', assetTag: 'No Asset Tag' },
  aks: { ...HYPER_V, assetTag: '7783-7084-3265-9085-8269-3286-77' },
};

/** Windows on this machine. */
export function windowsOf({ language, release }: Options, core: boolean, flavour: Flavour): WindowsState {
  const { build, ubr, product, displayVersion } = BUILDS[release];
  return {
    build,
    ubr,
    product,
    displayVersion,
    core,
    language,
    hostname: flavour === 'aks' ? 'akswin000002' : 'winnode-01',
    timeZone: language === 'ja' ? 'Tokyo Standard Time' : 'UTC',
    boot: BOOT,
    trueTime: NOW,
    skewSeconds: 0,
    ...MACHINES[flavour],
  };
}
