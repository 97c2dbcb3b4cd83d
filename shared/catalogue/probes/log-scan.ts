import { maybe } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { componentLines } from './component-lines';

const TAIL = 2 * 1024 * 1024;
const FILES = {
  kubeadmKubelet: 'C:\\var\\log\\kubelet\\kubelet.err.log',
  kubelet: 'C:\\k\\kubelet.err.log',
  containerd: 'C:\\k\\containerd.err.log',
  kubeProxy: 'C:\\k\\kubeproxy.err.log',
  flanneld: 'C:\\k\\flanneld.log',
  kubeletOut: 'C:\\k\\kubelet.log',
  kubeProxyOut: 'C:\\k\\kubeproxy.log',
  kubeadmKubeletOut: 'C:\\var\\log\\kubelet\\kubelet.out.log',
  panic: 'C:\\ProgramData\\containerd\\root\\panic.log',
} as const;

/** Lines that mean something, by their untranslated words and codes. The first rule that fits a line names it. */
const RULES = {
  'image-mismatch': /0x[c8]0370101|container operating system does not match/i,
  'no-platform': /no match for platform in manifest|no matching manifest for windows/i,
  'subnet-env': /loadFlannelSubnetEnv failed|run[\\/]flannel[\\/]subnet\.env/i,
  'range-exhausted': /failed to allocate for range \d+|no IP addresses available in range set/i,
  volume: /MountVolume\.(?:SetUp|MountDevice) failed/i,
  'registry-dns': /(?:failed to pull|failed to resolve reference|dial tcp: lookup).{0,400}no such host/i,
  'registry-x509': /(?:failed to pull|failed to resolve reference).{0,400}x509:/i,
  'registry-denied': /(?:failed to pull|failed to resolve reference).{0,400}(?:401 Unauthorized|403 Forbidden)/i,
  'registry-limit': /(?:failed to pull|failed to resolve reference).{0,400}429 Too Many Requests/i,
  'registry-proxy':
    /(?:failed to pull|failed to resolve reference).{0,400}(?:proxyconnect|Proxy Authentication Required|connectex)/i,
  'sandbox-image': /failed to get sandbox image/i,
  'sandbox-network': /failed to setup network for sandbox/i,
} as const;
export type LogRule = keyof typeof RULES;

/** The last line of a kind in the logs that are still being written. */
export interface LogHit {
  readonly rule: LogRule;
  readonly path: string;
  /** Counted in what was read: the last 2 MB. */
  readonly line: number;
  readonly text: string;
  readonly count: number;
}

/** What the logs say, by rule: `hits` of pods that do not start, `components` of the node's own. `read` names the files that were there. */
export const logScan = defineProbe({
  id: 'log-scan',
  code: 'P33',
  rights: 'administrator',
  limit: seconds(15),
  reads: () => ({
    kubeadmKubelet: { kind: 'file', path: FILES.kubeadmKubelet, tail: TAIL },
    kubelet: { kind: 'file', path: FILES.kubelet, tail: TAIL },
    containerd: { kind: 'file', path: FILES.containerd, tail: TAIL },
    kubeProxy: { kind: 'file', path: FILES.kubeProxy, tail: TAIL },
    flanneld: { kind: 'file', path: FILES.flanneld, tail: TAIL },
    kubeletOut: { kind: 'file', path: FILES.kubeletOut, tail: TAIL },
    kubeProxyOut: { kind: 'file', path: FILES.kubeProxyOut, tail: TAIL },
    kubeadmKubeletOut: { kind: 'file', path: FILES.kubeadmKubeletOut, tail: TAIL },
    panic: { kind: 'file', path: FILES.panic, tail: TAIL },
  }),
  interpret: (answers) => {
    const names = Object.keys(FILES) as Array<keyof typeof FILES>; // a literal object
    const present = names.flatMap((name) => {
      const file = maybe(answers[name]);
      return file?.exists ? [{ path: FILES[name], text: file.text }] : [];
    });
    return {
      read: present.map(({ path }) => path),
      /** Logs that may be there and could not be read. */
      unread: names.flatMap((name) => (answers[name].kind === 'answered' ? [] : [FILES[name]])),
      hits: present.flatMap(({ path, text }) => hitsIn(path, text)),
      components: present.flatMap(({ path, text }) => componentLines(path, text)),
    };
  },
});

function hitsIn(path: string, text: string): LogHit[] {
  const hits = new Map<LogRule, LogHit>();
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    const line = row.slice(0, 2000);
    const rule = (Object.keys(RULES) as LogRule[]).find((name) => RULES[name].test(line)); // a literal object
    if (rule)
      hits.set(rule, {
        rule,
        path,
        line: index + 1,
        text: line.slice(0, 300),
        count: (hits.get(rule)?.count ?? 0) + 1,
      });
  }
  return [...hits.values()];
}
