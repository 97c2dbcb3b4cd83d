import { sameName } from '../edit';
import type { NodeState, ProgramState, ServiceState } from '../state';
import { once } from './once';

/** A process as Win32_Process would list it. */
export interface RunningProcess {
  readonly name: string;
  readonly processId: number;
  readonly parentId: number;
  readonly path: string;
  readonly commandLine: string;
  readonly started: string;
  readonly threads: number;
  /** 0, of services and tasks, where it is not said. */
  readonly session?: number;
}

export function isRunning(state: NodeState, service: string): boolean {
  return state.services[service]?.state === 'Running';
}

/** nssm starts what its registry key says. */
function nssmProgram(state: NodeState, name: string, service: ServiceState): ProgramState {
  const parameters = state.registry[`SYSTEM\\CurrentControlSet\\Services\\${name}\\Parameters`];
  const args = parameters?.AppParameters;
  return typeof args === 'string'
    ? { ...service.program, commandLine: `${service.program.path} ${args}` }
    : service.program;
}

/** The command line that the Service Control Manager starts: what the registry says. */
export function imagePath(state: NodeState, name: string, service: ServiceState): string {
  const path = state.registry[`SYSTEM\\CurrentControlSet\\Services\\${name}`]?.ImagePath;
  return typeof path === 'string' ? path : service.pathName;
}

/** Under nssm the program is a child of the service's own process, at a fixed distance. */
function ofService(state: NodeState, name: string, service: ServiceState): readonly RunningProcess[] {
  const { program, processId, started, threads } = service;
  const own = { processId, parentId: 700, started, threads };
  if (!service.nssm) return [{ ...own, ...program, commandLine: imagePath(state, name, service) }];
  const wrapper = {
    name: 'nssm.exe',
    path: service.pathName.replaceAll('"', ''),
    commandLine: service.pathName,
    threads: 4,
  };
  return [
    { ...own, ...wrapper },
    { ...own, ...nssmProgram(state, name, service), processId: processId + 52, parentId: processId },
  ];
}

/** Windows' own processes that start others: services, a person's PowerShell, and the helpers of HostProcess pods. */
export function ofWindows(state: NodeState): readonly RunningProcess[] {
  const parents = new Set(state.processes.map(({ parentId }) => parentId));
  const own = { started: state.windows.boot, threads: 11 };
  return [
    { ...own, name: 'System', processId: 4, parentId: 0, path: '', commandLine: '' },
    { ...own, processId: 620, parentId: 500, ...ofSystem32('wininit.exe') },
    ...[896, 1104].map((processId) => ({ ...own, processId, parentId: 700, ...ofSystem32('svchost.exe') })),
    { ...own, processId: 700, parentId: 620, ...ofSystem32('services.exe') },
    ...[...parents].map((processId) => {
      const child = state.processes.find(({ parentId }) => parentId === processId);
      const session = child?.session === undefined ? {} : { session: child.session };
      return { ...own, processId, parentId: 620, ...starter(child?.pod ?? null), ...session };
    }),
  ];
}

function ofSystem32(name: string): ProgramState {
  const path = `C:\\Windows\\System32\\${name}`;
  return { name, path, commandLine: path };
}

/** What started a process that is no service's: the runtime's helper for one of a pod, else a shell. */
function starter(pod: string | null): ProgramState {
  const [name, path] =
    pod === null
      ? ['powershell.exe', 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe']
      : ['containerd-shim-runhcs-v1.exe', 'C:\\Program Files\\containerd\\containerd-shim-runhcs-v1.exe'];
  return { name, path, commandLine: path };
}

/** Everything that runs on the node and that Winnow may look for. */
export const processesOf = once((state): readonly RunningProcess[] => {
  const services = Object.entries(state.services).filter(([, service]) => service.state === 'Running');
  return [
    ...services.flatMap(([name, service]) => ofService(state, name, service)),
    ...state.processes.map((process) => ({ ...process, threads: 14 })),
    ...state.ports.foreign.map(({ program, processId }) => ({
      ...program,
      processId,
      parentId: 700,
      started: state.windows.boot,
      threads: 9,
    })),
  ].sort((a, b) => a.processId - b.processId);
});

export function processNamed(state: NodeState, name: string): RunningProcess | undefined {
  return processesOf(state).find((process) => sameName(process.name, name));
}

/** The arguments that kube-proxy has, or would have if it were started. */
export function kubeProxyFlags(state: NodeState): string {
  const running = processNamed(state, 'kube-proxy.exe')?.commandLine;
  const service = state.services.kubeproxy;
  return running ?? (service ? nssmProgram(state, 'kubeproxy', service).commandLine : '');
}

/** The command line of a service's program, whether it runs or not; undefined: there is no such service. */
export function serviceCommandLine(state: NodeState, name: string): string | undefined {
  const service = state.services[name];
  if (service === undefined) return undefined;
  return service.nssm ? nssmProgram(state, name, service).commandLine : imagePath(state, name, service);
}
