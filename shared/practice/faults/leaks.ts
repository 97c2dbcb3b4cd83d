import { displayName } from '../answers/cim/services';
import { logsOf } from '../derive/logs';
import { inOrder, textFile, withFile } from '../edit';
import { guid, hex, shifted } from '../ids';
import type { ExitedSandbox, HnsEndpointState, NodeState, PodState } from '../state';
import { serviceCrash, waitingPod, withEvents, type Fault } from './common';

/** Addresses of the node's range that nobody has: so many of them, from the top down. */
function freeAddresses(state: NodeState, count: number): readonly string[] {
  const base = state.cluster.podCidr.replace(/\.0\/\d+$/, '');
  const taken = new Set([...state.cluster.pods, ...state.hns.endpoints].map(({ ip }) => ip));
  const all = Array.from({ length: 200 }, (_, index) => `${base}.${254 - index}`);
  return all.filter((ip) => !taken.has(ip)).slice(0, count);
}

/** The id of a sandbox that once had this address. */
function formerSandbox(state: NodeState, ip: string): string {
  return hex(`${state.id} former ${ip}`, 64);
}

/** host-local's leases of sandboxes, an hour and more old. */
function withLeases(
  state: NodeState,
  addresses: readonly string[],
  holder: (ip: string) => string = (ip) => formerSandbox(state, ip),
): NodeState {
  const folder = `C:\\var\\lib\\cni\\networks\\${state.layout.networkName}`;
  const leases = addresses.map((ip, index) => {
    const file = textFile(`${holder(ip)}\r\neth0`, shifted(state.windows.trueTime, -3600 - index * 60));
    return [`${folder}\\${ip}`, file] as const;
  });
  return { ...state, files: inOrder({ ...state.files, ...Object.fromEntries(leases) }) };
}

/** How HNS numbers an endpoint that nothing was attached to, and one that was detached. */
const CREATED = 1;
const DETACHED = 4;

/** Endpoints of sandboxes. */
function withEndpoints(state: NodeState, addresses: readonly string[], numbered = CREATED): NodeState {
  const left = addresses.map((ip): HnsEndpointState => {
    const id = formerSandbox(state, ip);
    // Azure CNI uses the first eight digits, docker names every endpoint alike.
    const named = state.flavour === 'aks' ? `${id.slice(0, 8)}-eth0` : `${id}_${state.layout.networkName}`;
    const name = state.runtime.kind === 'docker' ? 'Ethernet' : named;
    return {
      id: guid(`${state.id} former ${ip}`),
      name,
      network: state.layout.networkName,
      ip,
      state: numbered,
      remote: false,
    };
  });
  return { ...state, hns: { ...state.hns, endpoints: [...state.hns.endpoints, ...left] } };
}

/** Endpoints whose sandboxes are gone, with their leases where host-local keeps them. */
export function endpointsLeaked(count: number): Fault {
  return (state) => {
    const addresses = freeAddresses(state, count);
    const left = withEndpoints(state, addresses);
    return state.flavour === 'aks' ? left : withLeases(left, addresses);
  };
}

/** Endpoints that were detached from their sandboxes and then forgotten. */
export const endpointsDetached: Fault = (state) => {
  const addresses = freeAddresses(state, 3);
  return withLeases(withEndpoints(state, addresses, DETACHED), addresses);
};

/** containerd crashed while pods were being deleted. */
export const leakedAfterCrash: Fault = (state) =>
  withEvents(endpointsLeaked(4)(state), [serviceCrash(state, displayName(state, 'containerd'), 1, 5400)]);

/** HNS is clean, but the address store kept leases of sandboxes that are gone. */
export function leasesLeaked(count: number): Fault {
  return (state) => withLeases(state, freeAddresses(state, count));
}

/** Endpoints leaked under this version of Docker. */
export function leakedUnderDocker(version: string): Fault {
  return (state) => endpointsLeaked(7)({ ...state, runtime: { ...state.runtime, version } });
}

/** Endpoints leaked under this version of Kubernetes. */
export function leakedUnderKubernetes(version: string): Fault {
  return (state) => endpointsLeaked(5)({ ...state, cluster: { ...state.cluster, version } });
}

/** Sandboxes of finished pods, that the kubelet has yet to clean up: no leak. */
export function sandboxesNotReady(count: number): Fault {
  return (state) => {
    const addresses = freeAddresses(state, count);
    const exited = addresses.map((ip): ExitedSandbox => ({
      id: formerSandbox(state, ip),
      pod: `batch-${ip.split('.').at(-1)}`,
    }));
    const held = withLeases(withEndpoints(state, addresses), addresses);
    return { ...held, runtime: { ...held.runtime, exited } };
  };
}

/** So many more pods of one deployment run here, each with its address. */
function withPods(state: NodeState, addresses: readonly string[]): NodeState {
  const like = state.cluster.pods.find(({ name }) => name.startsWith('web-'));
  if (like === undefined) throw new Error('no web pod on this practice node');
  const more = addresses.map((ip): PodState => {
    const name = `batch-5f7c8d9b6-${hex(ip, 5)}`;
    return { ...like, name, uid: guid(`${state.id} pod default/${name}`).toLowerCase(), ip };
  });
  return { ...state, cluster: { ...state.cluster, pods: [...more, ...state.cluster.pods] } };
}

/** The node has a small range, and running pods have all of it. */
export function rangeInUse(maxPods: number): Fault {
  return (state) => {
    const podCidr = state.cluster.podCidr.replace('.0/24', '.0/28');
    const base = podCidr.replace(/\.0\/\d+$/, '');
    const place: Readonly<Record<string, string>> = { web: `${base}.3`, shop: `${base}.4`, invoice: `${base}.5` };
    const pods = state.cluster.pods.map((pod) => ({ ...pod, ip: place[pod.name.split('-')[0] ?? ''] ?? pod.ip }));
    const networks = state.hns.networks.map((network) => ({ ...network, prefix: podCidr }));
    const moved = (ip: string): string => pods[state.cluster.pods.findIndex((pod) => pod.ip === ip)]?.ip ?? ip;
    const services = state.cluster.services.map((service) => ({
      ...service,
      backends: service.backends.map((backend) => ({ ...backend, ip: moved(backend.ip) })),
    }));
    const small: NodeState = {
      ...state,
      hns: { ...state.hns, networks },
      cluster: { ...state.cluster, podCidr, maxPods, pods, services },
    };
    const addresses = Array.from({ length: 9 }, (_, index) => `${base}.${index + 6}`);
    // Eleven of them run, and on this flavour the source VIP or one more pod has the twelfth.
    return waitingPod(withPods(small, state.flavour === 'kubeadm-vxlan' ? addresses : [...addresses, `${base}.15`]));
  };
}

/** Azure CNI has no address left: pods that run have all of them. */
export const azurePoolInUse: Fault = (state) => waitingPod(withPods(state, freeAddresses(state, 28)));

/** Azure CNI has no address left: most are held by endpoints that nobody uses. */
export const azurePoolLeaked: Fault = (state) => waitingPod(endpointsLeaked(28)(state));

/** An error about addresses is long over, but the log keeps it. */
export const oldRangeError: Fault = (state) => {
  const path = state.layout.kubeletLog;
  const error = `failed to setup network for sandbox \\"${hex('old', 64)}\\": plugin type=\\"flannel\\" failed (add): failed to delegate add: failed to allocate for range 0: no IP addresses available in range set: 10.244.4.2-10.244.4.254`;
  const old = `E0226 04:10:51.408179    5324 pod_workers.go:1301] "Error syncing pod, skipping" err="${error}" pod="default/web-6c9f7d5b8-old42"`;
  const now = logsOf(state)[path]?.text ?? '';
  return withFile(state, path, textFile(`${old}\n${now}`, state.windows.trueTime));
};
