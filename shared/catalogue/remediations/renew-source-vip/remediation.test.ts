import { describe, expect, it } from 'vitest';
import { renewSourceVip } from './remediation';

const MODIFIED = '2026-03-02T00:12:30.000Z';
const POD = 'C:\\C\\0123456789abcdef0123\\kube-proxy\\kube-proxy.exe';
const LINE = 'C:\\k\\kube-proxy.exe --v=4 --source-vip=10.244.4.2';

const node = {
  services: { kubeproxy: null, 'kube-proxy': null },
  processes: { list: [], nssm: {} },
  'flannel-state': {
    sourceVip: { path: 'C:\\k\\sourceVip.json', modified: MODIFIED, facts: { ip: '10.244.4.2' } },
    podSourceVip: null,
  },
  ipam: { path: 'C:\\store', count: 1, leases: [{ ip: '10.244.4.2', holder: 'dummy', modified: MODIFIED }] },
  'hns-endpoints': { endpoints: [] },
  'node-object': { podCidr: '10.244.7.0/24' },
};
const running = (path: string, commandLine: string | null) => ({
  processes: { list: [{ name: 'kube-proxy', path, commandLine, processId: 4816, flags: {} }], nssm: {} },
});
const service = (application: string) => ({
  services: { kubeproxy: { state: 'Running', path: 'C:\\k\\nssm.exe' }, 'kube-proxy': null },
  processes: { list: [], nssm: { kubeproxy: { application, parameters: '--v=4 --source-vip=10.244.4.2' } } },
});
const pods = (...names: readonly string[]) => ({
  'pods-here': { pods: names.map((name) => ({ name, hostProcess: true, hostNetwork: true, phase: 'Running' })) },
});

const plan = (more: object) => renewSourceVip.plan({ ...node, ...more });
const lines = (more: object) => {
  const planned = plan(more);
  return planned.kind === 'copy' ? planned.lines : planned;
};

describe('a new source VIP for kube-proxy', () => {
  it('is put in the arguments of its service, which is restarted', () => {
    expect(plan(service('C:\\k\\kube-proxy.exe'))).toMatchObject({
      kind: 'writes',
      writes: [
        { path: 'C:\\store\\10.244.4.2', change: { kind: 'move' } },
        { path: 'C:\\store\\10.244.7.2', change: { kind: 'create' } },
        { path: 'C:\\k\\sourceVip.json', change: { kind: 'move' } },
        { path: 'C:\\k\\sourceVip.json', change: { kind: 'create' } },
        { name: 'AppParameters', value: '--v=4 --source-vip=10.244.7.2' },
        { name: 'kubeproxy', action: 'restart' },
      ],
    });
  });

  it('is left to the script that the service starts, once the kept one and its lease are out of the way', () => {
    expect(lines(service('powershell.exe'))).toEqual([
      expect.stringContaining('New-Item'),
      expect.stringMatching(/^Move-Item -LiteralPath 'C:\\k\\sourceVip\.json'/),
      expect.stringMatching(/^Move-Item -LiteralPath 'C:\\store\\10\.244\.4\.2'/),
      'Restart-Service kubeproxy',
    ]);
  });

  it('is left to the script of its pod, which is deleted', () => {
    const found = lines({ ...running(POD, 'x'), ...pods('kube-system/kube-proxy-windows-8bxvk') });
    expect(found).toContain('kubectl -n kube-system delete pod kube-proxy-windows-8bxvk');
    expect(found).not.toContain(expect.stringContaining('taskkill'));
  });

  it('replaces the one in the recorded command line of a bare process, which is never started again as it was', () => {
    const found = lines(running('C:\\k\\kube-proxy.exe', LINE));
    expect(found).toContain('C:\\k\\kube-proxy.exe --v=4 --source-vip=10.244.7.2');
    expect(found).not.toContain(LINE);
  });

  it('is left to whoever started a kube-proxy that no longer runs', () => {
    expect(lines({})).toEqual([
      expect.stringContaining('New-Item'),
      expect.stringMatching(/^Move-Item -LiteralPath 'C:\\k\\sourceVip\.json'/),
      expect.stringMatching(/^Move-Item -LiteralPath 'C:\\store\\10\.244\.4\.2'/),
    ]);
  });

  it.each([
    ['the pod has no name here', { ...running(POD, 'x') }, 'pod-unknown'],
    ['the command line was denied', running('C:\\k\\kube-proxy.exe', null), 'command-line-unknown'],
    ['the pod subnet is not known', { 'node-object': { podCidr: null } }, 'no-pod-subnet'],
    ['the kept file was not read', { 'flannel-state': { sourceVip: undefined, podSourceVip: null } }, 'files-unread'],
    [
      'nothing is kept, and nothing runs',
      {
        ipam: { path: 'C:\\store', count: 0, leases: [] },
        'flannel-state': { sourceVip: null, podSourceVip: null },
      },
      'not-running',
    ],
    ['no address is free', { ...service('kube-proxy.exe'), 'node-object': { podCidr: '10.244.7.0/31' } }, 'none-free'],
  ])('does not fit where %s', (_what, more, why) => {
    expect(plan(more)).toEqual({ kind: 'not-here', why });
  });
});
