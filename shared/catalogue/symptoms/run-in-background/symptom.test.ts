import { describe, expect, it } from 'vitest';
import { runInBackground as symptom } from './symptom';

type Row = readonly [step: string, evidence: Readonly<Record<string, unknown>>, answer: string];

const kubelet = (session: number | null, more: object = {}) => ({
  name: 'kubelet',
  processId: 10,
  parentId: 5,
  path: 'C:\\k\\kubelet.exe',
  start: '2026-03-02T00:12:31.000Z',
  session,
  ...more,
});
const NONE = {
  containerd: null,
  docker: null,
  kubelet: null,
  kubeproxy: null,
  'kube-proxy': null,
  flanneld: null,
  rke2: null,
};
const service = (state: string, mode = 'Auto') => ({ state, mode, processId: 5, path: 'C:\\k\\kubelet.exe' });
const running = (process: object, services: object = {}, parent: string | null = 'powershell') => ({
  processes: { list: [process], counts: { kubelet: 1 } },
  services: { ...NONE, ...services },
  'process-parents': { processes: [{ processId: 10, parent }] },
  'os-build': { boot: '2026-03-02T00:12:30.000Z' },
});
const recovery = (path: string, nssm: boolean, windowsService: boolean) => ({
  'service-recovery': { kubelet: { path, nssm, windowsService }, kubeproxy: null, 'kube-proxy': null },
});
const stopped = { services: { ...NONE, kubelet: service('Stopped') } };

const ROWS: readonly Row[] = [
  ['owner', running(kubelet(2)), 'person'],
  ['owner', running(kubelet(0)), 'nobody'],
  ['owner', running(kubelet(null)), 'undecided'],
  ['owner', running(kubelet(2), { kubelet: service('Running') }), 'kept'],
  ['owner', running(kubelet(0), {}, 'rke2'), 'kept'],
  ['owner', running(kubelet(0), {}, 'containerd-shim-runhcs-v1'), 'kept'],
  ['owner', { ...running(kubelet(2)), 'process-parents': undefined }, 'kept'],
  ['session', running(kubelet(2)), 'person'],
  ['starter', running(kubelet(0)), 'windows'],
  ['starter', running(kubelet(0, { start: '2026-03-02T00:22:30.000Z' })), 'windows'],
  ['starter', running(kubelet(0, { start: '2026-03-02T00:22:31.000Z' })), 'hand'],
  ['starter', running(kubelet(0, { start: null })), 'undecided'],
  ['starter', { ...running(kubelet(0)), 'os-build': { boot: null } }, 'undecided'],
  ['service-flag', { ...stopped, ...recovery('C:\\k\\kubelet.exe --v=2', false, false) }, 'missing'],
  ['service-flag', { ...stopped, ...recovery('C:\\k\\kubelet.exe --windows-service', false, true) }, 'fits'],
  ['service-flag', { ...stopped, ...recovery('C:\\k\\nssm.exe', true, false) }, 'fits'],
  [
    'service-flag',
    { services: { ...NONE, kubelet: service('Running') }, ...recovery('C:\\k\\kubelet.exe', false, false) },
    'fits',
  ],
  ['start-mode', { services: { ...NONE, kubelet: service('Running', 'Manual') } }, 'by-hand'],
  ['start-mode', { services: { ...NONE, kubelet: service('Stopped', 'Disabled') } }, 'by-hand'],
  ['start-mode', { services: { ...NONE, kubelet: service('Running') } }, 'automatic'],
  ['start-mode', { services: NONE }, 'none'],
  ['state', { services: { ...NONE, kubelet: service('Paused') } }, 'throttled'],
  ['state', stopped, 'stopped'],
  ['state', { services: { ...NONE, kubelet: service('Running') } }, 'running'],
];

describe('programs in the background', () => {
  it.each(ROWS)('%s, %j: %s', (step, evidence, answer) => {
    const decision = symptom.steps[step]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});
