import { guid } from '../ids';
import type { NodeState, ServiceState, WindowsState } from '../state';

type Registry = NodeState['registry'];

const SERVICES = 'SYSTEM\\CurrentControlSet\\Services';
const CURRENT_VERSION = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
const SWITCH_LIST = `${SERVICES}\\vmsmp\\parameters\\SwitchList`;
const NIC_LIST = `${SERVICES}\\vmsmp\\parameters\\NicList`;

/** What Windows writes about itself. */
export function windowsRegistry(windows: WindowsState, networkName: string): Registry {
  const codePage = windows.language === 'ja' ? '932' : '1252';
  return {
    [CURRENT_VERSION]: {
      CurrentBuildNumber: String(windows.build),
      CurrentBuild: String(windows.build),
      UBR: windows.ubr,
      ProductName: windows.product,
      EditionID: 'ServerDatacenter',
      InstallationType: windows.core ? 'Server Core' : 'Server',
      DisplayVersion: windows.displayVersion,
      ReleaseId: windows.build <= 17763 ? windows.displayVersion : '2009',
    },
    'SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage': {
      ACP: codePage,
      OEMCP: windows.language === 'ja' ? '932' : '437',
    },
    'SYSTEM\\CurrentControlSet\\Control\\Session Manager': { ProtectionMode: 1 },
    'SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment': {
      Path: '%SystemRoot%\\system32;%SystemRoot%',
      OS: 'Windows_NT',
    },
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing': { LastScavengeFlags: 0 },
    'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update': { AcceleratedInstallRequired: 0 },
    [`${SERVICES}\\W32Time\\Parameters`]: { Type: 'NTP', NtpServer: 'time.windows.com,0x8' },
    [`${SERVICES}\\W32Time\\TimeProviders\\VMICTimeProvider`]: { Enabled: 1 },
    [`${SERVICES}\\Tcpip6\\Parameters`]: { Dhcpv6DUID: '0001' },
    [`${SERVICES}\\hns\\State`]: { HNSControlFlag: 0 },
    [`${SWITCH_LIST}\\{${guid(`switch ${networkName}`)}}`]: { FriendlyName: networkName },
    [`${NIC_LIST}\\{${guid(`nic ${networkName}`)}}`]: { FriendlyName: `${networkName}_ep`.slice(0, 15) },
  };
}

const STARTS: Readonly<Record<ServiceState['mode'], number>> = { Auto: 2, Manual: 3, Disabled: 4 };

/** Restart after 15 seconds and after 15 minutes, then never; counted anew after a day. */
const RESTARTS = '805101000000000000000000030000001400000001000000983a000001000000a0bb0d000000000000000000';

/** How nssm starts a service's program, and its place among the services. */
export function serviceRegistry(services: Readonly<Record<string, ServiceState>>): Registry {
  return Object.fromEntries(
    Object.entries(services).flatMap(([name, { nssm, program, pathName, mode }]): Array<[string, Registry[string]]> => {
      const key = `${SERVICES}\\${name}`;
      const own = { ImagePath: pathName, ObjectName: 'LocalSystem', Start: STARTS[mode] };
      if (!nssm) return [[key, name === 'containerd' ? { ...own, FailureActions: RESTARTS } : own]];
      const [, ...args] = program.commandLine.split(' ');
      return [
        [key, own],
        [
          `${key}\\Parameters`,
          {
            Application: program.path,
            AppParameters: args.join(' '),
            AppDirectory: 'C:\\k',
            AppStdout: `C:\\k\\${name}.log`,
            AppStderr: `C:\\k\\${name}.err.log`,
          },
        ],
      ];
    }),
  );
}
