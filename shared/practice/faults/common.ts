import { binaryFile, withFile, without } from '../edit';
import { shifted } from '../ids';
import type { EventState, LoggedLine, LostRead, NodeState, PodState } from '../state';

/** One thing that goes wrong with a node. */
export type Fault = (state: NodeState) => NodeState;

/** The pod that has waited to start for so many minutes. */
export function waitingPod(state: NodeState, change: Partial<PodState> = {}, minutes = 14): NodeState {
  const created = shifted(state.windows.trueTime, -60 * minutes);
  const pods = state.cluster.pods.map((pod) =>
    pod.name.startsWith('invoice-') ? { ...pod, created, fresh: true, ...change } : pod,
  );
  return { ...state, cluster: { ...state.cluster, pods } };
}

/** An error that a component logged so many seconds ago. */
export function logged(
  state: NodeState,
  component: LoggedLine['component'],
  secondsAgo: number,
  place: string,
  text: string,
): NodeState {
  const time = shifted(state.windows.trueTime, -secondsAgo);
  const line: LoggedLine = { component, time, severity: 'E', place, text };
  return { ...state, logged: [...(state.logged ?? []), line] };
}

/** The same on a node without kubectl: nothing of the cluster can be asked. */
export function withoutKubectl(fault: Fault): Fault {
  return (state) => {
    const after = fault(state);
    return { ...after, tools: without(after.tools, 'kubectl') };
  };
}

/** The same on a node where such reads have no answer. */
export function losing(fault: Fault, ...lost: readonly LostRead[]): Fault {
  return (state) => {
    const after = fault(state);
    return { ...after, lost: [...(after.lost ?? []), ...lost] };
  };
}

/** The same on a node whose kubelet logs to a drive that nobody knows of. */
export function logElsewhere(fault: Fault): Fault {
  return (state) => {
    const after = fault(state);
    return { ...after, layout: { ...after.layout, kubeletLog: 'D:\\logs\\kubelet.log' } };
  };
}

export function withEvents(state: NodeState, events: readonly EventState[]): NodeState {
  return { ...state, events: [...state.events, ...events] };
}

/** The Service Control Manager's note that a service ended unexpectedly for the n-th time. */
export function serviceCrash(state: NodeState, display: string, times: number, secondsAgo: number): EventState {
  return {
    log: 'System',
    provider: 'Service Control Manager',
    id: 7031,
    level: 2,
    time: shifted(state.windows.trueTime, -secondsAgo),
    properties: [display, String(times), '60000', '1', 'Restart the service'],
  };
}

/** Windows Error Reporting's note about a crashed program. */
export function programCrash(
  state: NodeState,
  program: string,
  module: string,
  code: string,
  secondsAgo: number,
): EventState {
  return {
    log: 'Application',
    provider: 'Application Error',
    id: 1000,
    level: 2,
    time: shifted(state.windows.trueTime, -secondsAgo),
    properties: [program, '10.0.0.0', '00000000', module, '10.0.0.0', '00000000', code],
  };
}

/** A file that only shows that its folder exists. */
export function emptyFolder(state: NodeState, folder: string): NodeState {
  return withFile(state, `${folder}\\.`, binaryFile(0, state.windows.boot));
}

/** The same on a machine of another maker. */
export function onMachine(maker: string, model: string, fault: Fault): Fault {
  return (state) => {
    const after = fault(state);
    return { ...after, windows: { ...after.windows, maker, model } };
  };
}

/** Why a class of WMI has no rows: its registration is gone, as after a failed update. */
export const NO_CLASS = { kind: 'cim', reason: 'missing', detail: '0x80041010' } as const;

/** Why a folder has no entries: its access list leaves out even administrators. */
export const NO_ENTRY = { kind: 'directory', reason: 'not-elevated', detail: '0x80070005' } as const;
