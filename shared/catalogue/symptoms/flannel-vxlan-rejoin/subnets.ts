import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import { SOURCE_VIP } from '../../leaks';
import type { probes } from '../../probes';
import {
  keptVips,
  overlayAt,
  ownSubnet,
  sameSubnet,
  type SubnetEvidence,
  toldVip,
  type ToldEvidence,
} from '../../source-vip';
import { within } from '../../subnets';

type Evidence<P extends keyof typeof probes> = EvidenceOf<(typeof probes)[P]>;

/** Whether flannel makes an overlay here: by what the CNI configuration hands over to, else by flannel's own. */
export function backend(evidence: {
  readonly 'cni-config': Evidence<'cni-config'> | undefined;
  readonly 'flannel-state': Evidence<'flannel-state'> | undefined;
}): Decision<'vxlan' | 'other'> {
  const winner = evidence['cni-config']?.winner;
  const at = winner?.plugins.findIndex(({ type }) => type.toLowerCase() === 'flannel') ?? -1;
  if (winner && at < 0) return because('other', cite('cni-config', '/winner/plugins'));
  const delegate = winner?.plugins[at]?.delegate?.toLowerCase();
  const handed = cite('cni-config', `/winner/plugins/${at}/delegate`);
  if (delegate === 'win-overlay') return because('vxlan', handed);
  if (delegate === 'win-bridge') return because('other', handed);
  const type = evidence['flannel-state']?.netConf?.facts?.type ?? null;
  if (type === null) return undecided();
  return because(type === 'vxlan' ? 'vxlan' : 'other', cite('flannel-state', '/netConf/facts/type'));
}

/** Whether the overlay that HNS has is of the node's own pod subnet. */
export function networkSubnet(
  evidence: SubnetEvidence & { readonly 'hns-networks': Evidence<'hns-networks'> },
): Decision<'own' | 'other' | 'absent'> {
  const networks = evidence['hns-networks'];
  const at = overlayAt(networks, evidence['cni-config']);
  if (at < 0) return because('absent', cite('hns-networks', '/networks'));
  const place = cite('hns-networks', `/networks/${at}/prefixes/0`);
  const prefix = networks.networks[at]?.prefixes[0];
  const given = evidence['node-object']?.podCidr ?? null;
  const same = prefix === undefined || given === null ? null : sameSubnet(prefix, given);
  if (same === null) return undecided(...(prefix === undefined ? [] : [place]));
  return because(same ? 'own' : 'other', place, cite('node-object', '/podCidr'));
}

/** What is outside of the node's subnet is of another one; outside of HNS's network, that one may as well be the stale one. */
function outsideOf({ citation }: NonNullable<ReturnType<typeof ownSubnet>>): 'outside' | 'differs' {
  return citation.probe === 'node-object' ? 'outside' : 'differs';
}

type Flannel = { readonly 'flannel-state': Evidence<'flannel-state'> | undefined };

/** Whether anything tells that flannel makes an overlay here. */
function isOverlay(evidence: SubnetEvidence & Flannel): boolean {
  const told = backend(evidence);
  if (told.kind === 'because') return told.answer === 'vxlan';
  return evidence['hns-networks']?.networks.some(({ type }) => type === 'overlay') ?? false;
}

/** Whether the source VIP that kube-proxy is told is of the node's own pod subnet. */
export function proxyVip(
  evidence: SubnetEvidence & ToldEvidence & Flannel,
): Decision<'inside' | 'outside' | 'differs' | 'none'> {
  const told = toldVip(evidence);
  if (!told) return undecided();
  // Only an overlay needs one.
  if (told.ip === null) return isOverlay(evidence) ? because('none', told.citation) : undecided(told.citation);
  const own = ownSubnet(evidence);
  const inside = own ? within(told.ip, own.subnet) : null;
  return own === null || inside === null
    ? undecided(told.citation)
    : because(inside ? 'inside' : outsideOf(own), told.citation, own.citation);
}

/** Whether the source VIP that a start script has kept is of the node's own pod subnet. */
export function keptVip(
  evidence: SubnetEvidence & {
    readonly 'flannel-state': Evidence<'flannel-state'>;
    readonly processes: Evidence<'processes'> | undefined;
  },
): Decision<'inside' | 'outside' | 'differs' | 'none'> {
  const kept = keptVips(evidence['flannel-state'], evidence.processes);
  if (!kept) return undecided();
  const told = kept.filter(({ ip }) => ip !== null);
  const [first] = told;
  if (!first) return because('none', cite('flannel-state', '/sourceVip'), cite('flannel-state', '/podSourceVip'));
  const own = ownSubnet(evidence);
  if (!own) return undecided(first.citation);
  const outside = told.find(({ ip }) => ip !== null && within(ip, own.subnet) === false);
  return outside
    ? because(outsideOf(own), outside.citation, own.citation)
    : because('inside', first.citation, own.citation);
}

/** Whether anything tells that the source VIP is of the node's own pod subnet. */
export function knownVip(
  evidence: SubnetEvidence & ToldEvidence & { readonly 'flannel-state': Evidence<'flannel-state'> | undefined },
): Decision<'inside'> {
  const flannel = evidence['flannel-state'];
  const told = [proxyVip(evidence), ...(flannel ? [keptVip({ ...evidence, 'flannel-state': flannel })] : [])];
  for (const each of told)
    if (each.kind === 'because' && each.answer === 'inside') return because('inside', ...each.citations);
  return undecided();
}

/**
 * Whether a lease of `dummy` keeps a start script from getting a source VIP, or is left over from another subnet. Where
 * kube-proxy has a source VIP, such a lease is what reserves it.
 */
export function dummyLease(
  evidence: SubnetEvidence &
    ToldEvidence & {
      readonly ipam: Evidence<'ipam'>;
      readonly 'flannel-state': Evidence<'flannel-state'> | undefined;
    },
): Decision<'trapped' | 'left-over' | 'none'> {
  const { leases } = evidence.ipam;
  const running = toldVip(evidence);
  if (running?.ip !== null) return undecided(...(running ? [running.citation] : []));
  const own = ownSubnet(evidence);
  const held = leases.flatMap(({ ip, holder }, at) => (holder === SOURCE_VIP ? [{ ip, at }] : []));
  const [first] = held;
  if (!first) {
    const unread = leases.some(({ holder }) => holder === null);
    return unread ? undecided(cite('ipam', '/count')) : because('none', cite('ipam', '/count'), running.citation);
  }
  const place = (at: number) => cite('ipam', `/leases/${at}/ip`);
  if (!own) return undecided(place(first.at));
  const outside = held.find(({ ip }) => within(ip, own.subnet) === false);
  if (outside) return because('left-over', place(outside.at), own.citation);
  const flannel = evidence['flannel-state'];
  const kept = flannel ? keptVips(flannel, evidence.processes) : null;
  if (!kept) return undecided(place(first.at));
  const told = kept.find(({ ip }) => ip !== null);
  return told
    ? because('none', told.citation, running.citation)
    : because('trapped', place(first.at), cite('flannel-state', '/sourceVip'), own.citation);
}
