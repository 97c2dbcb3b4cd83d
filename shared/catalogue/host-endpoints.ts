import type { EvidenceOf } from './define';
import type { probes } from './probes';

type Endpoints = EvidenceOf<(typeof probes)['hns-endpoints']>['endpoints'];
type Networks = EvidenceOf<(typeof probes)['hns-networks']>['networks'];
type Nics = NonNullable<EvidenceOf<(typeof probes)['hns-state-files']>['nics']>;
type Logs = EvidenceOf<(typeof probes)['log-scan']>;

/** The names that flannel gives the host's endpoint on its network. */
const OF_HOST = /^(?:cbr0|vxlan0|flannel\.\d+)_ep$/i;
/** States of an endpoint: detached, degraded, destroyed (hcsshim). */
const DETACHED = 4;
const BROKEN: readonly number[] = [5, 6];

/** Whether an endpoint of this node is in a state that it does not come out of by itself. */
export function isBroken({ state, remote, containers }: Endpoints[number]): boolean {
  return !remote && (BROKEN.includes(state) || (state === DETACHED && containers === 0));
}

/** The host's own endpoints that are broken, or that a message of incompatible objects since boot names. */
export function staleHostEndpoints(
  endpoints: Endpoints,
  logs: Logs | undefined,
  build: { readonly boot: string | null } | undefined,
): Endpoints {
  const boot = Date.parse(build?.boot ?? '');
  const said = (logs?.hits ?? [])
    .filter(({ rule, written }) => rule === 'old-objects' && Date.parse(written ?? '') >= boot)
    .map(({ text }) => text.toLowerCase());
  return endpoints.filter(
    (endpoint) =>
      OF_HOST.test(endpoint.name) &&
      (isBroken(endpoint) || said.some((text) => text.includes(endpoint.name.toLowerCase()))),
  );
}

/** Names of networks whose adapters stay behind (source page). */
const LEFT_BEHIND = /^(cbr0|vxlan0)/i;

/** The places in NicList of adapters whose network HNS no longer has. */
export function leftoverNics(nics: Nics, networks: Networks): readonly number[] {
  const there = new Set(networks.map(({ name }) => name.toLowerCase()));
  return nics.flatMap(({ texts }, index) => {
    const named = texts.flatMap((text) => LEFT_BEHIND.exec(text)?.[1]?.toLowerCase() ?? []);
    return named.some((name) => !there.has(name)) ? [index] : [];
  });
}
