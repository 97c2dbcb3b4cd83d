import { describe, expect, it } from 'vitest';
import { symptomTextSchema } from '../../texts';
import { errorKind } from './errors';
import { containerCreating as symptom } from './symptom';
import en from './text.en.json';
import ja from './text.ja.json';

type Row = readonly [step: keyof typeof symptom.steps, evidence: Readonly<Record<string, unknown>>, answer: string];

const service = (state: string, exit = 0) => ({ state, exit });
const config = (sandboxImage: string | null) => ({
  config: { sandboxImage: sandboxImage === null ? null : { value: sandboxImage } },
});
const pod = (waiting: string, message: string | null = null) => ({
  name: 'shop/web',
  phase: 'Pending',
  images: ['example.test/web:1'],
  containers: [{ waiting, message }],
});
const hit = (text: string, line = 1) => ({
  rule: 'sandbox-network',
  path: 'C:\\var\\log\\kubelet\\kubelet.err.log',
  line,
  text,
});
const winner = (type: string) => ({ name: 'cbr0', plugins: [{ type }] });
const subnetEnv = {
  exists: true,
  bom: false,
  encoding: 'utf-8',
  network: '10.244.0.0/16',
  subnet: '10.244.4.1/24',
  mtu: '1450',
  ipMasq: 'true',
};
const programs = (binDir: string, names: readonly string[] | null) => ({
  'cni-config': { winner: winner('flannel') },
  'cni-binaries': { directories: [{ path: 'C:\\opt\\cni\\bin', names }] },
  runtime: { inForce: { binDir } },
});
const waited = (started: string | null) => ({
  'pods-here': { pods: [{ ...pod('ContainerCreating'), started }] },
  time: { utc: '2026-03-02T03:21:07.000Z' },
});
const file = (bom: boolean, facts: unknown = null) => ({ bom, facts });

const saidBefore = {
  'log-scan': {
    read: ['x'],
    unread: [],
    hits: [{ ...hit('failed to setup network for sandbox'), written: '2026-03-01T20:00:00.000Z' }],
  },
};

const ROWS: readonly Row[] = [
  ['runtime-service', { services: { containerd: service('Running') } }, 'runs'],
  ['runtime-service', { services: { containerd: service('Running') }, runtime: { pipe: false } }, 'no-pipe'],
  ['runtime-service', { services: { containerd: service('Stopped') } }, 'stopped'],
  ['runtime-service', { services: { containerd: null, docker: service('Stopped', 1067) } }, 'crashed'],
  ['runtime-exit', { services: { containerd: service('Stopped') } }, 'orderly'],
  ['runtime-exit', { services: { containerd: service('Running') } }, 'runs'],
  ['runtime-exit', { services: { containerd: service('Running') }, runtime: { pipe: false } }, 'runs'],
  ['runtime-exit', { services: { containerd: service('Stopped', 1067) } }, 'unexpected'],
  ['kubelet', { services: { kubelet: null }, processes: { counts: { kubelet: 1 } } }, 'runs'],
  ['kubelet', { services: { kubelet: service('Stopped', 1067) }, processes: { counts: { kubelet: 0 } } }, 'stopped'],
  ['kubelet', { services: { kubelet: null }, processes: { counts: { kubelet: 0 } } }, 'no-service'],
  ['waiting-pods', { 'pods-here': { pods: [pod('ContainerCreating')] } }, 'waiting'],
  ['waiting-pods', { 'pods-here': { pods: [{ ...pod('CrashLoopBackOff'), phase: 'Running' }] } }, 'none'],
  ['sandbox-image', { runtime: config('') }, 'unset'],
  ['sandbox-image', { runtime: config('kubeletwin/pause') }, 'old'],
  ['sandbox-image', { runtime: config(null) }, 'set'],
  [
    'sandbox-image',
    {
      runtime: { config: null },
      processes: { list: [{ name: 'kubelet', flags: { 'pod-infra-container-image': 'kubeletwin/pause' } }] },
    },
    'old',
  ],
  ['cni-plugins', programs('C:/opt/cni/bin', ['FLANNEL.exe']), 'there'],
  ['cni-plugins', programs('C:\\opt\\cni\\bin', ['win-bridge.exe']), 'missing'],
  ['cni-plugins', programs('D:\\cni', ['win-bridge.exe']), 'undecided'],
  ['cni-plugins', programs('C:\\opt\\cni\\bin', null), 'undecided'],
  ['waiting-time', waited('2026-03-02T03:11:08Z'), 'short'],
  ['waiting-time', waited('2026-03-02T03:11:07Z'), 'long'],
  ['waiting-time', waited(null), 'undecided'],
  [
    'cni-config',
    { 'cni-directory': { chosen: { path: 'a', files: [] }, found: [] }, 'cni-config': { files: [], winner: null } },
    'empty',
  ],
  [
    'cni-config',
    {
      'cni-directory': { chosen: { path: 'a', files: [] }, found: [{ path: 'b', files: ['10-x.conf'] }] },
      'cni-config': { files: [], winner: null },
    },
    'other-folder',
  ],
  ['cni-config', { 'cni-directory': {}, 'cni-config': { files: [file(true)], winner: null } }, 'bom'],
  ['cni-config', { 'cni-directory': {}, 'cni-config': { files: [file(false)], winner: null } }, 'invalid'],
  [
    'cni-config',
    { 'cni-directory': {}, 'cni-config': { files: [file(false, {}), file(false, {})], winner: winner('nat') } },
    'leftover',
  ],
  [
    'cni-config',
    { 'cni-directory': {}, 'cni-config': { files: [file(false, {})], winner: winner('flannel') } },
    'good',
  ],
  [
    'inner-error',
    { 'pods-here': { pods: [pod('ImagePullBackOff', 'failed to pull image: 429 Too Many Requests')] } },
    'registry-limit',
  ],
  [
    'inner-error',
    {
      'kube-events': { warnings: [{ pod: 'old/gone', message: '0xc0370101' }] },
      'pods-here': { pods: [pod('ContainerCreating')] },
    },
    'none',
  ],
  [
    'inner-error',
    { 'log-scan': { read: ['x'], hits: [hit('MountVolume.SetUp failed for', 3), hit('(0xc0370101)', 9)] } },
    'os-mismatch',
  ],
  [
    'inner-error',
    {
      'log-scan': {
        read: ['x'],
        hits: [{ ...hit('failed to get sandbox image "k8s.gcr.io/pause:3.1"'), rule: 'no-platform' }],
      },
    },
    'pause-platform',
  ],
  [
    'inner-error',
    { 'log-scan': { read: ['x'], hits: [{ ...hit('failed to setup network for sandbox'), rule: 'subnet-env' }] } },
    'subnet-env',
  ],
  ['inner-error', { 'log-scan': { read: [], hits: [] } }, 'undecided'],
  ['inner-error', { 'log-scan': { read: ['x'], unread: ['y'], hits: [] } }, 'undecided'],
  ['inner-error', { ...saidBefore, 'os-build': { boot: '2026-03-02T00:11:00.000Z' } }, 'none'],
  ['inner-error', { ...saidBefore, 'os-build': { boot: '2026-03-01T00:11:00.000Z' } }, 'network'],
  ['subnet-env', { 'flannel-state': { exists: false } }, 'missing'],
  ['subnet-env', { 'flannel-state': subnetEnv }, 'readable'],
  ['subnet-env', { 'flannel-state': { ...subnetEnv, encoding: 'utf-16le' } }, 'malformed'],
  [
    'hns-network',
    { 'hns-networks': { networks: [{ name: 'CBR0' }] }, 'cni-config': { winner: winner('flannel') } },
    'there',
  ],
  ['hns', { 'hns-networks': { networks: [] } }, 'missing'],
  ['hns', { 'hns-process': { process: { threads: 1214 } } }, 'hung'],
  ['hns', { 'hns-process': { process: { threads: 240 } } }, 'undecided'],
  [
    'runtime-config',
    {
      'log-scan': { hits: [{ rule: 'config-broken', path: 'C:\\k\\containerd.err.log', text: 'failed to load TOML' }] },
    },
    'broken',
  ],
  ['runtime-config', { 'log-scan': { hits: [] } }, 'undecided'],
  ['image-present', { 'pods-here': { pods: [pod('ContainerCreating')] }, images: { tags: [] } }, 'absent'],
];

describe('container-creating', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = symptom.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });

  it.each([
    [
      'failed to get sandbox image "k8s.gcr.io/pause:3.1": failed to pull: no match for platform in manifest: not found',
      'pause-platform',
    ],
    [
      'failed to get sandbox image "x": failed to do request: Head "https://x/v2/": dial tcp: lookup x: no such host',
      'registry-dns',
    ],
    ['failed to get sandbox image "kubeletwin/pause": not found', 'pause'],
    ['failed to do request: proxyconnect tcp: dial tcp 10.0.0.250:8080: i/o timeout', 'registry-proxy'],
    ['E1124 reflector.go:205] "Failed to watch" err="dial tcp: lookup api: no such host"', null],
    ['Back-off restarting failed container', null],
  ])('reads %s', (text, kind) => {
    expect(errorKind(text)).toBe(kind);
  });

  it.each([en, ja])('has words for each step, answer and cause', (words) => {
    const text = symptomTextSchema.parse(words);
    const told = Object.fromEntries(
      Object.entries(text.steps).map(([name, { answers }]) => [name, Object.keys(answers).sort()]),
    );
    const asked = Object.fromEntries(
      Object.entries(symptom.steps).map(([name, { answers }]) => [name, Object.keys(answers).sort()]),
    );
    expect(told).toEqual(asked);
    expect(Object.keys(text.causes).sort()).toEqual(Object.keys(symptom.causes).sort());
  });
});
