import type { NodeState, PodState } from '../state';
import { askApi } from './api';
import { cniState } from './cni';
import { kubeletName } from './names';
import { isRunning, processNamed } from './processes';

export function runtimeRuns(state: NodeState): boolean {
  return isRunning(state, state.runtime.kind === 'docker' ? 'docker' : 'containerd') && state.runtime.pipeLost !== true;
}

export function kubeletRuns(state: NodeState): boolean {
  return processNamed(state, 'kubelet.exe') !== undefined;
}

export function kubeProxyRuns(state: NodeState): boolean {
  return processNamed(state, 'kube-proxy.exe') !== undefined;
}

/** HNS answers: it is installed, it runs and it does not hang. */
export function hnsRuns(state: NodeState): boolean {
  return isRunning(state, 'hns') && !state.hns.hung;
}

/** flanneld runs on the node, as a service, a process or in a pod. */
export function flannelRuns(state: NodeState): boolean {
  return processNamed(state, 'flanneld.exe') !== undefined;
}

export function usesFlannel(state: NodeState): boolean {
  return state.flavour !== 'aks';
}

/** Why new pods have no network on this node; null: they have. */
export function networkNotReady(state: NodeState): string | null {
  const cni = cniState(state);
  return cni.ok ? null : cni.message;
}

/** A condition of the node object. */
export interface Ready {
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
}

/** The node's Ready condition as the API server has it. */
export function readyOf(state: NodeState): Ready {
  const stranger = kubeletName(state) !== state.cluster.nodeName;
  if (!kubeletRuns(state) || stranger || !askApi(state, state.layout.kubeconfig).ok) {
    return { status: 'Unknown', reason: 'NodeStatusUnknown', message: 'Kubelet stopped posting node status.' };
  }
  if (!runtimeRuns(state)) {
    return {
      status: 'False',
      reason: 'KubeletNotReady',
      message:
        '[container runtime is down, PLEG is not healthy: pleg was last seen active 3m4.2s ago; threshold is 3m0s]',
    };
  }
  const network = networkNotReady(state);
  if (network !== null) {
    return {
      status: 'False',
      reason: 'KubeletNotReady',
      message: `container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:Network plugin returns error: ${network}`,
    };
  }
  const { kubeletTrouble } = state.cluster;
  if (kubeletTrouble !== undefined) return { status: 'False', reason: 'KubeletNotReady', message: kubeletTrouble };
  return { status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' };
}

/** Pods with an address of the pod network. */
export function networkedPods(state: NodeState): readonly PodState[] {
  return state.cluster.pods.filter((pod) => !pod.hostProcess);
}
