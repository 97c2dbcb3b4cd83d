import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';

type Evidence<P extends keyof typeof probes> = EvidenceOf<(typeof probes)[P]>;
type Cni = Evidence<'cni-config'>;
type Flannel = Evidence<'flannel-state'>;
type Networks = Evidence<'hns-networks'>['networks'];
type Node = Evidence<'node-object'>;
type Logs = Evidence<'log-scan'>;
type Processes = Evidence<'processes'>;
type Services = Evidence<'services'>;
type Reach = Evidence<'api-reach'>;

/** Windows' vxlan works from this VNI on (flannel's vxlan_windows.go). */
const LEAST_VNI = 4096;
/** The only port that HNS encapsulates to unless it is told otherwise (flannel's vxlan_windows.go). */
const VXLAN_PORT = 4789;
/** The first flanneld without the race for the management IP (flannel's release notes). */
const RACE_MENDED = [0, 12] as const;

/** Whether the winning CNI configuration is flannel's. */
export function usesFlannel(cni: Cni | undefined): Decision<'flannel' | 'other'> {
  if (!cni?.winner) return undecided();
  const at = cni.winner.plugins.findIndex(({ type }) => type.toLowerCase() === 'flannel');
  return at < 0
    ? because('other', cite('cni-config', '/winner/plugins'))
    : because('flannel', cite('cni-config', `/winner/plugins/${at}/type`));
}

/** The name that flannel's CNI configuration gives the network; that of another plugin names nothing of flannel's. */
function cniName(cni: Cni | undefined): string | null {
  const plugin = usesFlannel(cni);
  return plugin.kind === 'because' && plugin.answer === 'flannel' ? (cni?.winner?.name ?? null) : null;
}

/** The name that flannel gives its network: the configured one, else that of its backend. */
function flannelName(flannel: Flannel | undefined): string | null {
  const facts = flannel?.netConf?.facts;
  if (!facts) return null;
  if (facts.name !== null) return facts.name;
  if (facts.type === 'host-gw') return 'cbr0';
  return facts.type === 'vxlan' ? `flannel.${facts.vni ?? LEAST_VNI}` : null;
}

/** The network that start script and CNI wait for; -1: it is not there. */
function placeOf(networks: Networks, name: string): number {
  return networks.findIndex((network) => network.name.toLowerCase() === name.toLowerCase());
}

export function networkState(
  networks: Networks,
  cni: Cni | undefined,
  flannel: Flannel | undefined,
): Decision<'good' | 'no-address' | 'absent'> {
  const all = cite('hns-networks', '/networks');
  const name = cniName(cni) ?? flannelName(flannel);
  if (name === null) return undecided(all);
  const at = placeOf(networks, name);
  if (at < 0) return because('absent', all);
  const ip = networks[at]?.managementIp ?? null;
  const cited = cite('hns-networks', `/networks/${at}/managementIp`);
  return because(ip === null || ip.startsWith('169.254.') ? 'no-address' : 'good', cited);
}

/** What tells what flanneld has said since Windows and itself were started; what is older is history. */
export const FLANNEL_SAID = ['log-scan', 'os-build', 'processes'] as const;

interface SaidEvidence {
  readonly 'log-scan': Logs | undefined;
  readonly 'os-build': Evidence<'os-build'> | undefined;
  readonly processes: Processes | undefined;
}

/** The place of such a line in flannel's own logs, those that its name is in; -1: none that is known to be no history. */
function saidAt(evidence: SaidEvidence, rule: Logs['hits'][number]['rule']): number {
  const started = evidence.processes?.list.find(({ name }) => name === 'flanneld')?.start;
  const since = Math.max(Date.parse(evidence['os-build']?.boot ?? ''), started ? Date.parse(started) : 0);
  const hits = evidence['log-scan']?.hits ?? [];
  return hits.findIndex(
    (hit) => hit.rule === rule && /flannel/i.test(hit.path) && Date.parse(hit.written ?? '') >= since,
  );
}

/** Whether the control plane has given the node a pod subnet. Flannel's log tells where the Node cannot be read. */
export function podSubnet(
  evidence: SaidEvidence & { readonly 'node-object': Node | undefined },
): Decision<'given' | 'empty' | 'said-empty'> {
  const node = evidence['node-object'];
  if (node) {
    const cidr = cite('node-object', '/podCidr');
    return because(node.podCidr === null || node.podCidr === '' ? 'empty' : 'given', cidr);
  }
  const at = saidAt(evidence, 'no-pod-cidr');
  return at < 0 ? undecided() : because('said-empty', cite('log-scan', `/hits/${at}/text`));
}

/** Whether flanneld is told the name that the node has in the cluster. */
export function nodeNameTold(
  evidence: SaidEvidence & { readonly 'node-object': Node | undefined },
): Decision<'same' | 'other' | 'unknown-name'> {
  const node = evidence['node-object'];
  const told = evidence.processes?.nssm.flanneld?.nodeName ?? null;
  if (told !== null && node) {
    const cited = [cite('processes', '/nssm/flanneld/nodeName'), cite('node-object', '/name')] as const;
    return because(told === node.name ? 'same' : 'other', ...cited);
  }
  const at = saidAt(evidence, 'node-unknown');
  return at < 0 ? undecided() : because('unknown-name', cite('log-scan', `/hits/${at}/text`));
}

/** Whether Windows can do what flannel's configuration asks for. A missing field is left to flannel's default, which it can. */
export function backend(flannel: Flannel): Decision<'supported' | 'unsupported'> {
  const facts = flannel.netConf?.facts;
  if (!facts) return undecided();
  const at = (field: string) => cite('flannel-state', `/netConf/facts/${field}`);
  if (facts.type === null) return undecided(at('type'));
  if (facts.type !== 'vxlan') return because('supported', at('type'));
  if (facts.vni !== null && facts.vni < LEAST_VNI) return because('unsupported', at('vni'));
  if (facts.port !== null && facts.port !== VXLAN_PORT) return because('unsupported', at('port'));
  if (facts.directRouting === true) return because('unsupported', at('directRouting'));
  return because('supported', at('vni'), at('port'), at('directRouting'));
}

/** Whether flannel and the CNI plugin mean the same network. */
export function networkName(flannel: Flannel, cni: Cni | undefined): Decision<'same' | 'differs'> {
  const made = flannelName(flannel);
  const waited = cniName(cni);
  if (made === null || waited === null) return undecided();
  const same = made.toLowerCase() === waited.toLowerCase();
  return because(
    same ? 'same' : 'differs',
    cite('flannel-state', '/netConf/facts/name'),
    cite('cni-config', '/winner/name'),
  );
}

/** Whether `--iface` names an address that this node has. */
export function interfaceNamed(
  processes: Processes | undefined,
  adapters: Evidence<'adapters'> | undefined,
): Decision<'there' | 'not-there'> {
  const at = processes?.list.findIndex(({ name, flags }) => name === 'flanneld' && flags?.iface !== undefined) ?? -1;
  const named = processes?.list[at]?.flags?.iface;
  if (named === undefined || !adapters) return undecided();
  const flag = cite('processes', `/list/${at}/flags/iface`);
  const addressed = adapters.list.flatMap(({ addresses }, index) =>
    addresses.length > 0 ? [cite('adapters', `/list/${index}/addresses`)] : [],
  );
  const adapter = adapters.list.findIndex(
    ({ name, addresses }) => addresses.includes(named) || name.toLowerCase() === named.toLowerCase(),
  );
  return adapter < 0
    ? because('not-there', flag, ...addressed)
    : because('there', flag, cite('adapters', `/list/${adapter}/addresses`));
}

/** Whether flanneld is older than the release that mends the race: by its program, else by the image of its pod. */
export function flanneldAge(
  versions: Evidence<'component-versions'> | undefined,
  pods: Evidence<'pods-here'> | undefined,
): Decision<'old' | 'mended'> {
  const program = versions?.flanneld?.version;
  const told = program ? [{ version: program, citation: cite('component-versions', '/flanneld/version') }] : [];
  const ofPods = (pods?.pods ?? []).flatMap(({ images }, pod) =>
    images.map((image, at) => ({
      version: /\/flannel:v(\d{1,4}\.\d{1,4})\./.exec(image)?.[1],
      citation: cite('pods-here', `/pods/${pod}/images/${at}`),
    })),
  );
  const first = [...told, ...ofPods].find(({ version }) => version !== undefined);
  if (first?.version === undefined) return undecided();
  const [major = 0, minor = 0] = first.version.split('.').map(Number);
  const [firstMajor, firstMinor] = RACE_MENDED;
  return because(major === firstMajor && minor < firstMinor ? 'old' : 'mended', first.citation);
}

/** Whether the API server answers this node at all; what it answers is another matter. */
export function apiAnswers({ connection, status }: Reach): Decision<'answers' | 'silent'> {
  const made = cite('api-reach', '/connection');
  if (connection === 'failed') return undecided(made);
  if (connection !== 'connected') return because('silent', made);
  return status === null ? because('silent', made, cite('api-reach', '/status')) : because('answers', made);
}

interface AgentEvidence {
  readonly processes: Processes;
  readonly services: Services | undefined;
  readonly 'cni-config': Cni | undefined;
  readonly 'flannel-state': Flannel | undefined;
}

/** Whether flanneld runs, be it as a service, a process or in a HostProcess pod. A node without flannel need not have it. */
export function agentState(evidence: AgentEvidence): Decision<'runs' | 'service-stopped' | 'absent'> {
  const { processes, services, 'cni-config': cni, 'flannel-state': flannel } = evidence;
  const count = cite('processes', '/counts/flanneld');
  if (processes.counts.flanneld > 0) return because('runs', count);
  if (services?.flanneld) return because('service-stopped', count, cite('services', '/flanneld/state'));
  const plugin = usesFlannel(cni);
  if (plugin.kind === 'because' && plugin.answer === 'flannel') return because('absent', count, ...plugin.citations);
  if (flannel?.netConf) return because('absent', count, cite('flannel-state', '/netConf/path'));
  return flannel?.exists ? because('absent', count, cite('flannel-state', '/exists')) : undecided(count);
}
