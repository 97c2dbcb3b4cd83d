import { describe, expect, it } from 'vitest';
import type { Write } from '../node/write';
import { answer } from './answer';
import { reach } from './answers/network';
import { apply } from './apply';
import { askApi } from './derive/api';
import { CONTAINERD_CONFIG } from './derive/cni';
import { endpointsOf, loadBalancersOf } from './derive/hns';
import { phaseOf } from './derive/pods';
import { practiceNode } from './nodes';
import type { NodeState } from './state';

function found(id: string): NodeState {
  const node = practiceNode(id);
  if (node === undefined) throw new Error(id);
  return node.state();
}

function after(state: NodeState, ...writes: readonly Write[]): NodeState {
  return writes.reduce((current, write) => {
    const next = apply(current, write);
    if (next.kind !== 'answered') throw new Error(`${next.reason} ${next.detail}`);
    return next.value;
  }, state);
}

function runs(state: NodeState): boolean {
  return state.cluster.pods.every((pod) => phaseOf(state, pod).kind === 'running');
}

function service(name: string, action: 'start' | 'stop' | 'restart'): Write {
  return { kind: 'service', name, action };
}

describe('practice nodes feel writes', () => {
  it.each<[string, readonly Write[]]>([
    ['containerd-stopped-ja', [service('containerd', 'start')]],
    ['kubelet-stopped-ja', [service('kubelet', 'start')]],
    ['flanneld-service-stopped-ja', [service('flanneld', 'start')]],
    ['hns-times-out-ja', [service('hns', 'restart')]],
    [
      'leftover-cni-file-ja',
      [
        {
          kind: 'file',
          path: 'C:\\etc\\cni\\net.d\\0-containerd-nat.conf',
          change: { kind: 'move', to: 'C:\\etc\\cni\\0-containerd-nat.conf' },
        },
      ],
    ],
    [
      'pause-image-old-ja',
      [
        {
          kind: 'file',
          path: CONTAINERD_CONFIG,
          change: { kind: 'edit', from: '"kubeletwin/pause"', to: '"mcr.microsoft.com/oss/kubernetes/pause:3.9"' },
        },
      ],
    ],
    [
      'cni-conf-dir-wrong-en',
      [
        {
          kind: 'file',
          path: CONTAINERD_CONFIG,
          change: {
            kind: 'edit',
            from: 'C:\\\\Program Files\\\\containerd\\\\cni\\\\conf',
            to: 'C:\\\\etc\\\\cni\\\\net.d',
          },
        },
      ],
    ],
    [
      'flanneld-stopped-ja',
      [
        {
          kind: 'file',
          path: 'C:\\run\\flannel\\subnet.env',
          change: {
            kind: 'create',
            text: 'FLANNEL_NETWORK=10.244.0.0/16\nFLANNEL_SUBNET=10.244.4.1/24\nFLANNEL_MTU=1450\nFLANNEL_IPMASQ=true\n',
          },
        },
      ],
    ],
  ])('%s is mended', (id, writes) => {
    const state = found(id);
    expect(runs(state)).toBe(false);
    const mended = after(state, ...writes);
    const waiting = mended.cluster.pods.filter(({ fresh }) => fresh);
    expect(waiting.every((pod) => phaseOf(mended, pod).kind === 'running')).toBe(true);
  });

  it('brings the load balancers back when kube-proxy restarts, as a service and as a process', () => {
    const aks = found('lb-missing-ja');
    expect(loadBalancersOf(aks)).toHaveLength(0);
    expect(loadBalancersOf(after(aks, service('kubeproxy', 'restart'))).length).toBeGreaterThan(4);
    const kubeadm = found('lb-missing-en');
    const proxy = kubeadm.processes.find(({ name }) => name === 'kube-proxy.exe');
    if (proxy === undefined) throw new Error('no kube-proxy');
    const { name, processId, commandLine } = proxy;
    expect(loadBalancersOf(after(kubeadm, { kind: 'process', name, processId, commandLine })).length).toBeGreaterThan(
      4,
    );
  });

  it('loses the load balancers when HNS restarts', () => {
    expect(loadBalancersOf(after(found('aks-ja'), service('hns', 'restart')))).toHaveLength(0);
  });

  it('makes the network again when flanneld restarts', () => {
    const state = found('hns-network-missing-ja');
    const flanneld = state.processes.find(({ name }) => name === 'flanneld.exe');
    if (flanneld === undefined) throw new Error('no flanneld');
    const { name, processId, commandLine } = flanneld;
    expect(runs(after(state, { kind: 'process', name, processId, commandLine }))).toBe(true);
  });

  it('darkens a pod whose endpoint is deleted', () => {
    const state = found('kubeadm-vxlan-ja');
    const endpoint = endpointsOf(state).find(({ ip }) => ip === '10.244.4.11');
    expect(reach(state, '10.244.4.11:80').connection).toBe('connected');
    const dark = after(state, { kind: 'hns-delete', what: 'endpoints', id: endpoint?.id ?? '' });
    expect(reach(dark, '10.244.4.11:80').connection).toBe('timed-out');
  });

  it('cannot start what is broken', () => {
    expect(apply(found('hns-crashing-ja'), service('hns', 'start'))).toMatchObject({ reason: 'crashed' });
    expect(apply(found('hns-service-missing-en'), service('hns', 'start'))).toMatchObject({ reason: 'missing' });
    expect(apply(found('no-time-source-ja'), { kind: 'tool', call: { form: 'resync-clock' } })).toMatchObject({
      reason: 'crashed',
    });
  });

  it.each([
    ['api-dns-fails-ja', 'no such host'],
    ['api-refused-ja', 'connectex: 対象のコンピューターによって拒否'],
    ['api-timeout-ja', 'connectex: 接続済みの'],
    ['clock-skew-ahead-ja', 'certificate has expired or is not yet valid: current time 2027-04-06T03:21:07Z is after'],
    ['clock-skew-behind-en', 'is before'],
    ['no-time-source-ja', 'is before'],
    ['cert-name-mismatch-ja', 'x509: certificate is valid for'],
    ['unknown-authority-ja', 'signed by unknown authority'],
    ['tls-inspecting-proxy-ja', 'signed by unknown authority'],
    ['client-cert-expired-ja', 'Unauthorized'],
    ['client-cert-link-broken-ja', 'unable to read client-cert'],
    ['unauthorized-401-en', 'Unauthorized'],
    ['kubeconfig-missing-ja', 'CreateFile'],
    ['kubeconfig-localhost-ja', '拒否'],
    ['kubeconfig-old-address-ja', 'connectex: 接続済みの'],
  ])('%s: a client is told %s', (id, text) => {
    const state = found(id);
    const api = askApi(state, state.layout.kubeconfig);
    expect(api.ok ? '' : api.error).toContain(text);
    const printed = answer(state, {
      kind: 'tool',
      tool: 'kubectl',
      args: ['--kubeconfig', state.layout.kubeconfig, 'get', 'node', state.cluster.nodeName, '-o', 'json'],
    });
    expect(printed).toMatchObject({ kind: 'answered', value: { exit: 1, stdout: '' } });
  });

  it.each([
    ['clock-skew-behind-en', [{ kind: 'tool', call: { form: 'resync-clock' } }]],
    ['clock-skew-ahead-ja', [service('W32Time', 'start'), { kind: 'tool', call: { form: 'resync-clock' } }]],
    [
      'kubeconfig-old-address-ja',
      [{ kind: 'file', path: 'C:\\k\\config', change: { kind: 'edit', from: '192.168.10.9', to: '192.168.10.10' } }],
    ],
  ] satisfies Array<[string, readonly Write[]]>)('%s: the API server answers again', (id, writes) => {
    const mended = after(found(id), ...writes);
    expect(askApi(mended, mended.layout.kubeconfig).ok).toBe(true);
  });

  it('refuses without rights, and shows others no command lines', () => {
    const state = found('not-elevated-ja');
    for (const read of [
      { kind: 'hns', path: '/networks' },
      { kind: 'directory', path: '\\\\.\\pipe\\' },
      { kind: 'directory', path: 'C:\\var\\lib\\kubelet\\pki' },
      { kind: 'certificates', paths: ['C:\\var\\lib\\kubelet\\pki\\kubelet-client-current.pem'] },
    ] as const) {
      expect(answer(state, read)).toMatchObject({ kind: 'could-not-check', reason: 'not-elevated' });
    }
    expect(
      answer(state, { kind: 'cim', class: 'Win32_Process', where: { Name: ['kubelet.exe'] }, select: ['CommandLine'] }),
    ).toMatchObject({ value: { rows: [{ CommandLine: null }] } });
  });
});
