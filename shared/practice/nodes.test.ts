import { describe, expect, it } from 'vitest';
import { bigNode } from './big';
import { endpointsOf, loadBalancersOf } from './derive/hns';
import { phaseOf } from './derive/pods';
import { readyOf } from './derive/node';
import { practiceNode, practiceNodes } from './nodes';
import type { NodeState } from './state';
import en from './text.en.json';
import ja from './text.ja.json';

function found(id: string): NodeState {
  const node = practiceNode(id);
  if (node === undefined) throw new Error(id);
  return node.state();
}

describe('practice nodes', () => {
  it('have ids and titles of their own', () => {
    const ids = practiceNodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(en).sort()).toEqual([...ids].sort());
    expect(Object.keys(ja).sort()).toEqual([...ids].sort());
  });

  it('are the same each time they are opened', () => {
    for (const node of practiceNodes) expect(JSON.stringify(node.state())).toBe(JSON.stringify(node.state()));
  });

  it.each(practiceNodes.filter(({ symptom }) => symptom === null).map(({ id }) => id))('%s is healthy', (id) => {
    const state = found(id);
    expect(readyOf(state).status).toBe('True');
    for (const pod of state.cluster.pods) expect(phaseOf(state, pod)).toEqual({ kind: 'running', ready: true });
    const ids = new Set(endpointsOf(state).map((endpoint) => endpoint.id));
    for (const balancer of loadBalancersOf(state))
      for (const endpoint of balancer.endpoints) expect(ids).toContain(endpoint);
  });

  it.each(practiceNodes.filter(({ symptom }) => symptom === 'container-creating').map(({ id }) => id))(
    '%s keeps a pod from starting',
    (id) => {
      const state = found(id);
      expect(state.cluster.pods.map((pod) => phaseOf(state, pod).kind).some((kind) => kind !== 'running')).toBe(true);
    },
  );

  it.each([
    ['containerd-stopped-ja', 'unseen', ''],
    ['pause-image-old-ja', 'sandbox', 'kubeletwin/pause'],
    ['pause-image-old-en', 'sandbox', 'kubeletwin/pause'],
    ['pause-wrong-os-ja', 'sandbox', 'no match for platform in manifest'],
    ['leftover-cni-file-ja', 'sandbox', '0x1392'],
    ['cni-config-missing-ja', 'network', 'no network config found in C:\\k\\azurecni\\netconf'],
    ['cni-config-bom-ja', 'network', 'invalid character'],
    ['cni-conf-dir-wrong-en', 'network', 'no network config found in C:\\Program Files\\containerd\\cni\\conf'],
    ['flanneld-stopped-ja', 'sandbox', '/run/flannel/subnet.env: 指定された'],
    ['flanneld-service-stopped-ja', 'sandbox', '/run/flannel/subnet.env'],
    ['registry-dns-ja', 'image', 'no such host'],
    ['registry-proxy-ja', 'image', 'proxyconnect'],
    ['registry-x509-en', 'image', 'x509'],
    ['registry-429-en', 'image', '429'],
    ['image-os-mismatch-ja', 'container', '0xc0370101'],
    ['ip-range-exhausted-ja', 'sandbox', 'failed to allocate for range'],
    ['volume-mount-fails-en', 'volume', 'MountVolume.SetUp failed'],
    ['slow-pull-ja', 'pulling', ''],
    ['hns-times-out-ja', 'sandbox', 'DeadlineExceeded'],
  ])('%s: its pod stops at %s with %s', (id, kind, error) => {
    const state = found(id);
    const pod = state.cluster.pods.find(({ fresh }) => fresh);
    if (pod === undefined) throw new Error('no waiting pod');
    const phase = phaseOf(state, pod);
    expect(phase.kind).toBe(kind);
    expect('error' in phase ? phase.error : '').toContain(error);
  });

  it('can be big', () => {
    const state = bigNode(1);
    expect(endpointsOf(state)).toHaveLength(5000);
    expect(loadBalancersOf(state)).toHaveLength(1000);
    expect(state.cluster.services).toHaveLength(1000);
    expect(state.cluster.pods).toHaveLength(250);
  });
});
