import { prints } from './ask';

export const TIME = '2026-03-02T03:21:07.000Z';
export const ID = '3E0A6C2B-1111-4222-8333-444455556666';

export const PORT = 'B1C2D3E4-1111-4222-8333-444455556666';

export const shell = {
  version: '5.1.20348.2113',
  edition: 'Desktop',
  languageMode: 'FullLanguage',
  elevated: true,
  process64: true,
  os64: true,
  ansiCodePage: '932',
  oemCodePage: '932',
  uiCulture: 'ja-JP',
  culture: 'ja-JP',
  timeZone: 'Tokyo Standard Time',
  utc: TIME,
  computerName: 'WINNODE-01',
  hostName: 'winnode-01',
  executionPolicy: [],
  missingModules: [],
};

export const service = (name: string, state = 'Running') => ({
  Name: name,
  DisplayName: name === 'hns' ? 'ホスト ネットワーク サービス' : name,
  State: state,
  StartMode: 'Auto',
  ProcessId: state === 'Running' ? 2316 : 0,
  ExitCode: 0,
  ServiceSpecificExitCode: 0,
  PathName: 'C:\\x.exe',
});

export const process = (name: string, commandLine: string | null) => ({
  Name: name,
  ProcessId: 5120,
  ParentProcessId: 4,
  CreationDate: TIME,
  ExecutablePath: commandLine === null ? null : `C:\\k\\${name}`,
  CommandLine: commandLine,
});

export const KUBECONFIG = [
  'apiVersion: v1',
  'clusters:',
  '- cluster:',
  '    certificate-authority-data: Zm9v',
  '    server: https://10.0.0.10:6443',
  '  name: kubernetes',
  'contexts:',
  '- context: { cluster: kubernetes, user: system:node:winnode-01 }',
  '  name: here',
  'current-context: here',
  'users:',
  '- name: system:node:winnode-01',
  '  user: { client-certificate: C:/var/lib/kubelet/pki/kubelet-client-current.pem }',
].join('\n');

export const KUBELET_CONFIG = [
  'apiVersion: kubelet.config.k8s.io/v1beta1',
  'kind: KubeletConfiguration',
  'clusterDNS:',
  '- 10.96.0.10',
  'clusterDomain: cluster.local',
  'maxPods: 110',
].join('\r\n');

export const CNI = JSON.stringify({
  cniVersion: '0.3.0',
  name: 'vxlan0',
  type: 'flannel',
  capabilities: { portMappings: true },
  delegate: {
    type: 'win-overlay',
    policies: [{ Name: 'EndpointPolicy', Value: { Type: 'OutBoundNAT', ExceptionList: ['10.244.0.0/16'] } }],
  },
});

export const CONTAINERD = [
  'version = 2',
  '[plugins."io.containerd.grpc.v1.cri"]',
  '  sandbox_image = "example.test/pause:3.9" # pinned',
  '  [plugins."io.containerd.grpc.v1.cri".cni]',
  '    bin_dir = "C:\\\\opt\\\\cni\\\\bin"',
  '    conf_dir = "C:/etc/cni/net.d"',
].join('\r\n');

export const certificate = {
  role: 'server' as const,
  subject: 'CN=kube-apiserver',
  issuer: 'CN=kubernetes',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2027-01-01T00:00:00.000Z',
  names: ['10.0.0.10'],
  thumbprint: 'A1',
};

export const netsh = (...lines: readonly string[]) => prints(lines.join('\r\n'));
export const events = (...list: ReadonlyArray<{ id: number; properties: string[] }>) => ({
  rows: list.map((each) => ({ level: 2, time: TIME, provider: 'x', ...each })),
});
