import { guid } from '../ids';
import type { NodeState, ServiceState, WindowsState } from '../state';

type Registry = NodeState['registry'];

const SERVICES = 'SYSTEM\\CurrentControlSet\\Services';
const CURRENT_VERSION = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
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
      ReleaseId: windows.build === 17763 ? '1809' : '2009',
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
    [`${NIC_LIST}\\{${guid(`nic ${networkName}`)}}`]: { FriendlyName: `${networkName}_ep`.slice(0, 15) },
  };
}

/** How nssm starts a service's program, and its place among the services. */
export function serviceRegistry(services: Readonly<Record<string, ServiceState>>): Registry {
  return Object.fromEntries(
    Object.entries(services).flatMap(([name, { nssm, program, pathName }]): Array<[string, Registry[string]]> => {
      const key = `${SERVICES}\\${name}`;
      if (!nssm) return [[key, { ImagePath: pathName, ObjectName: 'LocalSystem' }]];
      const [, ...args] = program.commandLine.split(' ');
      return [
        [key, { ImagePath: pathName, ObjectName: 'LocalSystem' }],
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
