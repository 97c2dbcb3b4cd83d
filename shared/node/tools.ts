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
  netsh: ['%SystemRoot%\\System32\\netsh.exe'],
  hnsdiag: ['%SystemRoot%\\System32\\hnsdiag.exe'],
  vfpctrl: ['%SystemRoot%\\System32\\vfpctrl.exe'],
  fltmc: ['%SystemRoot%\\System32\\fltmc.exe'],
  'win-bridge': ['C:\\opt\\cni\\bin\\win-bridge.exe', 'C:\\k\\cni\\win-bridge.exe', 'C:\\Program Files\\containerd\\cni\\bin\\win-bridge.exe'],
  'win-overlay': ['C:\\opt\\cni\\bin\\win-overlay.exe', 'C:\\k\\cni\\win-overlay.exe', 'C:\\Program Files\\containerd\\cni\\bin\\win-overlay.exe'],
  flannel: ['C:\\opt\\cni\\bin\\flannel.exe', 'C:\\k\\cni\\flannel.exe'],
} as const satisfies Record<string, readonly string[]>;

export type ToolId = keyof typeof TOOLS;

/** The first words a tool may be called with; a call that starts otherwise is never made. */
const READ_ONLY: Record<ToolId, readonly (readonly string[])[]> = {
  kubectl: [['get'], ['version'], ['config', 'view']],
  crictl: [['info'], ['pods'], ['ps'], ['images'], ['imagefsinfo'], ['inspecti'], ['version']],
  kubelet: [['--version']],
  netsh: [['int', 'ipv4', 'show']],
  hnsdiag: [['list']],
  vfpctrl: [['/port']],
  fltmc: [['filters']],
  'win-bridge': [[]],
  'win-overlay': [[]],
  flannel: [[]],
};

/** Options that may stand before a tool's words, with how many values follow each. */
const LEADING_OPTIONS: Record<string, number> = {
  '--kubeconfig': 1,
  '--request-timeout': 1,
  '--runtime-endpoint': 1,
  '--timeout': 1,
};

/** Whether a call only asks. */
export function isReadOnlyCall(tool: ToolId, args: readonly string[]): boolean {
  let words = args;
  for (let values = LEADING_OPTIONS[words[0] ?? '']; values !== undefined; values = LEADING_OPTIONS[words[0] ?? '']) {
    words = words.slice(1 + values);
  }
  return READ_ONLY[tool].some((start) => start.every((word, index) => words[index] === word));
}
