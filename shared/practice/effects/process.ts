import type { Write } from '../../node/write';
import { nodeTime } from '../derive/api';
import { kubeletRuns } from '../derive/node';
import { SUBNET_ENV } from '../derive/flannel';
import { sameName, withoutFile } from '../edit';
import type { NodeState } from '../state';
import { agentStarted, done, failed, heardAgain, kubeProxyStarted, missing, type Effect } from './common';

/** Ends a bare process and starts it again; one of a HostProcess pod is started again by the kubelet. */
export function applyProcess(state: NodeState, write: Extract<Write, { kind: 'process' }>): Effect {
  const before = state.processes.find(
    ({ name, processId }) => sameName(name, write.name) && processId === write.processId,
  );
  if (before === undefined) return missing(`${write.name} ${write.processId}`);
  if (before.pod !== null && !kubeletRuns(state)) return failed(`${write.name}: kubelet does not run`);
  const after = { ...before, processId: before.processId + 4096, started: nodeTime(state) };
  const next = {
    ...heardAgain(state, before.name),
    processes: state.processes.map((process) => (process === before ? after : process)),
  };
  if (sameName(before.name, 'kube-proxy.exe')) return done(kubeProxyStarted(next));
  // flanneld writes its file anew.
  return done(sameName(before.name, 'flanneld.exe') ? agentStarted(withoutFile(next, SUBNET_ENV)) : next);
}
