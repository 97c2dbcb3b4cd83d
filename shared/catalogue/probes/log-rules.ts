import { lineTime } from './parse/klog';

/** What the kubelet and containerd say of pods that do not start, by untranslated words and codes. */
const OF_PODS = {
  'image-mismatch': /0x[c8]0370101|container operating system does not match/i,
  'no-platform': /no match for platform in manifest|no matching manifest for windows/i,
  'corrupt-layers':
    /wrong diff id calculated on extraction|archive\/tar: invalid tar header|unmarshall? layerchain json|hcsshim::ImportLayer.{0,200}(?:0x|failed)/i,
  'subnet-env': /loadFlannelSubnetEnv failed|run[\\/]flannel[\\/]subnet\.env/i,
  'range-exhausted':
    /failed to allocate for range \d+|no IP addresses available in range set|No available (?:IP )?addresses/i,
  volume: /MountVolume\.(?:SetUp|MountDevice) failed/i,
  'registry-dns': /(?:failed to pull|failed to resolve reference|dial tcp: lookup).{0,400}no such host/i,
  'registry-x509': /(?:failed to pull|failed to resolve reference).{0,400}x509:/i,
  'registry-denied':
    /(?:failed to pull|failed to resolve reference).{0,400}(?:401 Unauthorized|403 Forbidden|authorization failed)/i,
  'registry-limit': /(?:failed to pull|failed to resolve reference).{0,400}429 Too Many Requests/i,
  'registry-proxy':
    /(?:failed to pull|failed to resolve reference).{0,400}(?:proxyconnect|Proxy Authentication Required|connectex)/i,
  'sandbox-image': /failed to get sandbox image/i,
  'plugin-missing': /failed to find plugin \\*"/i,
  'sandbox-network': /failed to setup network for sandbox/i,
} as const;

/**
 * What kubelet, kube-proxy, flanneld and containerd say of themselves. Words: kube-proxy's winkernel proxier, hcsshim,
 * the kubelet, flannel, containerd.
 */
const OF_COMPONENTS = {
  'health-balancer-refused': /Healthcheck loadbalancer policy creation failed/i,
  'balancer-exists': /hcnCreateLoadBalancer failed in Win32:.{0,400}\(0x0*b7\)/i,
  'balancer-refused': /hcnCreateLoadBalancer failed in Win32:/i,
  'balancer-policy-failed': /(?:ClusterIP|Nodeport|ExternalIP|IngressIP) policy creation failed/i,
  'no-local-endpoints': /Endpoint information not available for service/i,
  'hns-changed': /HNS network is not present or has changed|Querying HNS for endpoints failed/i,
  'hns-gone': /0x803b0020|0x800706ba/i,
  'no-network': /Unable to find HNS Network specified|hcnCreateNetwork failed|0x803b000[16]\b/i,
  'no-adapter': /Failed to find a suitable network adapter|Could not find valid interface matching/i,
  'no-management-ip': /failed to get management IP from HNSNetwork|Waiting to get ManagementIP/i,
  'no-pod-cidr': /pod cidr not assigned/i,
  'source-vip': /Source ?Vip endpoint creation failed|source-vip flag not set/i,
  // Windows' own words for this code are two lines long and may be in any language.
  'old-objects': /failed in Win32:.{0,400}(?:wrong diskette|\(0x0*22\))|%1.{0,80}\(0x0*22\)/i,
  'port-not-found': /hcn\w{1,40} failed in Win32:.{0,400}0x803b0007/i,
  'unknown-flag': /unknown flag: --/i,
  'port-taken': /listen tcp \S*:10250: bind:/i,
  'config-broken': /failed to load TOML|containerd: toml:|invalid (?:TOML|configuration)/i,
  'no-pipe': /containerd-containerd: |CRI v1 runtime API is not implemented/i,
  'no-cni-config': /cni (?:config|plugin) (?:not initialized|uninitialized)|no network config found|\(0x0*1392\)/i,
  'expired-certificate': /expired or is not yet valid|client certificate .{0,200} is expired/i,
  'untrusted-certificate': /x509:/i,
  unauthorized: /\bUnauthorized\b/,
  'api-server': /dial tcp [^\s:]{1,100}:(?:6443|443|8443)\b/i,
  'kubelet-failed': /failed to run Kubelet:|failed to load kubelet config file|unable to load bootstrap kubeconfig/i,
  'node-unknown': /node \\?"[^"]{1,253}" not found/i,
} as const;

export type LogRule = keyof typeof OF_PODS | keyof typeof OF_COMPONENTS;

/** The last line of a kind in one log. */
export interface LogHit {
  readonly rule: LogRule;
  readonly path: string;
  /** Counted in what was read of the log. */
  readonly line: number;
  readonly text: string;
  /** As the line says itself, in its own form; null where it says nothing. What is older than a restart is history. */
  readonly time: string | null;
  readonly count: number;
}

// Literal objects.
const FAMILIES = [Object.entries(OF_PODS), Object.entries(OF_COMPONENTS)] as ReadonlyArray<
  ReadonlyArray<readonly [LogRule, RegExp]>
>;

/** The lines of a log that mean something: of each family the first rule that fits a line names it. */
export function hitsIn(path: string, text: string): readonly LogHit[] {
  const hits = new Map<LogRule, LogHit>();
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    const line = row.slice(0, 2000);
    for (const family of FAMILIES) {
      const rule = family.find(([, pattern]) => pattern.test(line))?.[0];
      if (!rule) continue;
      const count = (hits.get(rule)?.count ?? 0) + 1;
      hits.set(rule, { rule, path, line: index + 1, text: line.slice(0, 300), time: lineTime(line), count });
    }
  }
  return [...hits.values()];
}
