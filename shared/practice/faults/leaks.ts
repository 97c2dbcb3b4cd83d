import { displayName } from '../answers/cim/services';
import { inOrder, textFile } from '../edit';
import { guid, hex, shifted } from '../ids';
import type { ExitedSandbox, HnsEndpointState, NodeState } from '../state';
import { serviceCrash, withEvents, type Fault } from './common';

/** Addresses of the node's range that nobody has: so many of them, from the top down. */
function freeAddresses(state: NodeState, count: number): readonly string[] {
  const base = state.cluster.podCidr.replace(/\.0\/\d+$/, '');
  const taken = new Set(state.cluster.pods.map(({ ip }) => ip));
  const all = Array.from({ length: 200 }, (_, index) => `${base}.${254 - index}`);
  return all.filter((ip) => !taken.has(ip)).slice(0, count);
}

/** The id of a sandbox that once had this address. */
function formerSandbox(state: NodeState, ip: string): string {
  return hex(`${state.id} former ${ip}`, 64);
}

/** host-local's leases of sandboxes, an hour and more old. */
export function withLeases(
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

/** Endpoints of sandboxes: 4 is how HNS numbers one whose container is gone. */
function withEndpoints(state: NodeState, addresses: readonly string[]): NodeState {
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
      state: 4,
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

/** containerd crashed while pods were being deleted. */
export const leakedAfterCrash: Fault = (state) =>
  withEvents(endpointsLeaked(4)(state), [serviceCrash(state, displayName(state, 'containerd'), 1, 5400)]);

/** HNS is clean, but the address store kept leases of sandboxes that are gone. */
export function leasesLeaked(count: number): Fault {
  return (state) => withLeases(state, freeAddresses(state, count));
}

/** A Docker from before its endpoint store was mended. */
export const oldDocker: Fault = (state) =>
  endpointsLeaked(7)({ ...state, runtime: { ...state.runtime, version: '17.6.2-ee-16' } });

/** A Kubernetes that did not free the endpoints of deleted pods. */
export const kubernetes111: Fault = (state) =>
  endpointsLeaked(5)({ ...state, cluster: { ...state.cluster, version: '1.11.1' } });

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
