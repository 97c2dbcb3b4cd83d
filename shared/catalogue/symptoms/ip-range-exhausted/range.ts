import { because, cite, type Citation, type Decision, type EvidenceOf, undecided } from '../../define';
import { leakedLeases, SOURCE_VIP } from '../../leaks';
import { prefixLength, usableAddresses } from '../../node-range';
import type { probes } from '../../probes';
import { errorKind, waitingPods } from '../container-creating/errors';
import { subnetFits } from '../missing-subnet-env/file';

type Directory = EvidenceOf<(typeof probes)['ipam-directory']>;
type Ipam = EvidenceOf<(typeof probes)['ipam']>;
type Flannel = EvidenceOf<(typeof probes)['flannel-state']>;
type Node = EvidenceOf<(typeof probes)['node-object']>;
type Runtime = EvidenceOf<(typeof probes)['cri-state']>;
type Pods = EvidenceOf<(typeof probes)['pods-here']>;
type Logs = EvidenceOf<(typeof probes)['log-scan']>;
type Events = EvidenceOf<(typeof probes)['kube-events']>;

interface Sizes {
  readonly 'node-object': Node | undefined;
  readonly 'flannel-state': Flannel | undefined;
}

/** The node's range as flannel was told it, else as the cluster gives it. */
function rangeOf(evidence: Sizes): { readonly length: number; readonly citation: Citation } | null {
  const flannel = evidence['flannel-state'];
  const subnet = flannel?.exists === true ? prefixLength(flannel.subnet) : null;
  if (subnet !== null) return { length: subnet, citation: cite('flannel-state', '/subnet') };
  const cluster = prefixLength(evidence['node-object']?.podCidr ?? null);
  return cluster === null ? null : { length: cluster, citation: cite('node-object', '/podCidr') };
}

/** Whether the address store has a lease for every address of the node's range. */
export function leaseCount(
  evidence: Sizes & { readonly 'ipam-directory': Directory },
): Decision<'full' | 'room' | 'elsewhere'> {
  const store = evidence['ipam-directory'];
  if (!store.exists) return because('elsewhere', cite('ipam-directory', '/exists'));
  const range = rangeOf(evidence);
  const count = cite('ipam-directory', '/count');
  if (!range) return undecided(count);
  return because(store.count >= usableAddresses(range.length) ? 'full' : 'room', count, range.citation);
}

/** More leases than this share without a sandbox are a leak; fewer are pods that come and go ("much fewer", domain facts S16). */
const LEAKED_SHARE = 0.1;

/** Whether the leases of a full store belong to sandboxes that are there. */
export function leaseHolders(evidence: {
  readonly ipam: Ipam;
  readonly 'cri-state': Runtime | undefined;
  readonly 'pods-here': Pods | undefined;
}): Decision<'leaked' | 'in-use'> {
  const { leases } = evidence.ipam;
  const leaked = leakedLeases(evidence.ipam, { runtime: evidence['cri-state'], pods: evidence['pods-here'] });
  const count = cite('ipam', '/count');
  if (leaked === null || leases.length === 0) return undecided(count);
  const live = evidence['cri-state'] ? cite('cri-state', '/readySandboxes') : cite('pods-here', '/localRunning');
  const [first] = leaked;
  return first !== undefined && leaked.length > leases.length * LEAKED_SHARE
    ? because('leaked', cite('ipam', `/leases/${first}`), count, live)
    : because('in-use', count, live);
}

/** Whether the node may have more pods than its range has addresses. */
export function podsOverRange(evidence: Sizes): Decision<'more' | 'fits'> {
  const range = rangeOf(evidence);
  const most = evidence['node-object']?.maxPods ?? null;
  if (!range || most === null) return undecided(...(range ? [range.citation] : []));
  const more = most > usableAddresses(range.length);
  return because(more ? 'more' : 'fits', cite('node-object', '/maxPods'), range.citation);
}

function inLogs(logs: Logs | undefined): Citation | null {
  if (!logs) return null;
  const at = logs.hits.findIndex(({ rule, path }) => rule === 'range-exhausted' && /kubelet|containerd/i.test(path));
  const hit = logs.hits[at];
  if (!hit) return null;
  // What a log says later of pods is what holds now.
  const later = logs.hits.some(
    ({ path, line, text }) => path === hit.path && line > hit.line && errorKind(text) !== null,
  );
  return later ? null : cite('log-scan', `/hits/${at}/text`);
}

/** Whether a pod that waits now is refused an address. Without a waiting pod a line in a log is history. */
export function rangeError(evidence: {
  readonly 'pods-here': Pods | undefined;
  readonly 'kube-events': Events | undefined;
  readonly 'log-scan': Logs | undefined;
}): Decision<'now' | 'old' | 'none'> {
  const { 'pods-here': pods, 'kube-events': events, 'log-scan': logs } = evidence;
  const waiting = pods ? new Set(waitingPods(pods).map((at) => pods.pods[at]?.name)) : null;
  const line = inLogs(logs);
  if (waiting?.size === 0) {
    const here = cite('pods-here', '/pods');
    return line ? because('old', line, here) : because('none', here);
  }
  const warned = (events?.warnings ?? []).findIndex(
    ({ pod, message }) => (waiting?.has(pod) ?? true) && errorKind(message) === 'range-exhausted',
  );
  if (warned >= 0) return because('now', cite('kube-events', `/warnings/${warned}/message`));
  if (events) return because('none', cite('kube-events', '/warnings'));
  if (waiting && line) return because('now', line);
  if (waiting && logs && logs.read.length > 0 && logs.unread.length === 0)
    return because('none', cite('log-scan', '/hits'), cite('log-scan', '/read'));
  return undecided(...(line ? [line] : []));
}

/** Whether host-local takes addresses of the range that is this node's. */
export function leaseSubnet(evidence: {
  readonly 'flannel-state': Flannel;
  readonly ipam: Ipam;
  readonly 'node-object': Node | undefined;
}): Decision<'differs' | 'only-source-vip' | 'same'> {
  const fits = subnetFits({ ...evidence, 'hns-networks': undefined, 'cni-config': undefined });
  if (fits.kind === 'because' && fits.answer === 'outside') return because('differs', ...fits.citations);
  const { leases } = evidence.ipam;
  if (leases.length > 0 && leases.every(({ holder }) => holder === SOURCE_VIP))
    return because('only-source-vip', cite('ipam', '/leases/0'), cite('ipam', '/count'));
  return fits.kind === 'because' ? because('same', ...fits.citations) : undecided(cite('ipam', '/count'));
}
