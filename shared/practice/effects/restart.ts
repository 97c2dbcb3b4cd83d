import { inOrder } from '../edit';
import type { NodeState, ServiceState } from '../state';
import { agentStarted, done, kubeProxyStarted, type Effect } from './common';

const PENDING = /\\(?:RebootPending|RebootRequired)$/;

/** Restarts the node: what starts by itself starts anew. Bare processes are taken to be started by the scheduler. */
export function applyRestart(before: NodeState): Effect {
  const { afterRestart, ...rest } = before;
  const state: NodeState = afterRestart
    ? { ...rest, ...afterRestart, services: { ...afterRestart.services, ...rest.services } }
    : before;
  const started = state.windows.trueTime;
  const up = (service: ServiceState): ServiceState =>
    service.mode === 'Disabled' || service.broken !== null ? service : { ...service, state: 'Running', started };
  const next: NodeState = {
    ...state,
    windows: { ...state.windows, boot: started },
    services: inOrder(Object.fromEntries(Object.entries(state.services).map(([name, service]) => [name, up(service)]))),
    processes: state.processes.map((process) => ({ ...process, started })),
    registry: Object.fromEntries(Object.entries(state.registry).filter(([path]) => !PENDING.test(path))),
    hns: { ...state.hns, hung: false, deleted: [] },
  };
  return done(kubeProxyStarted(agentStarted(next)));
}
