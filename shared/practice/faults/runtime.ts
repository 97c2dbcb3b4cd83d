import { displayName } from '../answers/cim/services';
import { CONTAINERD_CONFIG, sandboxImage } from '../derive/cni';
import { editFile, keyOf, withService, withoutProcess } from '../edit';
import { nssmService } from '../flavours/services';
import type { NodeState } from '../state';
import { serviceCrash, waitingPod, withEvents, type Fault } from './common';

/** Somebody stopped containerd. */
export const containerdStopped: Fault = (state) => waitingPod(withService(state, 'containerd', { state: 'Stopped' }));

/** containerd ends at once: its configuration cannot be parsed. */
export const containerdConfigBroken: Fault = (state) => {
  const broken = editFile(state, CONTAINERD_CONFIG, (text) => text.replace('max_conf_num = 1', 'max_conf_num = '));
  const stopped = withService(broken, 'containerd', { state: 'Stopped', exit: 1067, broken: '0x8007042b' });
  return waitingPod(
    withEvents(
      stopped,
      [1, 2, 3].map((times) => serviceCrash(state, 'containerd', times, 900 - times * 60)),
    ),
  );
};

/** The kubelet ended and nobody started it again. */
export const kubeletStopped: Fault = (state) => {
  const ended =
    keyOf(state.services, 'kubelet') === undefined
      ? withoutProcess(state, 'kubelet.exe')
      : withService(state, 'kubelet', { state: 'Stopped', exit: 1067 });
  return waitingPod(withEvents(ended, [serviceCrash(state, displayName(state, 'kubelet'), 1, 1500)]));
};

function withSandboxImage(state: NodeState, image: string): NodeState {
  const before = sandboxImage(state) ?? '';
  if (state.runtime.kind === 'containerd')
    return editFile(state, CONTAINERD_CONFIG, (text) => text.replace(before, image));
  const processes = state.processes.map((process) => ({
    ...process,
    commandLine: process.commandLine.replace(
      `--pod-infra-container-image=${before}`,
      `--pod-infra-container-image=${image}`,
    ),
  }));
  return { ...state, processes };
}

/** The sandbox image is one that exists no more. */
export function pauseImageOld(image: string): Fault {
  return (state) => waitingPod(withSandboxImage(state, image));
}

/** No sandbox image is set. */
export const pauseImageUnset: Fault = (state) => waitingPod(withSandboxImage(state, ''));

/** The sandbox image exists, but not for Windows. */
export const pauseWrongOs: Fault = (state) => {
  const tag = 'k8s.gcr.io/pause:3.1';
  const images = [...state.runtime.images, { tag, size: 742_472, build: null, present: false }];
  return waitingPod({ ...withSandboxImage(state, tag), runtime: { ...state.runtime, images } });
};

/** The pause image is one that is made for Server 2019 only. */
export const pauseOtherRelease: Fault = (state) => {
  const tag = 'mcr.microsoft.com/oss/kubernetes/pause:3.9-windows-1809-amd64';
  const images = [...state.runtime.images, { tag, size: 297_000, build: 17_763, present: true }];
  return waitingPod({ ...withSandboxImage(state, tag), runtime: { ...state.runtime, images } });
};

/** flannel's pod, or process, ended: its subnet file is gone and nothing brings it back. */
export const flanneldStopped: Fault = (state) => {
  const pods = state.cluster.pods.map((pod) => (pod.namespace === 'kube-flannel' ? { ...pod, crashed: true } : pod));
  return waitingPod(withoutProcess({ ...state, cluster: { ...state.cluster, pods } }, 'flanneld.exe'));
};

/** flanneld runs as a service on this node, and was stopped. */
export const flanneldServiceStopped: Fault = (state) => {
  const before = state.processes.find(({ name }) => name === 'flanneld.exe');
  if (before === undefined) throw new Error('no flanneld on this practice node');
  const service = {
    ...nssmService(4460, 'C:\\k\\nssm.exe', before.path, before.commandLine),
    state: 'Stopped' as const,
  };
  return waitingPod(withoutProcess({ ...state, services: { ...state.services, flanneld: service } }, 'flanneld.exe'));
};

/** containerd ended unexpectedly, with a configuration in order. */
export const containerdCrashed: Fault = (state) =>
  waitingPod(
    withEvents(withService(state, 'containerd', { state: 'Stopped', exit: 1067 }), [
      serviceCrash(state, 'containerd', 1, 1200),
    ]),
  );

/** containerd is said to run, but nothing can talk to it. */
export const containerdPipeLost: Fault = (state) =>
  waitingPod({ ...state, runtime: { ...state.runtime, pipeLost: true } });

/** The sandbox image is one of which no such tag exists. */
export const pauseImageNotFound: Fault = pauseImageOld('mcr.microsoft.com/oss/kubernetes/pause:3.16-windows');
