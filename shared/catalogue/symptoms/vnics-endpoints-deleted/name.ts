import { because, cite, type Citation, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';

type Processes = EvidenceOf<(typeof probes)['processes']>;
type Build = EvidenceOf<(typeof probes)['os-build']>;
type Node = EvidenceOf<(typeof probes)['node-object']>;
type Certs = EvidenceOf<(typeof probes)['certs']>;
type Config = EvidenceOf<(typeof probes)['component-config']>;

interface Named {
  readonly name: string;
  readonly citation: Citation;
}

const IDENTITY = /\bCN=system:node:([A-Za-z0-9.-]+)/;

/** What the cluster calls this node: its Node object, else the identity in the kubelet's certificate. */
function clusterName(node: Node | undefined, certs: Certs | undefined): Named | null {
  if (node) return { name: node.name, citation: cite('node-object', '/name') };
  const list = certs?.client ?? [];
  const at = list.findIndex(({ subject }) => IDENTITY.test(subject));
  const name = IDENTITY.exec(list[at]?.subject ?? '')?.[1];
  return name === undefined ? null : { name, citation: cite('certs', `/client/${at}/subject`) };
}

/** What kube-proxy is told: by its flag, else by its configuration; a text tells why that is not known. */
function told(processes: Processes, config: Config | undefined): Named | { readonly name: null } | 'unread' {
  const at = processes.list.findIndex(({ name }) => name === 'kube-proxy');
  const flags = processes.list[at]?.flags;
  if (!flags) return 'unread';
  const flag = flags['hostname-override'];
  if (flag !== undefined) return { name: flag, citation: cite('processes', `/list/${at}/flags/hostname-override`) };
  if (flags.config === undefined) return { name: null };
  const facts = config?.kubeProxy?.facts;
  if (!facts) return 'unread';
  const { hostnameOverride } = facts;
  return hostnameOverride === null
    ? { name: null }
    : { name: hostnameOverride, citation: cite('component-config', '/kubeProxy/facts/hostnameOverride') };
}

type NameAnswer = 'same' | 'missing' | 'truncated' | 'fqdn' | 'case' | 'other';

interface NameEvidence {
  readonly processes: Processes;
  readonly 'os-build': Build;
  readonly 'node-object': Node | undefined;
  readonly certs: Certs | undefined;
  readonly 'component-config': Config | undefined;
}

/** Characters of a computer's NetBIOS name. */
const NETBIOS = 15;

/**
 * Whether kube-proxy acts for the node under the name that the cluster knows. Without an override it takes the host's
 * name in lower case; pods whose node is named otherwise are remote to it, and their endpoints are cleaned up.
 */
export function proxyName(evidence: NameEvidence): Decision<NameAnswer> {
  const { processes, 'os-build': build } = evidence;
  const cluster = clusterName(evidence['node-object'], evidence.certs);
  const name = told(processes, evidence['component-config']);
  if (name === 'unread') return undecided(cite('processes', '/counts/kubeProxy'));
  if (!cluster) return undecided();
  if (name.name === null) {
    const host = cite('os-build', '/hostName');
    return because(build.hostName.toLowerCase() === cluster.name ? 'same' : 'missing', host, cluster.citation);
  }
  const answer = name.name === cluster.name ? 'same' : difference(name.name, cluster.name);
  return because(answer, name.citation, cluster.citation);
}

function difference(told: string, wanted: string): NameAnswer {
  const [one, other] = [told.toLowerCase(), wanted.toLowerCase()];
  if (one === other) return 'case';
  if (one.length === NETBIOS && other.startsWith(one)) return 'truncated';
  return one.startsWith(`${other}.`) || other.startsWith(`${one}.`) ? 'fqdn' : 'other';
}
