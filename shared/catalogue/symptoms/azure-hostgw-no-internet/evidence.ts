import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';

type Networks = EvidenceOf<(typeof probes)['hns-networks']>;
type Cni = EvidenceOf<(typeof probes)['cni-config']>;
type Flannel = EvidenceOf<(typeof probes)['flannel-state']>;
type Routes = EvidenceOf<(typeof probes)['routes']>;
type Nodes = EvidenceOf<(typeof probes)['cluster-nodes']>;
type Node = EvidenceOf<(typeof probes)['node-object']>;
type Reach = EvidenceOf<(typeof probes)['fabric-reach']>;

/** Delegates of flannel that route from node to node; `sdnbridge` is the name that Microsoft gave the same plugin. */
const BRIDGES: readonly string[] = ['win-bridge', 'sdnbridge'];

/** Whether flannel's host-gw makes the network of the Pods, told by flannel's own configuration or by that of the CNI. */
export function hostGateway(
  { networks }: Networks,
  cni: Cni | undefined,
  flannel: Flannel | undefined,
): Decision<'host-gw' | 'other'> {
  const at = networks.findIndex(({ type }) => type === 'l2bridge');
  const overlay = networks.findIndex(({ type }) => type === 'overlay');
  if (at < 0) return because('other', cite('hns-networks', overlay < 0 ? '/networks' : `/networks/${overlay}/type`));
  const bridge = cite('hns-networks', `/networks/${at}/type`);
  const plugins = cni?.winner?.plugins ?? [];
  const index = plugins.findIndex(({ type }) => type === 'flannel');
  const [first] = plugins;
  if (first && index < 0) return because('other', cite('cni-config', '/winner/plugins/0/type'));
  if (flannel?.netConf?.facts?.type === 'host-gw')
    return because('host-gw', bridge, cite('flannel-state', '/netConf/facts/type'));
  const delegate = plugins[index]?.delegate ?? null;
  return delegate !== null && BRIDGES.includes(delegate)
    ? because('host-gw', bridge, cite('cni-config', `/winner/plugins/${index}/delegate`))
    : undecided(bridge);
}

/** Whether this node has a route to the Pods of every other node: without one, nothing even leaves it for there. */
export function ownRoutes({ routes }: Routes, { nodes }: Nodes, own: Node): Decision<'complete' | 'missing'> {
  const known = new Set(routes.map(({ prefix }) => prefix));
  const others = nodes.flatMap(({ name, podCidr, ready }, index) =>
    podCidr !== null && name !== own.name && ready === 'True' ? [{ podCidr, place: `/nodes/${index}/podCidr` }] : [],
  );
  const lacking = others.find(({ podCidr }) => !known.has(podCidr));
  const list = cite('routes', '/routes');
  return lacking
    ? because('missing', cite('cluster-nodes', lacking.place), list)
    : others.length === 0
      ? undecided(list)
      : because('complete', list);
}

/** Whether the node itself reaches the registry of its sandbox image: the one place outside that it surely may. */
export function outside({ results }: Reach): Decision<'reached' | 'silent'> {
  const at = results.findIndex(({ role }) => role === 'registry');
  const connection = results[at]?.connection ?? null;
  if (connection === null) return undecided(cite('fabric-reach', '/results'));
  const place = cite('fabric-reach', `/results/${at}/connection`);
  if (connection === 'connected' || connection === 'refused') return because('reached', place);
  return connection === 'timed-out' ? because('silent', place) : undecided(place);
}
