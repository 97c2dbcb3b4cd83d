import { guid, hex } from '../ids';
import type { NodeState, PodState } from '../state';
import { processNamed } from './processes';

/** The id of a pod's sandbox. */
export function sandboxId(pod: PodState): string {
  return hex(`sandbox ${pod.uid}`, 64);
}

/** The id of a pod's container. */
export function containerId(pod: PodState): string {
  return hex(`container ${pod.uid}`, 64);
}

/** The id of a pod's HNS endpoint. */
export function podEndpointId(state: NodeState, pod: PodState): string {
  return guid(`${state.id} endpoint ${pod.uid}`);
}

/** The name under which a program of Kubernetes acts: what it is told, else the host's, both in lower case. */
function actsAs(state: NodeState, program: string): string | null {
  const running = processNamed(state, program);
  if (running === undefined) return null;
  const told = /--hostname-override=(\S+)/.exec(running.commandLine)?.[1];
  return (told ?? state.windows.hostname).toLowerCase();
}

/** The node's name as the kubelet registers it; null: it does not run. */
export function kubeletName(state: NodeState): string | null {
  return actsAs(state, 'kubelet.exe');
}

/** The node that kube-proxy takes for its own; null: it does not run. */
export function kubeProxyName(state: NodeState): string | null {
  return actsAs(state, 'kube-proxy.exe');
}
