import { because, cite, type Citation, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';
import { kubeconfigState } from '../api-server-connect/reach';
import { backend, proxyVip } from '../flannel-vxlan-rejoin/subnets';

type Tools = EvidenceOf<(typeof probes)['kube-tools']>;
type Reach = EvidenceOf<(typeof probes)['api-reach']>;
type Node = EvidenceOf<(typeof probes)['node-object']>;
type Processes = EvidenceOf<(typeof probes)['processes']>;
type Cni = EvidenceOf<(typeof probes)['cni-config']>;
type Health = EvidenceOf<(typeof probes)['local-health']>;

/** Whether the API server can be asked with the node's own kubeconfig; why not is told by the tree of the API server. */
export function apiWay(tools: Tools | undefined, reach: Reach | undefined): Decision<'answers' | 'no-way'> {
  // Where it names the node's own address, the connection fails.
  const kubeconfig = tools ? kubeconfigState(tools, undefined) : undecided();
  if (kubeconfig.kind === 'because' && kubeconfig.answer !== 'usable')
    return because('no-way', ...kubeconfig.citations);
  if (!reach) return undecided(...kubeconfig.citations);
  const made = cite('api-reach', '/connection');
  if (reach.connection === 'failed') return undecided(made);
  return because(reach.connection === 'connected' && reach.certificate ? 'answers' : 'no-way', made);
}

/** What the Ready condition says. A node that has never reported has none. */
export function readyState({ ready }: Node): Decision<'ready' | 'network' | 'silent' | 'runtime' | 'other'> {
  if (!ready) return undecided(cite('node-object', '/ready'));
  if (ready.status === 'True') return because('ready', cite('node-object', '/ready/status'));
  const told = [cite('node-object', '/ready/message'), cite('node-object', '/ready/status')] as const;
  if (ready.status === 'Unknown') return because('silent', ...told);
  if (/NetworkPluginNotReady|cni (?:config|plugin)/i.test(ready.message)) return because('network', ...told);
  return because(/container runtime is down/i.test(ready.message) ? 'runtime' : 'other', ...told);
}

/** A kube-proxy in a HostProcess container is a process like any other, so a missing service proves nothing. */
export function kubeProxies({ counts }: Processes): Decision<'none' | 'one' | 'several'> {
  const count = cite('processes', '/counts/kubeProxy');
  return because(counts.kubeProxy === 0 ? 'none' : counts.kubeProxy === 1 ? 'one' : 'several', count);
}

type VipEvidence = Parameters<typeof proxyVip>[0];

/** Whether a kube-proxy that does not run was told a source VIP, without which it ends at once on an overlay. */
export function sourceVip(evidence: VipEvidence): Decision<'told' | 'none'> {
  const told = proxyVip(evidence);
  if (told.kind === 'because') return because(told.answer === 'none' ? 'none' : 'told', ...told.citations);
  const other = otherNetwork(evidence);
  return other && told.kind === 'undecided' ? because('told', other) : told;
}

/** What tells that the Pods' network is no overlay: flannel's backend, else the network that HNS has for them. */
function otherNetwork(evidence: VipEvidence): Citation | null {
  const made = backend(evidence);
  if (made.kind === 'because') return made.answer === 'other' ? made.citations[0] : null;
  const types = evidence['hns-networks']?.networks.map(({ type }) => type) ?? [];
  const bridge = types.findIndex((type) => type === 'l2bridge' || type === 'l2tunnel');
  return bridge < 0 || types.includes('overlay') ? null : cite('hns-networks', `/networks/${bridge}/type`);
}

/** Whether the CNI that the runtime takes is flannel, which alone needs flanneld. */
export function cniKind({ winner }: Cni): Decision<'flannel' | 'other'> {
  if (!winner) return undecided(cite('cni-config', '/winner'));
  const flannel = winner.plugins.some(({ type }) => type.toLowerCase() === 'flannel');
  return because(flannel ? 'flannel' : 'other', cite('cni-config', '/winner/plugins/0/type'));
}

export function flanneld({ counts }: Processes): Decision<'runs' | 'none'> {
  return because(counts.flanneld > 0 ? 'runs' : 'none', cite('processes', '/counts/flanneld'));
}

/** Whether kubelet and kube-proxy answer on this node: at one of their addresses is enough. */
export function listening({ results, kubeletApi }: Health): Decision<'both' | 'kubelet-silent' | 'kube-proxy-silent'> {
  if (!results) return undecided(cite('local-health', '/results'));
  const of = (role: 'kubelet-health' | 'kube-proxy-health') =>
    results.flatMap((result, index) => (result.role === role ? [{ ...result, index }] : []));
  const refused = (list: ReturnType<typeof of>) =>
    list.length > 0 && list.every(({ connection }) => connection === 'refused' || connection === 'timed-out');
  const place = (index: number) => cite('local-health', `/results/${index}/connection`);
  const [kubelet, proxy] = [of('kubelet-health'), of('kube-proxy-health')];
  if (kubelet[0] && refused(kubelet) && kubeletApi !== null && kubeletApi.connection !== 'connected')
    return because('kubelet-silent', place(kubelet[0].index), cite('local-health', '/kubeletApi/connection'));
  if (proxy[0] && refused(proxy)) return because('kube-proxy-silent', place(proxy[0].index));
  const answered = [...kubelet, ...proxy].find(({ connection }) => connection === 'connected');
  return answered ? because('both', place(answered.index)) : undecided(cite('local-health', '/results'));
}
