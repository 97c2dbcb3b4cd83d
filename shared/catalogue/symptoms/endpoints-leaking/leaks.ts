import { because, cite, contradiction, type Decision, type EvidenceOf, undecided } from '../../define';
import { type Holders, leakedEndpoints, leakedLeases } from '../../leaks';
import type { probes } from '../../probes';

type Endpoints = EvidenceOf<(typeof probes)['hns-endpoints']>;
type Config = EvidenceOf<(typeof probes)['cni-config']>;
type Directory = EvidenceOf<(typeof probes)['ipam-directory']>;
type Ipam = EvidenceOf<(typeof probes)['ipam']>;
type Runtime = EvidenceOf<(typeof probes)['cri-state']>;
type Pods = EvidenceOf<(typeof probes)['pods-here']>;
type Node = EvidenceOf<(typeof probes)['node-object']>;
type Crashes = EvidenceOf<(typeof probes)['service-crashes']>;

/** What is compared with what HNS and the address store hold. */
interface Sides {
  readonly 'cri-state': Runtime | undefined;
  readonly 'pods-here': Pods | undefined;
}

interface Leak extends Sides {
  readonly 'hns-endpoints': Endpoints;
  readonly 'cni-config': Config;
}

function holdersOf(sides: Sides): Holders {
  return { runtime: sides['cri-state'], pods: sides['pods-here'] };
}

/** Where the counterpart of a leak was looked for. */
function counterpart(sides: Sides) {
  return sides['cri-state'] ? cite('cri-state', '/readySandboxes') : cite('pods-here', '/localRunning');
}

/** Whether the pod network has endpoints that no sandbox holds. */
export function endpointLeak(evidence: Leak): Decision<'leaked' | 'none'> {
  const network = evidence['cni-config'].winner?.name ?? null;
  if (network === null) return undecided(cite('cni-config', '/winner'));
  const endpoints = evidence['hns-endpoints'];
  const leaked = leakedEndpoints(endpoints, network, holdersOf(evidence));
  if (leaked === null) return undecided(cite('hns-endpoints', '/localPodEndpoints'));
  const [first] = leaked;
  if (first !== undefined)
    return because('leaked', cite('hns-endpoints', `/endpoints/${first}`), counterpart(evidence));
  return abandoned(endpoints, network, evidence) ?? because('none', counterpart(evidence));
}

/** A running pod's endpoint whose sandbox the runtime does not know: pods and runtime exclude each other. */
function abandoned(endpoints: Endpoints, network: string, sides: Sides): Decision<never> | null {
  const pods = sides['pods-here'];
  if (!sides['cri-state'] || !pods) return null;
  const alone = leakedEndpoints(endpoints, network, { runtime: sides['cri-state'], pods: undefined }) ?? [];
  const [first] = alone;
  const pod =
    first === undefined
      ? -1
      : pods.pods.findIndex(({ ip, phase }) => phase === 'Running' && ip === endpoints.endpoints[first]?.ip);
  return pod < 0
    ? null
    : contradiction(
        cite('hns-endpoints', `/endpoints/${first}`),
        cite('pods-here', `/pods/${pod}/ip`),
        cite('cri-state', '/readySandboxes'),
      );
}

/** Whether the address store has leases of sandboxes that are no more. */
export function leaseLeak(
  evidence: Sides & { readonly 'ipam-directory': Directory; readonly ipam: Ipam },
): Decision<'leaked' | 'none' | 'elsewhere'> {
  if (!evidence['ipam-directory'].exists) return because('elsewhere', cite('ipam-directory', '/exists'));
  const leaked = leakedLeases(evidence.ipam, holdersOf(evidence));
  if (leaked === null) return undecided(cite('ipam', '/count'));
  const [first] = leaked;
  if (first !== undefined) return because('leaked', cite('ipam', `/leases/${first}`), counterpart(evidence));
  // A holder that could not be read may be one of those.
  const unread = evidence.ipam.leases.findIndex(({ holder }) => holder === null);
  if (unread >= 0) return undecided(cite('ipam', `/leases/${unread}`));
  return because('none', cite('ipam', '/count'), counterpart(evidence));
}

/** Kubernetes 1.11.0 to 1.11.2 left endpoints behind (kubernetes/kubernetes 68511). */
const KUBERNETES = /^v1\.11\.[0-2](?![\d.])/;

/** Docker EE kept its endpoints' state without a lock before 18.09 (docker/libnetwork 1950). */
const DOCKER: readonly [major: number, minor: number] = [18, 9];

/** Whether this node runs one of the two versions that are known to leak. */
export function leakingVersion(node: Node): Decision<'kubernetes' | 'docker' | 'other'> {
  const kubelet = cite('node-object', '/kubelet');
  const runtime = cite('node-object', '/runtime');
  if (KUBERNETES.test(node.kubelet)) return because('kubernetes', kubelet);
  const docker = /^docker:\/\/(\d+)\.(\d+)/.exec(node.runtime);
  if (!docker) return because('other', kubelet, runtime);
  const [major, minor] = [Number(docker[1]), Number(docker[2])];
  const old = major < DOCKER[0] || (major === DOCKER[0] && minor < DOCKER[1]);
  return because(old ? 'docker' : 'other', runtime);
}

/** Who runs the plugin that frees an endpoint, or keeps what is to be freed. */
const WHO_CLEANS_UP = new Set(['containerd', 'docker', 'kubelet', 'vmcompute', 'rke2']);

/**
 * Whether, with a leak there, one of the services that clean up ended unexpectedly in the last days. Ids of the Service Control
 * Manager for that: 7031 and 7034.
 */
export function cleanupCrashed(
  evidence: Leak & { readonly 'service-crashes': Crashes },
): Decision<'crashed' | 'quiet'> {
  const leak = endpointLeak(evidence);
  if (leak.kind !== 'because' || leak.answer !== 'leaked') return undecided();
  const { services } = evidence['service-crashes'];
  const at = services?.findIndex(({ service, id }) => WHO_CLEANS_UP.has(service) && (id === 7031 || id === 7034));
  if (at === undefined) return undecided();
  return at < 0
    ? because('quiet', cite('service-crashes', '/services'))
    : because('crashed', cite('service-crashes', `/services/${at}`), ...leak.citations);
}
