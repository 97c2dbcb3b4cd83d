import { cite, type Citation, type EvidenceOf } from './define';
import type { probes } from './probes';
import { ownerOf } from './probes/owner-of';
import { flagsOf } from './probes/parse/flags';
import { within } from './subnets';

type Evidence<P extends keyof typeof probes> = EvidenceOf<(typeof probes)[P]>;
type Flannel = Evidence<'flannel-state'>;
type Networks = Evidence<'hns-networks'>;
type Processes = Evidence<'processes'>;
type Logs = Evidence<'log-scan'>;

const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** The overlay that the CNI configuration names, else the only one there is; -1: none. */
export function overlayAt({ networks }: Networks, cni: Evidence<'cni-config'> | undefined): number {
  const name = cni?.winner?.name?.toLowerCase();
  const overlays = networks.flatMap(({ type }, at) => (type === 'overlay' ? [at] : []));
  const named = overlays.find((at) => networks[at]?.name.toLowerCase() === name);
  return named ?? (overlays.length === 1 ? (overlays[0] ?? -1) : -1);
}

/** What tells which pod subnet is the node's. */
export const OWN_SUBNET = ['node-object', 'hns-networks', 'cni-config'] as const;

export interface SubnetEvidence {
  readonly 'node-object': Evidence<'node-object'> | undefined;
  readonly 'hns-networks': Networks | undefined;
  readonly 'cni-config': Evidence<'cni-config'> | undefined;
}

/** The pod subnet that the cluster gave this node; where that cannot be asked, the one of its overlay. Null: neither is known. */
export function ownSubnet(evidence: SubnetEvidence): { readonly subnet: string; readonly citation: Citation } | null {
  const given = evidence['node-object']?.podCidr ?? null;
  if (given !== null && given !== '') return { subnet: given, citation: cite('node-object', '/podCidr') };
  const networks = evidence['hns-networks'];
  const at = networks ? overlayAt(networks, evidence['cni-config']) : -1;
  const prefix = networks?.networks[at]?.prefixes[0];
  return prefix === undefined ? null : { subnet: prefix, citation: cite('hns-networks', `/networks/${at}/prefixes/0`) };
}

/** A source VIP and where it is told. `ip` null: none is. */
export interface SourceVip {
  readonly ip: string | null;
  readonly citation: Citation;
}

/** Where kube-proxy is told its source VIP. */
export const VIP_TOLD = ['processes', 'component-config', 'log-scan', 'os-build'] as const;

export interface ToldEvidence {
  readonly processes: Processes | undefined;
  readonly 'component-config': Evidence<'component-config'> | undefined;
  readonly 'log-scan': Logs | undefined;
  readonly 'os-build': Evidence<'os-build'> | undefined;
}

/**
 * The source VIP that kube-proxy is told: by its configuration file, which wins, by its flags, or by those that nssm would give
 * it. Null: that is not known, such as where the file lies in its container.
 */
export function toldVip(evidence: ToldEvidence): SourceVip | null {
  const { processes, 'component-config': config } = evidence;
  const at = processes?.list.findIndex(({ name }) => name === 'kube-proxy') ?? -1;
  const running = processes?.list[at];
  if (!running) return configured(processes) ?? complained(evidence['log-scan'], evidence['os-build']);
  if (running.flags === null) return null;
  const facts = config?.kubeProxy?.facts;
  if (facts?.winkernel.sourceVip)
    return {
      ip: facts.winkernel.sourceVip,
      citation: cite('component-config', '/kubeProxy/facts/winkernel/sourceVip'),
    };
  const flag = running.flags['source-vip'];
  if (flag !== undefined && ADDRESS.test(flag))
    return { ip: flag, citation: cite('processes', `/list/${at}/flags/source-vip`) };
  if (running.flags.config !== undefined && !facts) return null;
  return { ip: null, citation: cite('processes', `/list/${at}/commandLine`) };
}

/** What nssm starts kube-proxy with. Where a script stands between them nothing is told. */
function configured(processes: Processes | undefined): SourceVip | null {
  for (const name of ['kubeproxy', 'kube-proxy'] as const) {
    const service = processes?.nssm[name];
    if (!service?.parameters || !/kube-proxy\.exe$/i.test(service.application)) continue;
    const flags = flagsOf(service.parameters);
    if (flags.config !== undefined) return null;
    const told = flags['source-vip'] ?? '';
    return { ip: ADDRESS.test(told) ? told : null, citation: cite('processes', `/nssm/${name}/parameters`) };
  }
  return null;
}

/** kube-proxy does not run and has said since boot that it was told none. */
function complained(logs: Logs | undefined, build: Evidence<'os-build'> | undefined): SourceVip | null {
  const boot = Date.parse(build?.boot ?? '');
  const at =
    logs?.hits.findIndex(
      ({ rule, text, written }) =>
        rule === 'source-vip' && /flag not set/i.test(text) && Date.parse(written ?? '') >= boot,
    ) ?? -1;
  return at < 0 ? null : { ip: null, citation: cite('log-scan', `/hits/${at}/text`) };
}

/** A file in which a start script has kept a source VIP; `ip` null: it has none. */
export interface KeptVip extends SourceVip {
  readonly path: string;
  readonly modified: string;
}

/** Whether kube-proxy runs in a HostProcess pod; null: it does not run. */
export function proxyInPod(processes: Processes | undefined): boolean | null {
  const running = processes?.list.find(({ name }) => name === 'kube-proxy');
  return running ? ownerOf(running, [], undefined) === 'pod' : null;
}

/**
 * The source VIPs that start scripts have kept, and take again at their next start: the pod's where kube-proxy is in one, else
 * that of the SDN scripts; both where it does not run. Null: one of them could not be read.
 */
export function keptVips(flannel: Flannel, processes: Processes | undefined): readonly KeptVip[] | null {
  const inPod = proxyInPod(processes);
  const places = (['sourceVip', 'podSourceVip'] as const).filter(
    (at) => inPod === null || inPod === (at === 'podSourceVip'),
  );
  if (places.some((at) => flannel[at] === undefined)) return null;
  return places.flatMap((at) => {
    const file = flannel[at];
    if (!file) return [];
    const { path, modified, facts } = file;
    const citation = cite('flannel-state', `/${at}/${facts.ip === null ? 'path' : 'facts/ip'}`);
    return [{ ip: facts.ip, path, modified, citation }];
  });
}

/** Whether two subnets are the same; null: one is none. */
export function sameSubnet(one: string, other: string): boolean | null {
  const inside = within(one, other);
  return inside === null ? null : inside && within(other, one) === true;
}
