import { keyOf, sameName, withService, withoutProcess } from '../edit';
import { service } from '../flavours/services';
import { shifted } from '../ids';
import type { NodeState } from '../state';
import { withEvents, type Fault } from './common';
import { withNewService } from './names';

function ofSession(state: NodeState, session: number, started: string): NodeState {
  return { ...state, processes: state.processes.map((process) => ({ ...process, session, started })) };
}

/** Somebody ran the start script in a session and stays logged on. */
export const interactive: Fault = (state) => ofSession(state, 2, shifted(state.windows.trueTime, -5400));

/** Started over a remote shell, hours after Windows; nothing starts them at the next boot. */
export const startedByHand: Fault = (state) => ofSession(state, 0, shifted(state.windows.trueTime, -5400));

/** The kubelet was registered as a service without telling it that it is one. */
export const serviceFlagMissing: Fault = (state) => {
  const before = state.processes.find(({ name }) => sameName(name, 'kubelet.exe'));
  if (before === undefined) throw new Error('no bare kubelet on this practice node');
  const registered = service(4732, before.path, before.commandLine, { state: 'Stopped', exit: 1053 });
  const without = withNewService(withoutProcess(state, 'kubelet.exe'), 'kubelet', registered);
  const time = (seconds: number): string => shifted(state.windows.trueTime, -seconds);
  const control = { log: 'System', provider: 'Service Control Manager', level: 2 };
  return withEvents(without, [
    { ...control, id: 7009, time: time(610), properties: ['30000', 'kubelet'] },
    { ...control, id: 7000, time: time(610), properties: ['kubelet', '%%1053'] },
  ]);
};

/** A service of the node is not started by Windows. */
export function startsBy(name: string, mode: 'Manual' | 'Disabled', state: 'Running' | 'Stopped'): Fault {
  return (node) => withService(node, name, { mode, state, exit: state === 'Stopped' ? 1077 : 0 });
}

/** nssm gave up for now: kube-proxy ends at once each time. */
export const throttled: Fault = (state) =>
  withService(state, keyOf(state.services, 'kubeproxy') ?? 'kube-proxy', { state: 'Paused', broken: '0x80070425' });
