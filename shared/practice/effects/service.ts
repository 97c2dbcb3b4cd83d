import { couldNotCheck } from '../../node/outcome';
import type { Write } from '../../node/write';
import { keyOf, withService } from '../edit';
import { usesFlannel } from '../derive/node';
import { kubeletTrouble } from '../derive/kubelet';
import { imagePath } from '../derive/processes';
import { sourceVipTrouble } from '../derive/source-vip';
import type { NodeState, ServiceState } from '../state';
import { agentStarted, done, failed, heardAgain, hnsRestarted, kubeProxyStarted, missing, type Effect } from './common';

const NOT_INSTALLED = '0x80070424';
const DISABLED = '0x80070422';
const DEPENDENCY = '0x8007042c';
const NO_ANSWER = '0x8007041d';
const ENDED = '0x8007042b';

/** Starts, stops and restarts a service. A stop and a start keep what HNS holds; a restart of HNS loses it. */
export function applyService(state: NodeState, write: Extract<Write, { kind: 'service' }>): Effect {
  const name = keyOf(state.services, write.name);
  const service = name === undefined ? undefined : state.services[name];
  if (name === undefined || service === undefined) return missing(`${write.name}: ${NOT_INSTALLED}`);
  if (name === 'hns' && state.hns.hung && write.action === 'stop')
    return couldNotCheck('timed-out', 'hns does not stop');
  if (write.action === 'stop')
    return done(service.state === 'Stopped' ? state : withService(state, name, { state: 'Stopped' }));
  if (write.action === 'start' && service.state === 'Running') return done(state);
  const why = cannotStart(state, name, service);
  if (why !== null) return failed(`${name}: ${why}`);
  // A start takes a stop back, and everything is as it was; a restart cannot be taken back, and its time shows.
  const again = write.action === 'restart' ? heardAgain(state, service.program.name) : state;
  const up = withService(again, name, {
    state: 'Running',
    ...(write.action === 'restart' ? { started: state.windows.trueTime } : {}),
  });
  return done(afterStart(name === 'hns' && write.action === 'restart' ? hnsRestarted(up) : up, name));
}

function cannotStart(state: NodeState, name: string, service: ServiceState): string | null {
  if (service.mode === 'Disabled') return DISABLED;
  if (name === 'hns' && state.drivers.vfpext !== 'Running') return DEPENDENCY;
  if (name === 'kubelet' && kubeletTrouble(state) !== null) return ENDED;
  if (/^kube-?proxy$/.test(name) && sourceVipTrouble(state)?.ends === true) return ENDED;
  return withoutServiceFlag(state, name, service) ? NO_ANSWER : service.broken;
}

/** A kubelet or kube-proxy that Windows runs itself must be told that it is a service. */
function withoutServiceFlag(state: NodeState, name: string, service: ServiceState): boolean {
  return (
    !service.nssm &&
    /^kube(?:let|-proxy)\.exe$/i.test(service.program.name) &&
    !imagePath(state, name, service).includes('--windows-service')
  );
}

function afterStart(state: NodeState, name: string): NodeState {
  if (name === 'kubeproxy' || name === 'kube-proxy') return kubeProxyStarted(state);
  if (name === 'flanneld' || (name === 'kubelet' && !usesFlannel(state))) return agentStarted(state);
  return state;
}

/** Sets how Windows starts a service. */
export function applyServiceStart(state: NodeState, write: Extract<Write, { kind: 'service-start' }>): Effect {
  const name = keyOf(state.services, write.name);
  if (name === undefined) return missing(`${write.name}: ${NOT_INSTALLED}`);
  return done(withService(state, name, { mode: write.mode === 'Automatic' ? 'Auto' : write.mode }));
}
