import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';

type Networks = EvidenceOf<(typeof probes)['hns-networks']>;
type Cni = EvidenceOf<(typeof probes)['cni-config']>;
type Flannel = EvidenceOf<(typeof probes)['flannel-state']>;
type Firewall = EvidenceOf<(typeof probes)['firewall']>;
type Health = EvidenceOf<(typeof probes)['local-health']>;
type Reach = EvidenceOf<(typeof probes)['fabric-reach']>;
type Api = EvidenceOf<(typeof probes)['api-reach']>;
type Node = EvidenceOf<(typeof probes)['node-object']>;
type Platform = EvidenceOf<(typeof probes)['platform']>;

const KUBELET = 10_250;
const TCP = 6;
const ANY = 256;

/** The type of HNS network that a plugin, or flannel's backend, works on. */
const PLUGIN_NETWORK: Readonly<Record<string, string>> = {
  'win-bridge': 'l2bridge',
  sdnbridge: 'l2bridge',
  'win-overlay': 'overlay',
  sdnoverlay: 'overlay',
};
const BACKEND_NETWORK: Readonly<Record<string, string>> = { 'host-gw': 'l2bridge', vxlan: 'overlay' };

/** The network of the Pods: the one named as in the CNI configuration, else the only bridge or overlay there is. */
function podNetwork({ networks }: Networks, name: string | null): number {
  const named = networks.findIndex((network) => network.name.toLowerCase() === name?.toLowerCase());
  if (named >= 0) return named;
  const fitting = networks.filter(({ type }) => type === 'l2bridge' || type === 'overlay');
  return fitting.length === 1 ? networks.findIndex((network) => network === fitting[0]) : -1;
}

/** Whether the CNI plugin, the network in HNS and flannel's backend are of one kind. */
export function topology(
  { winner }: Cni,
  networks: Networks,
  flannel: Flannel | undefined,
): Decision<'fits' | 'plugin-differs' | 'backend-differs' | 'own'> {
  if (!winner) return undecided(cite('cni-config', '/winner'));
  const at = podNetwork(networks, winner.name);
  const network = networks.networks[at];
  const bound = winner.plugins.flatMap(({ type, delegate }, index) =>
    [
      { name: type, field: 'type' },
      { name: delegate ?? '', field: 'delegate' },
    ].flatMap(({ name, field }) => {
      const wanted = PLUGIN_NETWORK[name.toLowerCase()];
      return wanted === undefined ? [] : [{ wanted, place: cite('cni-config', `/winner/plugins/${index}/${field}`) }];
    }),
  );
  const [plugin] = bound;
  if (!plugin) return because('own', cite('cni-config', '/winner/plugins'));
  if (!network) return undecided(plugin.place);
  const type = cite('hns-networks', `/networks/${at}/type`);
  if (plugin.wanted !== network.type) return because('plugin-differs', plugin.place, type);
  const backend = flannel?.netConf?.facts?.type ?? null;
  const wanted = backend === null ? undefined : BACKEND_NETWORK[backend];
  return wanted !== undefined && wanted !== network.type
    ? because('backend-differs', cite('flannel-state', '/netConf/facts/type'), type)
    : because('fits', plugin.place, type);
}

/** Whether the networks of the Pods still stand on the address that the cluster knows this node by. */
export function managementIp({ networks }: Networks, { internalIp }: Node): Decision<'fits' | 'lost' | 'drifted'> {
  const own = networks.flatMap(({ type, managementIp: ip }, index) =>
    (type === 'l2bridge' || type === 'overlay') && ip !== null
      ? [{ ip, place: cite('hns-networks', `/networks/${index}/managementIp`) }]
      : [],
  );
  const lost = own.find(({ ip }) => ip.startsWith('169.254.'));
  if (lost) return because('lost', lost.place);
  const [first] = own;
  if (!first || internalIp === null || internalIp.includes(':')) return undecided(cite('hns-networks', '/networks'));
  const known = cite('node-object', '/internalIp');
  const same = own.find(({ ip }) => ip === internalIp);
  return same ? because('fits', same.place, known) : because('drifted', first.place, known);
}

/** Whether Windows' firewall lets the API server in to the kubelet. A rule that blocks wins over one that allows. */
export function kubeletPort(
  { profiles, rules }: Firewall,
  { listeners }: Health,
): Decision<'open' | 'closed' | 'blocked' | 'not-listening'> {
  if (listeners === null) return undecided(cite('local-health', '/listeners'));
  const listening = listeners.findIndex(({ port, address }) => port === KUBELET && !address.startsWith('127.'));
  if (listening < 0) return because('not-listening', cite('local-health', '/listeners'));
  const closed = profiles.findIndex(({ active, on, blocksInbound }) => active && on && blocksInbound);
  if (!profiles.some(({ active, on }) => active && on)) return because('open', cite('firewall', '/profiles'));
  const naming = rules.flatMap((rule, index) =>
    rule.active && [TCP, ANY].includes(rule.protocol) && rule.covers.some((port) => port === KUBELET)
      ? [{ ...rule, place: cite('firewall', `/rules/${index}/name`) }]
      : [],
  );
  // A rule for all ports may be bound to one program, which is not told.
  const blocking = naming.find(({ allows, ports }) => !allows && ports.trim() !== '*');
  if (blocking) return because('blocked', blocking.place);
  const allowing = naming.find(({ allows }) => allows);
  if (allowing) return because('open', allowing.place);
  return closed < 0
    ? because('open', cite('firewall', '/profiles'))
    : because(
        'closed',
        cite('firewall', `/profiles/${closed}/blocksInbound`),
        cite('local-health', `/listeners/${listening}/port`),
        cite('firewall', '/rules'),
      );
}

/** What carries the packets between the nodes. */
export function fabric(
  { networks }: Networks,
  { azure, aws, vmware, maker, model }: Platform,
  cni: Cni | undefined,
): Decision<'overlay' | 'azure' | 'guarded' | 'other'> {
  const overlay = networks.findIndex(({ type }) => type === 'overlay');
  if (overlay >= 0) return because('overlay', cite('hns-networks', `/networks/${overlay}/type`));
  const bridge = networks.findIndex(({ type }) => type === 'l2bridge');
  if (bridge < 0) return undecided(cite('hns-networks', '/networks'));
  const type = cite('hns-networks', `/networks/${bridge}/type`);
  if (azure === true) {
    // Azure's own plugin gives Pods addresses that Azure knows; flannel's need routes.
    const flannel = cni?.winner?.plugins.some((plugin) => plugin.type === 'flannel') ?? false;
    return because(flannel ? 'azure' : 'other', type, cite('platform', '/azure'));
  }
  const hyperV = maker === 'Microsoft Corporation' && model === 'Virtual Machine';
  if (hyperV || aws === true || vmware === true) return because('guarded', type, cite('platform', '/maker'));
  return maker === null ? undecided(type) : because('other', type, cite('platform', '/maker'));
}

/**
 * Whether a Pod refused a connection: its packets arrived, but nothing listens there. The API server stands behind a Service like
 * a Pod does; that it refuses is told by its own tree.
 */
export function refusals({ results }: Reach, api: Api | undefined): Decision<'refused' | 'none'> {
  const own = api?.connection === 'refused' ? `:${api.port}` : null;
  const tried = results.flatMap(({ role, connection, target }, index) =>
    (role === 'remote-pod' || role === 'local-pod') && connection !== null && (own === null || !target.endsWith(own))
      ? [{ connection, place: cite('fabric-reach', `/results/${index}/connection`) }]
      : [],
  );
  const refused = tried.find(({ connection }) => connection === 'refused');
  if (refused) return because('refused', refused.place);
  const connected = tried.find(({ connection }) => connection === 'connected');
  return connected ? because('none', connected.place) : undecided(...tried.map(({ place }) => place));
}
