import { withRegistry, without } from '../edit';
import type { NodeState, RegistryTrouble } from '../state';
import { waitingPod, type Fault } from './common';

const APP = 'mcr.microsoft.com/dotnet/aspnet:8.0-nanoserver-ltsc2022';

function withTrouble(state: NodeState, trouble: RegistryTrouble, minutes?: number): NodeState {
  return waitingPod({ ...state, runtime: { ...state.runtime, trouble } }, { image: APP }, minutes);
}

/** The registry's name cannot be resolved. */
export const registryDns: Fault = (state) => {
  const names = without(state.names, 'mcr.microsoft.com');
  return withTrouble({ ...state, names }, 'dns');
};

/** containerd is sent through a proxy that does not answer. */
export const registryProxy: Fault = (state) => {
  const key = 'SYSTEM\\CurrentControlSet\\Services\\containerd';
  const environment = ['HTTPS_PROXY=http://practice:not-a-secret@10.0.0.250:8080', 'NO_PROXY=localhost,127.0.0.1'];
  return withTrouble(withRegistry(state, key, { ...state.registry[key], Environment: environment }), 'proxy');
};

/** Something on the way shows the registry with a certificate that nobody here trusts. */
export const registryX509: Fault = (state) => withTrouble(state, 'x509');

/** The registry refuses more pulls for now. */
export const registry429: Fault = (state) => withTrouble(state, '429');

/** A large image is still being pulled. */
export const slowPull: Fault = (state) => withTrouble(state, 'slow', 3);

/** The image is made for another Windows release. */
export const imageOsMismatch: Fault = (state) => {
  const old = state.windows.build === 17763;
  const tag = `mcr.microsoft.com/windows/nanoserver:${old ? 'ltsc2022' : '1809'}`;
  const images = [...state.runtime.images, { tag, size: 102_000_000, build: old ? 20348 : 17763, present: true }];
  return waitingPod({ ...state, runtime: { ...state.runtime, images } }, { image: tag });
};

/** A volume of the pod cannot be mounted. */
export const volumeMountFails: Fault = (state) =>
  waitingPod(state, {
    volumeError: 'MountVolume.SetUp failed for volume "orders-config" : configmap "orders-config" not found',
  });
