import type { Write } from '../../node/write';
import type { NodeState } from '../state';

/** Writes that are worth trying on a node, reversible or not. */
export function someWrites(state: NodeState): readonly Write[] {
  const { layout } = state;
  const service = (name: string): readonly Write[] =>
    (['start', 'stop', 'restart'] as const).map((action) => ({ kind: 'service', name, action }));
  const kubeconfig = layout.kubeconfig;
  const server = /server: \S+/.exec(state.files[kubeconfig]?.text ?? '')?.[0] ?? 'server:';
  const conf =
    Object.keys(state.files).find((path) => path.startsWith(layout.cniConf)) ?? `${layout.cniConf}\\none.conf`;
  const current = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
  return [
    ...[...Object.keys(state.services), 'no-such-service'].flatMap(service),
    { kind: 'file', path: kubeconfig, change: { kind: 'edit', from: server, to: 'server: https://192.0.2.8:6443' } },
    { kind: 'file', path: conf, change: { kind: 'move', to: `${conf}.winnow` } },
    { kind: 'file', path: 'C:\\run\\flannel\\subnet.env', change: { kind: 'create', text: 'FLANNEL_MTU=1450\n' } },
    { kind: 'file', path: 'C:\\k\\new.conf', change: { kind: 'create', text: '{}' } },
    { kind: 'registry', path: current, name: 'UBR', value: 1 },
    { kind: 'registry', path: current, name: 'New', value: 'value' },
    { kind: 'registry', path: current, name: 'ProductName', value: null },
    {
      kind: 'registry',
      path: 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\kubelet\\Parameters',
      name: 'AppParameters',
      value: '--v=2',
    },
    { kind: 'tool', call: { form: 'dynamic-port-range', protocol: 'tcp', start: 32_768, count: 32_000 } },
    { kind: 'tool', call: { form: 'dynamic-port-range', protocol: 'udp', start: 40_000, count: 20_000 } },
    { kind: 'tool', call: { form: 'excluded-port-range', action: 'add', protocol: 'tcp', start: 30_000, count: 2768 } },
    { kind: 'service-start', name: 'kubelet', mode: 'Automatic' },
    { kind: 'service-start', name: 'no-such-service', mode: 'Manual' },
    { kind: 'registry-key', path: current, exported: 'C:\\ProgramData\\Winnow\\key.reg' },
    { kind: 'tool', call: { form: 'resync-clock' } },
    { kind: 'firewall-rule', action: 'allow', name: 'Winnow kubelet', protocol: 'TCP', port: 10_250 },
    { kind: 'firewall-rule', action: 'remove', name: 'kubelet', protocol: 'TCP', port: 10_250 },
    { kind: 'route', action: 'add', prefix: '169.254.169.254/32', nextHop: '0.0.0.0', interfaceIndex: 4 },
    ...state.routes.map((route) => ({ kind: 'route', action: 'remove', ...route }) as const),
    ...state.processes.map(
      ({ name, processId, commandLine }) => ({ kind: 'process', name, processId, commandLine }) as const,
    ),
    ...state.hns.networks.map(({ id }) => ({ kind: 'hns-delete', what: 'networks', id }) as const),
    { kind: 'restart', delay: 60 },
  ];
}
