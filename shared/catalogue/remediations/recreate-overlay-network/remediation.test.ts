import { describe, expect, it } from 'vitest';
import { recreateOverlayNetwork } from './remediation';

const flanneld = { state: 'Running', processId: 4460, path: 'C:\\k\\nssm.exe' };
const NAMES = ['flanneld', 'CalicoNode', 'CalicoFelix', 'kubeproxy', 'kube-proxy', 'kubelet', 'rke2'];
const services = (running: Readonly<Record<string, object>>) => ({
  services: { ...Object.fromEntries(NAMES.map((name) => [name, null])), ...running },
});
const pod = (name: string, hostProcess: boolean) => ({ name, hostProcess, hostNetwork: hostProcess, phase: 'Running' });
const node = {
  'hns-networks': { networks: [{ id: 'a1', name: 'vxlan0', type: 'overlay', prefixes: ['10.244.4.0/24'] }] },
  ...services({}),
  processes: { list: [] },
  'pods-here': { pods: [] },
  'node-object': { name: 'winnode-01' },
};
const agent = {
  name: 'flanneld',
  processId: 4508,
  parentId: 4412,
  path: 'C:\\flannel\\flanneld.exe',
  commandLine: 'C:\\flannel\\flanneld.exe --kube-subnet-mgr',
};

const plan = (more: object) => recreateOverlayNetwork.plan({ ...node, ...more });

describe("flannel's network", () => {
  it('is deleted between the stop and the start of what uses it, where no pod is left', () => {
    expect(plan(services({ flanneld, kubelet: { ...flanneld, processId: 3344 } }))).toMatchObject({
      kind: 'writes',
      writes: [
        { name: 'kubelet', action: 'stop' },
        { name: 'flanneld', action: 'stop' },
        { kind: 'hns-delete', what: 'networks', id: 'a1' },
        { name: 'flanneld', action: 'restart' },
        { name: 'kubelet', action: 'restart' },
      ],
    });
  });

  it('is made anew by a bare flanneld, started again by its recorded command line', () => {
    const parents = { 'process-parents': { processes: [{ processId: 4508, parent: 'powershell' }] } };
    expect(plan({ processes: { list: [agent] }, ...parents })).toMatchObject({
      kind: 'writes',
      writes: [{ kind: 'hns-delete' }, { kind: 'process', commandLine: agent.commandLine }],
    });
  });

  it('is not touched as long as a pod runs: the lines begin with the drain', () => {
    const planned = plan({ ...services({ flanneld }), 'pods-here': { pods: [pod('default/web', false)] } });
    expect(planned).toMatchObject({ kind: 'copy' });
    expect(planned.kind === 'copy' ? planned.lines : []).toEqual([
      'kubectl drain winnode-01 --ignore-daemonsets --delete-emptydir-data --timeout=10m',
      "Get-HnsNetwork | Where-Object { $_.Id -eq 'a1' } | Remove-HnsNetwork",
      'Restart-Service flanneld',
      'kubectl uncordon winnode-01',
    ]);
  });

  it('is made anew by the pod of flannel, and then used by that of kube-proxy', () => {
    const here = [pod('a/csi-proxy-y', true), pod('b/kube-proxy-z', true), pod('c/kube-flannel-x', true)];
    const planned = plan({ 'pods-here': { pods: here } });
    expect(planned.kind === 'copy' ? planned.lines.slice(2, 4) : []).toEqual([
      'kubectl -n c delete pod kube-flannel-x',
      'kubectl -n b delete pod kube-proxy-z',
    ]);
    expect(planned.kind === 'copy' ? planned.lines.join('\n') : '').not.toContain('csi-proxy');
  });

  it('is not there on other nodes', () => {
    expect(
      plan({ 'hns-networks': { networks: [{ id: 'b2', name: 'cbr0', type: 'l2bridge', prefixes: [] }] } }),
    ).toEqual({
      kind: 'not-here',
      why: 'no-network',
    });
  });
});
