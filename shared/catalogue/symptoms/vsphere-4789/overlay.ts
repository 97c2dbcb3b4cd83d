import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';

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

function reached({ results }: Reach, role: Reach['results'][number]['role']): Decision<'reached' | 'silent'> {
  // Behind the API server's own service stands a node, not a Pod.
  const nodes = new Set(results.filter((result) => result.role === 'node-kubelet').map(({ target }) => hostOf(target)));
  const tried = results.flatMap((result, index) =>
    result.role === role && result.connection !== null && (role !== 'remote-pod' || !nodes.has(hostOf(result.target)))
      ? [{ ...result, place: cite('fabric-reach', `/results/${index}/connection`) }]
      : [],
  );
  const open = tried.find(({ connection }) => OPEN.includes(connection));
  if (open) return because('reached', open.place);
  const [first, ...rest] = tried;
  return first
    ? because('silent', first.place, ...rest.map(({ place }) => place))
    : undecided(cite('fabric-reach', '/results'));
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

/** Whether flannel is configured as Windows needs it, here and on the other nodes. */
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
  const port = seen.find((each) => each.port !== null && each.port !== PORT);
  if (port) return because('other-port', at(port, 'port'));
  const vni = seen.find((each) => each.vni !== null && each.vni < LEAST_VNI);
  if (vni) return because('low-vni', at(vni, 'vni'));
  const [told] = seen.filter((each) => each.port !== null);
  return told ? because('fits', at(told, 'port')) : undecided(...seen.map(({ place }) => place));
}

/** Whether the overlay has a route to the Pods of every other node of the cluster. */
export function missingRoute({ networks }: Networks, { nodes }: Nodes): Decision<'complete' | 'missing'> {
  const at = networks.findIndex(({ type }) => type === 'overlay');
  const overlay = networks[at];
  if (!overlay) return undecided(cite('hns-networks', '/networks'));
  const routes = cite('hns-networks', `/networks/${at}/remoteSubnets`);
  const known = new Set([...overlay.remoteSubnets.map(({ prefix }) => prefix), ...overlay.prefixes]);
  // A node that left the overlay's own address is this one.
  const lacking = nodes.findIndex(
    ({ podCidr, internalIp, ready }) =>
      podCidr !== null && internalIp !== overlay.managementIp && ready === 'True' && !known.has(podCidr),
  );
  return lacking < 0
    ? because('complete', routes)
    : because('missing', cite('cluster-nodes', `/nodes/${lacking}/podCidr`), routes);
}

/** Whether Windows' own firewall drops the overlay's packets. */
export function overlayPortBlocked({ profiles, rules }: Firewall): Decision<'open' | 'blocked'> {
  const closed = profiles.findIndex(({ active, on, blocksInbound }) => active && on && blocksInbound);
  if (closed < 0) return because('open', cite('firewall', '/profiles'));
  const rule = rules.findIndex(
    ({ allows, active, protocol, covers }) =>
      allows && active && [UDP, ANY].includes(protocol) && covers.some((port) => port === PORT),
  );
  return rule < 0
    ? because('blocked', cite('firewall', `/profiles/${closed}/blocksInbound`), cite('firewall', '/rules'))
    : because('open', cite('firewall', `/rules/${rule}/name`));
}
