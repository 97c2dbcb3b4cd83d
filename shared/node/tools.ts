/**
 * The programs that Winnow may start to ask something, each with the places where it is looked for, in order.
 * `%SystemRoot%` is the only variable; nothing is searched on PATH (domain facts 0.4, distributions).
 */
export const TOOLS = {
  kubectl: [
    'C:\\k\\kubectl.exe',
    'C:\\Program Files\\Kubernetes\\kubectl.exe',
    'C:\\var\\lib\\rancher\\rke2\\bin\\kubectl.exe',
    'C:\\Program Files\\Docker\\Docker\\resources\\bin\\kubectl.exe',
  ],
  crictl: [
    'C:\\k\\crictl.exe',
    'C:\\Program Files\\containerd\\crictl.exe',
    'C:\\var\\lib\\rancher\\rke2\\bin\\crictl.exe',
  ],
  kubelet: ['C:\\k\\kubelet.exe', 'C:\\var\\lib\\rancher\\rke2\\bin\\kubelet.exe'],
  containerd: ['C:\\Program Files\\containerd\\containerd.exe', 'C:\\var\\lib\\rancher\\rke2\\bin\\containerd.exe'],
  flanneld: ['C:\\flannel\\flanneld.exe', 'C:\\k\\flanneld.exe', 'C:\\opt\\bin\\flanneld.exe'],
  netsh: ['%SystemRoot%\\System32\\netsh.exe'],
  hnsdiag: ['%SystemRoot%\\System32\\hnsdiag.exe'],
  vfpctrl: ['%SystemRoot%\\System32\\vfpctrl.exe'],
  fltmc: ['%SystemRoot%\\System32\\fltmc.exe'],
  'win-bridge': [
    'C:\\opt\\cni\\bin\\win-bridge.exe',
    'C:\\k\\cni\\win-bridge.exe',
    'C:\\Program Files\\containerd\\cni\\bin\\win-bridge.exe',
  ],
  'win-overlay': [
    'C:\\opt\\cni\\bin\\win-overlay.exe',
    'C:\\k\\cni\\win-overlay.exe',
    'C:\\Program Files\\containerd\\cni\\bin\\win-overlay.exe',
  ],
  flannel: ['C:\\opt\\cni\\bin\\flannel.exe', 'C:\\k\\cni\\flannel.exe'],
} as const satisfies Record<string, readonly string[]>;

export type ToolId = keyof typeof TOOLS;

/** The programs that Windows, or what they ask, answers to administrators only. */
export const ADMINISTRATORS_ONLY: readonly ToolId[] = ['crictl', 'hnsdiag', 'vfpctrl', 'fltmc'];

/** The first words a tool may be called with; a call that starts otherwise is never made. */
const READ_ONLY: Record<ToolId, ReadonlyArray<readonly string[]>> = {
  kubectl: [['get'], ['version'], ['config', 'view']],
  crictl: [['info'], ['pods'], ['ps'], ['images'], ['imagefsinfo'], ['inspecti'], ['version']],
  kubelet: [['--version']],
  containerd: [['--version']],
  flanneld: [['--version']],
  netsh: [['int', 'ipv4', 'show']],
  hnsdiag: [['list']],
  vfpctrl: [['/port']],
  fltmc: [['filters']],
  'win-bridge': [[]],
  'win-overlay': [[]],
  flannel: [[]],
};

/** Options that may stand before a tool's words, each followed by its value. */
const LEADING_OPTIONS: readonly string[] = ['--kubeconfig', '--request-timeout', '--runtime-endpoint', '--timeout'];

/** Options that may follow a tool's words; for a tool that is not named here, none. */
const LATER_OPTIONS: Partial<Record<ToolId, readonly string[]>> = {
  kubectl: [
    ...['-o', '--output', '-n', '--namespace', '-A', '--all-namespaces', '-l', '--selector', '--field-selector'],
    ...['--ignore-not-found', '--no-headers', '--client', '--minify', '--raw', '--request-timeout'],
  ],
  crictl: [
    '-o',
    '--output',
    '-a',
    '--all',
    '-q',
    '--quiet',
    '-v',
    '--digests',
    '--no-trunc',
    '--state',
    '--name',
    '--namespace',
  ],
  hnsdiag: ['-d', '-df'],
  vfpctrl: [
    '/layer',
    '/group',
    '/list-rule',
    '/list-group',
    '/list-layer',
    '/get-port-state',
    '/get-port-counter',
    '/list-nat-range',
  ],
};

/** The only paths of the API server that are asked for as they are. */
const RAW_PATH = /^\/(?:livez|readyz|healthz|version)(?:[/?][\w?=/-]*)?$/;

const SECRET_KIND = /^secrets?(?:[./]|$)/i;

/** Whether a call only asks. */
export function isReadOnlyCall(tool: ToolId, args: readonly string[]): boolean {
  let words = args;
  while (LEADING_OPTIONS.includes(words[0] ?? '')) words = words.slice(2);
  const start = READ_ONLY[tool].find((first) => first.every((word, index) => words[index] === word));
  if (!start) return false;
  const rest = words.slice(start.length);
  if (start.length === 0 && rest.length > 0) return false;
  const known = LATER_OPTIONS[tool] ?? [];
  if (
    !rest
      .filter((word) => /^[-/]/.test(word))
      .every((word) => known.includes(word.split('=', 1)[0] ?? '') || isRaw(word))
  )
    return false;
  return tool !== 'kubectl' || asksNoSecret(start, rest);
}

function isRaw(word: string): boolean {
  return RAW_PATH.test(word);
}

function asksNoSecret(start: readonly string[], rest: readonly string[]): boolean {
  if (start[0] === 'config') return !rest.some((word) => word.startsWith('--raw'));
  const raw = rest.indexOf('--raw');
  if (raw >= 0 && !isRaw(rest[raw + 1] ?? '')) return false;
  return !rest.some((word) => word.startsWith('--raw=') || word.split(',').some((kind) => SECRET_KIND.test(kind)));
}
