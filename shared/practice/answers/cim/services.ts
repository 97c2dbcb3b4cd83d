import type { NodeState, ServiceState } from '../../state';
import { imagePath, ofWindows, processesOf } from '../../derive/processes';
import { CIMV2, type CimClass, type CimRow } from './types';

/** Display names of Windows' own services; others show their name in every language. */
const DISPLAY: Readonly<Record<string, { readonly en: string; readonly ja: string }>> = {
  hns: { en: 'Host Network Service', ja: 'ホスト ネットワーク サービス' },
  vmcompute: { en: 'Hyper-V Host Compute Service', ja: 'Hyper-V ホスト コンピューティング サービス' },
  W32Time: { en: 'Windows Time', ja: 'Windows Time' },
  mpssvc: { en: 'Windows Defender Firewall', ja: 'Windows Defender ファイアウォール' },
  Dnscache: { en: 'DNS Client', ja: 'DNS クライアント' },
};

/** The name that a service shows to people, and in events. */
export function displayName(state: NodeState, name: string): string {
  return DISPLAY[name]?.[state.windows.language] ?? name;
}

function serviceRow(state: NodeState, name: string, service: ServiceState): CimRow {
  const running = service.state === 'Running';
  return {
    Name: name,
    DisplayName: displayName(state, name),
    State: service.state,
    Status: 'OK',
    Started: running,
    StartMode: service.mode,
    ProcessId: running ? service.processId : 0,
    ExitCode: running ? 0 : service.exit,
    ServiceSpecificExitCode: running ? 0 : service.serviceExit,
    PathName: imagePath(state, name, service),
    StartName: 'LocalSystem',
    ServiceType: 'Own Process',
  };
}

function processRows(state: NodeState): readonly CimRow[] {
  const seen = state.shell.elevated;
  return [...ofWindows(state), ...processesOf(state)].map((process) => ({
    Name: process.name,
    ProcessId: process.processId,
    ParentProcessId: process.parentId,
    CreationDate: process.started,
    ExecutablePath: seen ? process.path : null,
    CommandLine: seen ? process.commandLine : null,
    SessionId: process.session ?? 0,
    ThreadCount: process.threads,
    HandleCount: process.threads * 36,
    WorkingSetSize: process.threads * 1_610_000,
  }));
}

export const SERVICE_CLASSES: Readonly<Record<string, CimClass>> = {
  Win32_Service: {
    namespace: CIMV2,
    rows: (state) => Object.entries(state.services).map(([name, service]) => serviceRow(state, name, service)),
  },
  Win32_SystemDriver: {
    namespace: CIMV2,
    rows: (state) =>
      Object.entries(state.drivers).map(([name, driver]) => ({
        Name: name,
        DisplayName: name,
        State: driver,
        StartMode: 'Manual',
        Started: driver === 'Running',
      })),
  },
  Win32_Process: { namespace: CIMV2, rows: processRows },
};
