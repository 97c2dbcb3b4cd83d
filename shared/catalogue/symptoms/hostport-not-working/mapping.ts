import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';

type Pods = EvidenceOf<(typeof probes)['pods-here']>;
type Cni = EvidenceOf<(typeof probes)['cni-config']>;
type Binaries = EvidenceOf<(typeof probes)['cni-binaries']>;
type Endpoints = EvidenceOf<(typeof probes)['hns-endpoints']>;
type Build = EvidenceOf<(typeof probes)['os-build']>;
type Ports = EvidenceOf<(typeof probes)['ports']>;
type Processes = EvidenceOf<(typeof probes)['port-owners']>;

/** Release of the CNI plugins from which win-bridge publishes host ports (source page, containernetworking/plugins 475). */
const FIRST = [0, 8, 6] as const;

/** Windows 1903, from which a container's host port is reached from its own node (containernetworking/plugins 475). */
const SAME_NODE_BUILD = 18362;

/** The pods that want a port of the host, with their places. */
function wanting({ pods }: Pods) {
  return pods.flatMap((pod, index) =>
    pod.hostNetwork || pod.hostProcess || pod.hostPorts.length === 0 ? [] : [{ ...pod, place: `/pods/${index}` }],
  );
}

export function hostPorts(pods: Pods): Decision<'some' | 'none'> {
  const [first] = wanting(pods);
  return first
    ? because('some', cite('pods-here', `${first.place}/hostPorts`), cite('pods-here', `${first.place}/name`))
    : because('none', cite('pods-here', '/pods'));
}

/** Whether the configuration in force publishes host ports; Calico has rules of its own. */
export function capability({ winner }: Cni): Decision<'on' | 'off' | 'calico'> {
  if (!winner) return undecided(cite('cni-config', '/winner'));
  const calico = winner.plugins.findIndex(({ type }) => /^calico$/i.test(type));
  if (calico >= 0) return because('calico', cite('cni-config', `/winner/plugins/${calico}/type`));
  const on = winner.plugins.findIndex(({ portMappings }) => portMappings);
  return on >= 0
    ? because('on', cite('cni-config', `/winner/plugins/${on}/portMappings`))
    : because('off', cite('cni-config', '/winner/plugins/0/portMappings'), cite('cni-config', '/winner/path'));
}

/** Whether the plugin in use is recent enough to know of host ports. */
export function pluginAge({ winner }: Cni, { plugins }: Binaries): Decision<'old' | 'recent'> {
  const used = winner?.plugins.flatMap(({ type, delegate }) => [delegate, type]) ?? [];
  const name = (['win-bridge', 'win-overlay'] as const).find((each) => used.includes(each));
  const version = name && plugins[name]?.version;
  if (!name || !version) return undecided(cite('cni-binaries', '/plugins'));
  const parts = version.split('.').map((part) => Number.parseInt(part, 10));
  const differs = FIRST.findIndex((part, at) => parts[at] !== part);
  const old = differs >= 0 && (parts[differs] ?? 0) < (FIRST[differs] ?? 0);
  return because(old ? 'old' : 'recent', cite('cni-binaries', `/plugins/${name}/version`));
}

/** Whether HNS leads the wanted ports of the host to their pods. */
export function mappings(pods: Pods, { endpoints }: Endpoints): Decision<'mapped' | 'unmapped'> {
  const places = wanting(pods).map((pod) => {
    const at = endpoints.findIndex(({ ip, remote }) => !remote && ip === pod.ip);
    const held = endpoints[at]?.portMappings.map(({ externalPort }) => externalPort);
    return { pod, at, lacks: held !== undefined && pod.hostPorts.some(({ hostPort }) => !held.includes(hostPort)) };
  });
  const lacking = places.find(({ lacks }) => lacks);
  if (lacking)
    return because(
      'unmapped',
      cite('hns-endpoints', `/endpoints/${lacking.at}/portMappings`),
      cite('pods-here', `${lacking.pod.place}/hostPorts`),
    );
  const [first] = places;
  return !first || places.some(({ at }) => at < 0)
    ? undecided(cite('pods-here', '/pods'))
    : because('mapped', cite('hns-endpoints', `/endpoints/${first.at}/portMappings`));
}

/** Whether a pod with a host port was made before the configuration was last changed. */
export function podAge(pods: Pods, { winner }: Cni): Decision<'before' | 'after'> {
  const changed = Date.parse(winner?.modified ?? '');
  const [first, ...rest] = wanting(pods);
  if (!first || Number.isNaN(changed)) return undecided(cite('cni-config', '/winner'));
  const old = [first, ...rest].find(({ created }) => Date.parse(created ?? '') < changed);
  const place = cite('pods-here', `${(old ?? first).place}/created`);
  return because(old ? 'before' : 'after', place, cite('cni-config', '/winner/modified'));
}

/** Whether a program of the node, or an administrator's exclusion, has a wanted port. */
export function portTaken(pods: Pods, { excluded }: Ports, { listeners }: Processes): Decision<'taken' | 'free'> {
  const wanted = new Map(
    wanting(pods).flatMap(({ hostPorts: own, place }) =>
      own.map(({ hostPort, protocol }) => [`${protocol.toLowerCase()} ${hostPort}`, place] as const),
    ),
  );
  const listener = listeners.findIndex(({ protocol, port }) => wanted.has(`${protocol} ${port}`));
  if (listener >= 0)
    return because(
      'taken',
      cite('port-owners', `/listeners/${listener}/port`),
      cite('port-owners', `/listeners/${listener}/program`),
    );
  const ports = [...wanted.keys()].flatMap((key) => (key.startsWith('tcp ') ? [Number(key.slice(4))] : []));
  const range = (excluded ?? []).findIndex(
    ({ start, end, administered }) => administered && ports.some((port) => start <= port && port <= end),
  );
  if (range >= 0) return because('taken', cite('ports', `/excluded/${range}`));
  return excluded === null
    ? undecided(cite('ports', '/excluded'))
    : because('free', cite('port-owners', '/listeners'), cite('ports', '/excluded'));
}

/** Whether win-bridge on this Windows cannot lead a host port from the node itself to a pod. */
export function sameNode({ build }: Build, cni: Cni | undefined): Decision<'limited' | 'able' | 'other-plugin'> {
  const on = cite('os-build', '/build');
  if (build >= SAME_NODE_BUILD) return because('able', on);
  const winner = cni?.winner;
  if (!winner) return undecided(on);
  const bridge = winner.plugins.findIndex(({ type, delegate }) => [type, delegate].includes('win-bridge'));
  return bridge < 0
    ? because('other-plugin', on, cite('cni-config', '/winner/plugins'))
    : because('limited', on, cite('cni-config', `/winner/plugins/${bridge}/type`));
}
