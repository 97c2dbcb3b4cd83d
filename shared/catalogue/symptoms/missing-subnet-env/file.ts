import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import { prefixLength } from '../../node-range';
import type { probes } from '../../probes';
import type { SubnetEvidence } from '../../source-vip';
import { within } from '../../subnets';

type Evidence<P extends keyof typeof probes> = EvidenceOf<(typeof probes)[P]>;
type Flannel = Evidence<'flannel-state'>;
type Networks = Evidence<'hns-networks'>['networks'];
type Cni = Evidence<'cni-config'>;

/** What VXLAN adds to each packet, in bytes (RFC 7348 over IPv4). */
export const VXLAN_OVERHEAD = 50;

/**
 * Whether the flannel plugin can read the file as flanneld writes it: UTF-8 without byte order mark, values without quotes, and
 * none of the four missing (`loadFlannelSubnetEnv` of the plugin).
 */
export function format(flannel: Flannel): Decision<'readable' | 'malformed'> {
  if (!flannel.exists) return undecided(cite('flannel-state', '/exists'));
  if (flannel.bom) return because('malformed', cite('flannel-state', '/bom'));
  if (flannel.encoding !== 'utf-8') return because('malformed', cite('flannel-state', '/encoding'));
  const subnet = cite('flannel-state', '/subnet');
  if (prefixLength(flannel.subnet) === null) return because('malformed', subnet);
  if (!/^\d+$/.test(flannel.mtu ?? '')) return because('malformed', cite('flannel-state', '/mtu'));
  if (!/^[\d.]+\/\d+/.test(flannel.network ?? '')) return because('malformed', cite('flannel-state', '/network'));
  if (flannel.ipMasq === null) return because('malformed', cite('flannel-state', '/ipMasq'));
  return because('readable', subnet);
}

/** The network that the CNI configuration names. */
function placeOf(networks: Networks, cni: Cni | undefined): number {
  const name = cni?.winner?.name?.toLowerCase();
  return name === undefined ? -1 : networks.findIndex((network) => network.name.toLowerCase() === name);
}

/**
 * Whether the file's subnet is the node's: by its Node, else by the network that HNS has. Where only these two are known and
 * differ, either may be of a former subnet.
 */
export function subnetFits(
  evidence: SubnetEvidence & { readonly 'flannel-state': Flannel },
): Decision<'inside' | 'outside' | 'differs'> {
  const { 'flannel-state': flannel, 'node-object': node } = evidence;
  const networks = evidence['hns-networks']?.networks;
  if (!flannel.exists || flannel.subnet === null) return undecided(cite('flannel-state', '/exists'));
  const at = placeOf(networks ?? [], evidence['cni-config']);
  const prefix = networks?.[at]?.prefixes[0];
  const [own, place] = node?.podCidr
    ? [node.podCidr, cite('node-object', '/podCidr')]
    : [prefix, cite('hns-networks', `/networks/${at}/prefixes/0`)];
  const subnet = cite('flannel-state', '/subnet');
  const inside = own === undefined ? null : within(flannel.subnet, own);
  return inside === null
    ? undecided(subnet)
    : because(inside ? 'inside' : node?.podCidr ? 'outside' : 'differs', subnet, place);
}

/** Whether the file is of this run of Windows, or of one before and flanneld does not run now. */
export function age(
  flannel: Flannel,
  { boot }: Evidence<'os-build'>,
  { counts }: Evidence<'processes'>,
): Decision<'of-this-run' | 'left-over'> {
  if (!flannel.exists) return undecided(cite('flannel-state', '/exists'));
  const written = cite('flannel-state', '/modified');
  if (boot === null || Number.isNaN(Date.parse(flannel.modified))) return undecided(written);
  const since = cite('os-build', '/boot');
  if (Date.parse(flannel.modified) >= Date.parse(boot)) return because('of-this-run', written, since);
  const running = cite('processes', '/counts/flanneld');
  return counts.flanneld > 0 ? undecided(written, since, running) : because('left-over', written, since, running);
}

/** Whether packets of an overlay of this file's MTU fit the host's adapter. */
export function mtuFits(
  flannel: Flannel,
  networks: Networks,
  cni: Cni | undefined,
  adapters: Evidence<'adapters'>,
): Decision<'fits' | 'too-large'> {
  const at = placeOf(networks, cni);
  const network = networks[at];
  if (!flannel.exists || !network) return undecided();
  const mtu = cite('flannel-state', '/mtu');
  const type = cite('hns-networks', `/networks/${at}/type`);
  if (network.type !== 'overlay') return because('fits', mtu, type);
  const host = adapters.list.findIndex(
    ({ hostVnic, addresses }) => hostVnic && network.managementIp !== null && addresses.includes(network.managementIp),
  );
  const most = adapters.list[host]?.mtu ?? null;
  const set = /^\d+$/.test(flannel.mtu ?? '') ? Number(flannel.mtu) : null;
  if (most === null || set === null) return undecided(mtu, type);
  return because(set > most - VXLAN_OVERHEAD ? 'too-large' : 'fits', mtu, type, cite('adapters', `/list/${host}/mtu`));
}
