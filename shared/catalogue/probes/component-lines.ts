import { lineTime } from './parse/klog';

/**
 * What kubelet, kube-proxy, flanneld and containerd say of themselves, by their untranslated words and codes; the first
 * rule that fits a line names it. Words: kube-proxy's winkernel proxier, hcsshim, the kubelet, flannel, containerd.
 */
const RULES = {
  'balancer-refused': /hcnCreateLoadBalancer failed in Win32:/i,
  'balancer-policy-failed':
    /(?:ClusterIP|Nodeport|ExternalIP|IngressIP|Healthcheck loadbalancer) policy creation failed/i,
  'no-local-endpoints': /Endpoint information not available for service/i,
  'hns-changed': /HNS network is not present or has changed|Querying HNS for endpoints failed/i,
  'hns-gone': /0x803b0020|0x800706ba/i,
  'no-network': /Unable to find HNS Network specified|hcnCreateNetwork failed|0x803b000[16]\b/i,
  'no-adapter': /Failed to find a suitable network adapter|Could not find valid interface matching/i,
  'no-management-ip': /failed to get management IP from HNSNetwork|Waiting to get ManagementIP/i,
  'no-pod-cidr': /pod cidr not assigned/i,
  'source-vip': /Source ?Vip endpoint creation failed|source-vip flag not set/i,
  'old-objects': /failed in Win32:.{0,80}(?:wrong diskette|\(0x0*22\))/i,
  'unknown-flag': /unknown flag: --/i,
  'port-taken': /listen tcp \S*:10250: bind:/i,
  'no-pipe': /containerd-containerd: |CRI v1 runtime API is not implemented/i,
  'no-cni-config': /cni (?:config|plugin) (?:not initialized|uninitialized)|no network config found|\(0x0*1392\)/i,
  'expired-certificate': /expired or is not yet valid|client certificate .{0,200} is expired/i,
  'untrusted-certificate': /x509:/i,
  unauthorized: /\bUnauthorized\b/,
  'api-server': /dial tcp [^\s:]{1,100}:(?:6443|443|8443)\b/i,
  'kubelet-failed': /failed to run Kubelet:|failed to load kubelet config file|unable to load bootstrap kubeconfig/i,
  'node-unknown': /node \\?"[^"]{1,253}" not found/i,
} as const;
type ComponentRule = keyof typeof RULES;

/** The last line of a kind in one log. */
export interface ComponentLine {
  readonly rule: ComponentRule;
  readonly path: string;
  readonly line: number;
  readonly text: string;
  /** As the line says itself, in its own form; null where it says nothing. What is older than a restart is history. */
  readonly time: string | null;
  readonly count: number;
}

const NAMES = Object.keys(RULES) as ComponentRule[]; // a literal object

export function componentLines(path: string, text: string): readonly ComponentLine[] {
  const found = new Map<ComponentRule, ComponentLine>();
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    const line = row.slice(0, 2000);
    const rule = NAMES.find((name) => RULES[name].test(line));
    if (!rule) continue;
    const count = (found.get(rule)?.count ?? 0) + 1;
    found.set(rule, { rule, path, line: index + 1, text: line.slice(0, 300), time: lineTime(line), count });
  }
  return [...found.values()];
}
