import type { EvidenceOf } from './define';
import type { probes } from './probes';

type Endpoints = EvidenceOf<(typeof probes)['hns-endpoints']>;
type Endpoint = Endpoints['endpoints'][number];
type Ipam = EvidenceOf<(typeof probes)['ipam']>;
type Runtime = EvidenceOf<(typeof probes)['cri-state']>;
type Pods = EvidenceOf<(typeof probes)['pods-here']>;

/** Who may hold an endpoint or an address: what the runtime lists, and the pods bound to this node. */
export interface Holders {
  /** Missing where the runtime could not be asked, as docker never can. */
  readonly runtime: Runtime | undefined;
  readonly pods: Pods | undefined;
}

/** Endpoints of the host on a pod network; they have no container (domain facts S15). */
const OF_THE_HOST = /_ep$|source-?vip/i;

/** Azure CNI names an endpoint by the first eight digits of its sandbox, flannel and Calico by all of them. */
const SHORT = 8;

/** Every id that the runtime knows, dead sandboxes too: the runtime cleans up after those itself. */
function knownIds({ sandboxes, containers }: Runtime): ReadonlySet<string> {
  const ids = [...sandboxes, ...containers].map(({ id }) => id.toLowerCase());
  return new Set(ids.flatMap((id) => [id, id.slice(0, SHORT)]));
}

/** Pods that have ended keep their address in the cluster's memory only. */
function podAddresses({ pods }: Pods): ReadonlySet<string> {
  const ended = (phase: string) => phase === 'Succeeded' || phase === 'Failed';
  return new Set(pods.flatMap(({ ip, phase }) => (ip === null || ended(phase) ? [] : [ip])));
}

/** Whether one thing has no holder. `held` null: the runtime could not be asked, so the pods alone tell. */
function unused(held: boolean | null, ofPod: boolean | null): boolean {
  return held === null ? ofPod === false : !held && ofPod !== true;
}

/** Places of the local endpoints on a pod network, without those of the host. */
export function podEndpoints({ endpoints }: Endpoints, network: string): readonly number[] {
  const wanted = network.toLowerCase();
  const places: number[] = [];
  // Most are remote on a busy node, and told by one look.
  endpoints.forEach(({ remote, network: own, name }, at) => {
    if (!remote && own.toLowerCase() === wanted && !OF_THE_HOST.test(name)) places.push(at);
  });
  return places;
}

function heldByRuntime({ name, containerIds }: Endpoint, known: ReadonlySet<string>): boolean {
  const named = /^[0-9a-f]{8,64}/i.exec(name)?.[0]?.toLowerCase().slice(0, SHORT);
  return containerIds.some((id) => known.has(id)) || (named !== undefined && known.has(named));
}

/**
 * Places of the pod network's endpoints that nobody holds: the runtime knows neither their sandbox nor their container, and
 * no pod here has their address. Null where neither could be asked.
 */
export function leakedEndpoints(endpoints: Endpoints, network: string, holders: Holders): readonly number[] | null {
  const known = holders.runtime && knownIds(holders.runtime);
  const ofPods = holders.pods && podAddresses(holders.pods);
  if (!known && !ofPods) return null;
  return podEndpoints(endpoints, network).filter((at) => {
    const endpoint = endpoints.endpoints[at];
    return endpoint && unused(known ? heldByRuntime(endpoint, known) : null, ofPods ? ofPods.has(endpoint.ip) : null);
  });
}

/** The source VIP's lease has this word where others have the id of a sandbox. */
export const SOURCE_VIP = 'dummy';

/**
 * Places of the leases whose holder is a sandbox that is no more, and whose address no pod here has. A lease whose holder could
 * not be read, or is no sandbox, is never among them. Null where neither the runtime nor the pods could be asked.
 */
export function leakedLeases({ leases }: Ipam, holders: Holders): readonly number[] | null {
  const known = holders.runtime && knownIds(holders.runtime);
  const ofPods = holders.pods && podAddresses(holders.pods);
  if (!known && !ofPods) return null;
  return leases.flatMap(({ ip, holder }, at) => {
    if (holder === null || !/^[0-9a-f]{64}$/i.test(holder)) return [];
    return unused(known ? known.has(holder.toLowerCase()) : null, ofPods ? ofPods.has(ip) : null) ? [at] : [];
  });
}
