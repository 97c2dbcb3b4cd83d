import { because, cite, type Citation, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';
import { within } from '../../subnets';

type Reach = EvidenceOf<(typeof probes)['fabric-reach']>;
type Networks = EvidenceOf<(typeof probes)['hns-networks']>;
type Nodes = EvidenceOf<(typeof probes)['cluster-nodes']>;
type Flannel = EvidenceOf<(typeof probes)['flannel-state']>;
type Firewall = EvidenceOf<(typeof probes)['firewall']>;

/** Windows knows no other port for VXLAN, and flannel on Windows no network below this one (domain facts S12, S14). */
const PORT = 4789;
const LEAST_VNI = 4096;
const UDP = 17;
const ANY = 256;

/** A refusal comes from the other side as well: the way to it is open. */
const OPEN: ReadonlyArray<string | null> = ['connected', 'refused'];

function triedOf({ results }: Reach, role: Reach['results'][number]['role']) {
  // Behind the API server's own service stands a node, not a Pod.
  const nodes = new Set(results.filter((result) => result.role === 'node-kubelet').map(({ target }) => hostOf(target)));
  return results.flatMap((result, index) =>
    result.role === role && result.connection !== null && (role !== 'remote-pod' || !nodes.has(hostOf(result.target)))
      ? [{ ...result, place: cite('fabric-reach', `/results/${index}/connection`) }]
      : [],
  );
}

function reached(reach: Reach, role: Reach['results'][number]['role']): Decision<'reached' | 'silent'> {
  const tried = triedOf(reach, role);
  const open = tried.find(({ connection }) => OPEN.includes(connection));
  if (open) return because('reached', open.place);
  const [first, ...rest] = tried;
  return first
    ? because('silent', first.place, ...rest.map(({ place }) => place))
    : undecided(cite('fabric-reach', '/results'));
}

/** Whether all Pods of other nodes that were tried can be reached, or only some: an overlay may work to some nodes only. */
export function podsAnswer(reach: Reach): Decision<'reached' | 'some' | 'silent'> {
  const tried = triedOf(reach, 'remote-pod');
  const open = tried.find(({ connection }) => OPEN.includes(connection));
  const lost = tried.find(({ connection }) => connection === 'timed-out');
  return open && lost ? because('some', lost.place, open.place) : podsReached(reach);
}

function hostOf(target: string): string {
  return target.slice(0, target.lastIndexOf(':'));
}

/** Whether a Pod of another node can be reached. */
export function podsReached(reach: Reach): Decision<'reached' | 'silent'> {
  return reached(reach, 'remote-pod');
}

/** Whether another node itself can be reached. */
export function nodesReached(reach: Reach): Decision<'reached' | 'silent'> {
  return reached(reach, 'node-kubelet');
}

/**
 * Whether flannel is configured as Windows needs it, here and on the other nodes. Its own configuration is the same for all
 * nodes: without a port, Linux takes 8472 and Windows 4789; without a VNI, all take 1. Nodes need not tell what they use.
 */
export function backend(
  flannel: Flannel | undefined,
  nodes: Nodes | undefined,
): Decision<'fits' | 'other-port' | 'low-vni'> {
  const own = flannel?.netConf?.facts;
  const seen = [
    ...(own?.type === 'vxlan'
      ? [{ port: own.port, vni: own.vni, place: cite('flannel-state', '/netConf/facts') }]
      : []),
    ...(nodes?.nodes ?? []).flatMap(({ flannel: facts }, index) =>
      facts?.type === 'vxlan'
        ? [{ port: facts.port, vni: facts.vni, place: cite('cluster-nodes', `/nodes/${index}/flannel`) }]
        : [],
    ),
  ];
  const at = ({ place }: (typeof seen)[number], field: string) => cite(place.probe, `${place.pointer}/${field}`);
  const unset = ({ place }: (typeof seen)[number]) => place.probe === 'flannel-state';
  const port = seen.find((each) => (each.port === null ? unset(each) : each.port !== PORT));
  if (port) return because('other-port', at(port, 'port'));
  const vni = seen.find((each) => (each.vni === null ? unset(each) : each.vni < LEAST_VNI));
  if (vni) return because('low-vni', at(vni, 'vni'));
  const [told] = seen.filter((each) => each.port !== null);
  return told ? because('fits', at(told, 'port')) : undecided(...seen.map(({ place }) => place));
}

/**
 * Whether the overlay has a route to the Pods of every other node, to the address and router that this node tells. Where the
 * nodes may not be listed, a Pod that does not answer and lies in no route is proof enough of a missing one.
 */
export function remoteRoutes(
  { networks }: Networks,
  nodes: Nodes | undefined,
  reach: Reach | undefined,
): Decision<'right' | 'missing' | 'stale'> {
  const at = networks.findIndex(({ type }) => type === 'overlay');
  const overlay = networks[at];
  if (!overlay) return undecided(cite('hns-networks', '/networks'));
  const routes = cite('hns-networks', `/networks/${at}/remoteSubnets`);
  if (!nodes) return lostPod(overlay, routes, reach);
  // A node that left the overlay's own address is this one.
  const others = nodes.nodes.flatMap((node, index) =>
    node.podCidr !== null && node.internalIp !== overlay.managementIp && node.ready === 'True'
      ? [{ ...node, place: `/nodes/${index}` }]
      : [],
  );
  const lacking = others.find(
    ({ podCidr }) => ![...overlay.prefixes, ...overlay.remoteSubnets.map(({ prefix }) => prefix)].includes(podCidr),
  );
  if (lacking) return because('missing', cite('cluster-nodes', `${lacking.place}/podCidr`), routes);
  for (const [place, route] of overlay.remoteSubnets.entries()) {
    const node = others.find(({ podCidr }) => podCidr === route.prefix);
    const held = (field: string) => cite('hns-networks', `${routes.pointer}/${place}/${field}`);
    const address = node?.flannel?.publicIp ?? node?.internalIp ?? null;
    if (node && address !== null && route.provider !== address)
      return because('stale', held('provider'), cite('cluster-nodes', `${node.place}/internalIp`));
    const mac = node?.flannel?.vtepMac ?? null;
    if (node && mac !== null && route.mac?.toLowerCase() !== mac)
      return because('stale', held('mac'), cite('cluster-nodes', `${node.place}/flannel/vtepMac`));
  }
  return because('right', routes);
}

function lostPod(
  { prefixes, remoteSubnets }: Networks['networks'][number],
  routes: Citation,
  reach: Reach | undefined,
): Decision<'missing'> {
  const known = [...prefixes, ...remoteSubnets.map(({ prefix }) => prefix ?? '')];
  const lost = (reach ? triedOf(reach, 'remote-pod') : []).find(
    ({ connection, target }) =>
      connection === 'timed-out' && known.every((prefix) => within(hostOf(target), prefix) === false),
  );
  return lost ? because('missing', lost.place, routes) : undecided(routes);
}

/** Whether Windows' own firewall drops the overlay's packets. */
export function overlayPortBlocked({ profiles, rules }: Firewall): Decision<'open' | 'blocked'> {
  const closed = profiles.findIndex(({ active, on, blocksInbound }) => active && on && blocksInbound);
  if (closed < 0) return because('open', cite('firewall', '/profiles'));
  const covers = (allowing: boolean) =>
    rules.findIndex(
      ({ allows, active, protocol, covers: ports }) =>
        allows === allowing && active && [UDP, ANY].includes(protocol) && ports.some((port) => port === PORT),
    );
  // A rule that blocks wins over every rule that allows.
  const forbidden = covers(false);
  if (forbidden >= 0) return because('blocked', cite('firewall', `/rules/${forbidden}/name`));
  const rule = covers(true);
  return rule < 0
    ? because('blocked', cite('firewall', `/profiles/${closed}/blocksInbound`), cite('firewall', '/rules'))
    : because('open', cite('firewall', `/rules/${rule}/name`));
}
