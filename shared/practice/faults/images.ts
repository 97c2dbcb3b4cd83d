import { withRegistry, without } from '../edit';
import { shifted } from '../ids';
import type { NodeState, RegistryTrouble } from '../state';
import { waitingPod, withEvents, type Fault } from './common';

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

const BASES = { '1809': 17763, ltsc2022: 20348, ltsc2025: 26100 } as const;

/** A pod's image is made for this Windows release, which Microsoft's tag tells, and one's own does not. */
export function imageOf(release: keyof typeof BASES, tag = `mcr.microsoft.com/windows/nanoserver:${release}`): Fault {
  return (state) => {
    const images = [...state.runtime.images, { tag, size: 102_000_000, build: BASES[release], present: true }];
    return waitingPod({ ...state, runtime: { ...state.runtime, images } }, { image: tag });
  };
}

/** The same, seen between two attempts of the kubelet: the state of the container tells no more than that. */
export function betweenAttempts(fault: Fault): Fault {
  return (state) => {
    const after = fault(state);
    const pods = after.cluster.pods.map((pod) => (pod.fresh ? { ...pod, backedOff: true as const } : pod));
    return { ...after, cluster: { ...after.cluster, pods } };
  };
}

/** The registry has the image, but for no Windows. */
export const imageNotForWindows: Fault = (state) => {
  const tag = 'mcr.microsoft.com/dotnet/runtime-deps:8.0-alpine';
  const images = [...state.runtime.images, { tag, size: 4_200_000, build: null, present: false }];
  return waitingPod({ ...state, runtime: { ...state.runtime, images } }, { image: tag });
};

/** A container ends with this code as often as it is started. */
export function containerEnds(code: number, restarts = 7): Fault {
  return (state) => waitingPod(state, { fresh: false, crashed: true, exit: { code, restarts } });
}

/** The layers of an image are broken. */
export const layersCorrupt: Fault = (state) => withTrouble(state, 'layers');

/** They broke when the power went. */
export const layersAfterPowerLoss: Fault = (state) => {
  const time = shifted(state.windows.boot, 4);
  const found = {
    log: 'System',
    provider: 'EventLog',
    id: 6008,
    level: 2,
    time,
    properties: ['00:03:11', '2026/03/02'],
  };
  return withEvents(layersCorrupt(state), [found]);
};

/** They broke when the disk was full. */
export const layersDiskFull: Fault = (state) => ({
  ...layersCorrupt(state),
  disk: { ...state.disk, free: 2_147_483_648 },
});

/** A volume of the pod cannot be mounted. */
export const volumeMountFails: Fault = (state) =>
  waitingPod(state, {
    volumeError: 'MountVolume.SetUp failed for volume "orders-config" : configmap "orders-config" not found',
  });

/** The registry lets nobody pull this image without credentials. */
export const registryDenied: Fault = (state) => withTrouble(state, 'denied');

/** Nothing on this network reaches the registry. */
export const registryBlocked: Fault = (state) => withTrouble(state, 'blocked');
