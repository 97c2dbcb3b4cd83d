import { shifted } from '../ids';
import type { ServiceState } from '../state';
import { BOOT } from './options';

/** When a process of this id was started, shortly after boot: Windows' own services before the programs of the node. */
export function startedAt(processId: number): string {
  return shifted(BOOT, Math.floor(processId / 100));
}

/** A service that runs since shortly after boot. */
export function service(
  processId: number,
  path: string,
  commandLine: string,
  change: Partial<ServiceState> = {},
): ServiceState {
  const name = path.split('\\').at(-1) ?? path;
  return {
    state: 'Running',
    mode: 'Auto',
    processId,
    pathName: commandLine,
    exit: 0,
    serviceExit: 0,
    program: { name, path, commandLine },
    nssm: false,
    started: startedAt(processId),
    threads: 16,
    broken: null,
    ...change,
  };
}

/** A program that nssm runs as a service. */
export function nssmService(processId: number, nssm: string, path: string, commandLine: string): ServiceState {
  return service(processId, path, commandLine, { pathName: nssm, nssm: true });
}

function svchost(processId: number, group: string, change: Partial<ServiceState> = {}): ServiceState {
  return service(
    processId,
    'C:\\Windows\\System32\\svchost.exe',
    `C:\\Windows\\System32\\svchost.exe -k ${group} -p`,
    change,
  );
}

/** The services of Windows itself that matter to a node. */
export const WINDOWS_SERVICES: Readonly<Record<string, ServiceState>> = {
  Dnscache: svchost(1236, 'NetworkService'),
  W32Time: svchost(1188, 'LocalService', { mode: 'Manual' }),
  hns: svchost(2316, 'NetSvcs', { mode: 'Manual', threads: 41 }),
  mpssvc: svchost(1520, 'LocalServiceNoNetworkFirewall'),
  vmcompute: service(2204, 'C:\\Windows\\System32\\vmcompute.exe', 'C:\\Windows\\System32\\vmcompute.exe', {
    mode: 'Manual',
  }),
};
