import { guid, hex } from '../ids';
import type { NodeState, PodState } from '../state';

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
