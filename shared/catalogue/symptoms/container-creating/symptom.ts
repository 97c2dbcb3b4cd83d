import {
  because,
  cite,
  conclude,
  continueAt,
  type Decision,
  type EvidenceOf,
  goTo,
  ruledOut,
  undecided,
  unknown,
} from '../../define';
import type { probes } from '../../probes';
import { BY_HNS } from '../../silenced';
import { defineSymptom, step } from '../../typed';
import { innerError, waitingPods } from './errors';
import { cniState, hnsNetwork, pluginPrograms, subnetFile } from './network';
import { kubeletRuns, runtimeConfig, runtimeExit, runtimeService, sandboxImage } from './runtime';
import { FAILS, NO_WRONG_NAME, POD } from '../../vocabulary';

type Pods = EvidenceOf<(typeof probes)['pods-here']>;
type Images = EvidenceOf<(typeof probes)['images']>;

function waiting(pods: Pods): Decision<'waiting' | 'none'> {
  const [first] = waitingPods(pods);
  return first === undefined
    ? because('none', cite('pods-here', '/pods'))
    : because('waiting', cite('pods-here', `/pods/${first}`));
}

function pulled(pods: Pods, images: Images | undefined): Decision<'absent' | 'present'> {
  const [first] = waitingPods(pods);
  const wanted = first === undefined ? undefined : pods.pods[first]?.images;
  if (!images || !wanted || wanted.length === 0) return undecided();
  const missing = wanted.findIndex(
    (image) => !images.tags.some((tag) => tag === image || tag === `docker.io/${image}`),
  );
  const held = cite('images', '/tags');
  return missing < 0
    ? because('present', held, cite('pods-here', `/pods/${first}/images`))
    : because('absent', cite('pods-here', `/pods/${first}/images/${missing}`), held);
}

/** Minutes within which a pull may simply be slow: Windows base layers are 1 to 5 GB (domain facts S20). */
const SLOW_PULL = 10;

/** How long the first waiting pod has waited, both times by the node's own clock. */
function waitingTime(pods: Pods, { utc }: EvidenceOf<(typeof probes)['time']>): Decision<'short' | 'long'> {
  const [first] = waitingPods(pods);
  const started = first === undefined ? null : (pods.pods[first]?.started ?? null);
  if (started === null) return undecided();
  const minutes = (Date.parse(utc) - Date.parse(started)) / 60_000;
  return because(
    minutes < SLOW_PULL ? 'short' : 'long',
    cite('pods-here', `/pods/${first}/started`),
    cite('time', '/utc'),
  );
}

/** S20: pods stay at ContainerCreating. */
export const containerCreating = defineSymptom({
  id: 'container-creating',
  code: 'S20',
  anchor: 'my-kubernetes-pods-are-stuck-at-containercreating',
  group: 'pods',
  example:
    'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to get sandbox image "mcr.microsoft.com/oss/kubernetes/pause:3.6"',
  recognise: [
    { pattern: /failed to get sandbox image/i, weight: 10 },
    { pattern: /kubeletwin\/pause/i, weight: 10 },
    { pattern: /network is not ready: \[?(?:container )?runtime network not ready/i, weight: 9 },
    {
      pattern: /Failed to create (?:pod sandbox|sandbox for pod)|FailedCreatePodSandBox|CreatePodSandboxError/i,
      weight: 8,
    },
    { pattern: /RunPodSandbox (?:for \S{1,300} |from runtime service )?failed/i, weight: 8 },
    { pattern: /failed to set ?up network for sandbox/i, weight: 7 },
    { pattern: /no match for platform in manifest/i, weight: 7 },
    {
      pattern:
        /failed to create shim task: hcs::|failed to create containerd task: failed to (?:create|start) shim[^\n]{0,60}(?:hcs|runhcs)/i,
      weight: 7,
    },
    { pattern: /hcsshim::(?:PrepareLayer|ActivateLayer|CreateLayer|ExportLayer)\b/i, weight: 7 },
    { pattern: /pipe\/containerd-containerd/i, weight: 6 },
    { pattern: /\bContainerCreating\b/i, weight: 7 },
    { pattern: /\bContainerCreating\b/i, and: [/\bpods?\b|ポッド|0\/\d{1,2}|stuck|まま/i], weight: 8 },
    { pattern: /\bpause\b/i, and: [/\bimages?\b|イメージ|pause:\d/i, FAILS], weight: 9 },
    { pattern: /\bpause\b/i, and: [/\bimages?\b|イメージ/i, /which|need|correct|どの|必要|設定/i], weight: 7 },
    {
      pattern: /\bpods?\b|ポッド/i,
      and: [/(?:起動|作成|開始)(?:し|され|でき)(?:ない|ません)|立ち上が[らり](?:ない|ません)/, NO_WRONG_NAME],
      weight: 6,
    },
    { pattern: /コンテナー?が(?:起動|作成)(?:し|され|でき)(?:ない|ません)/, and: [NO_WRONG_NAME], weight: 5 },
    {
      pattern: /\b(?:pods?|containers?)\b/i,
      and: [
        /windows/i,
        /\b(?:never|not|n't) (?:get )?(?:created?|start(?:ed|ing)?|launch(?:ed)?|come up)\b|sandbox fails/i,
      ],
      weight: 6,
    },
    { pattern: /サンドボックス/, and: [/\bpods?\b|ポッド|コンテナ|作成|作れ|イメージ|pause|kube/i, FAILS], weight: 6 },
    { pattern: /Error syncing pod/i, weight: 3 },
    { pattern: /MountVolume\.SetUp failed/i, weight: 3 },
    // Of itself no more than a wrong name.
    { pattern: /failed to pull (?:and unpack )?image|ImagePullBackOff|ErrImagePull/i, weight: 2 },
    {
      pattern: /failed to pull (?:and unpack )?image/i,
      and: [/no such host|no match for platform|x509|\bproxy/i],
      weight: 9,
    },
    {
      pattern: POD,
      and: [/\bstuck\b|\bhangs?\b|まま|止ま/i, /\bcreat(?:ing|ed|ion)\b|\bpending\b|作成|起動中/i],
      weight: 7,
    },
    { pattern: /NetworkPlugin cni failed to set up pod/i, weight: 7 },
    { pattern: /CRI v1 runtime API is not implemented|validate service connection/i, weight: 6 },
    { pattern: /plugin type="(?:win-bridge|win-overlay|sdnbridge|sdnoverlay|azure-vnet)" failed \(add\)/i, weight: 6 },
    {
      pattern: /サンドボックス|\bsand ?box\b/i,
      and: [/\bpods?\b|ポッド|\bcreat|作成|\bcontainer|コンテナ|windows|kube/i, FAILS],
      weight: 6,
    },
    { pattern: /\bkubeletwin\b/i, weight: 7 },
    {
      pattern: /\bpause\b/i,
      and: [/\bimages?\b|イメージ|\bcontainer/i, /\binfra|\bsandbox|\bkubelet|\bwindows\b|サンドボックス/i],
      weight: 7,
    },
    { pattern: /\b(?:infra|sandbox|pause)\b|サンドボックス/i, and: [/\bimages?\b|イメージ/i, FAILS], weight: 7 },
    { pattern: /\b(?:infra|sandbox)\b/i, and: [/\bimages?\b/i, /\bmissing\b|\bwhich\b|\bpull/i], weight: 7 },
    {
      pattern: /コンテナー?|ポッド|\bpods?\b/i,
      and: [
        /(?:作成|生成|作られ|作れ|起動)[^。]{0,6}(?:終わら|完了し|進ま|でき|され|しな|ず(?:、|に|$|\s|P))|作られず/,
        /windows|ポッド|\bpods?\b|サンドボックス/i,
        NO_WRONG_NAME,
      ],
      weight: 6,
    },
    { pattern: /コンテナー?の?作成中/, weight: 7 },
  ],
  first: 'runtime-service',
  steps: {
    'runtime-service': step({
      probes: ['services'],
      also: ['runtime'],
      decide: ({ services, runtime }) => runtimeService(services, runtime),
      answers: {
        runs: goTo('kubelet'),
        stopped: conclude('containerd-stopped', 'confirmed'),
        crashed: goTo('runtime-config'),
        'no-pipe': conclude('containerd-pipe-missing', 'likely'),
      },
      unsure: goTo('kubelet'),
    }),
    'runtime-config': step({
      probes: [],
      also: ['log-scan', 'os-build'],
      decide: (evidence) => runtimeConfig(evidence['log-scan'], evidence['os-build']),
      answers: {
        broken: conclude('containerd-config-broken', 'confirmed'),
        fine: goTo('runtime-exit'),
      },
      unsure: goTo('runtime-exit'),
    }),
    'runtime-exit': step({
      probes: ['services'],
      also: ['runtime'],
      decide: ({ services, runtime }) => runtimeExit(services, runtime),
      answers: {
        unexpected: conclude('containerd-crashing', 'likely'),
        orderly: conclude('containerd-stopped', 'confirmed'),
        runs: unknown,
      },
      unsure: unknown,
    }),
    kubelet: step({
      probes: ['services', 'processes'],
      decide: ({ services, processes }) => kubeletRuns(services, processes),
      answers: {
        runs: goTo('waiting-pods'),
        stopped: continueAt('node-bring-up-check', 'kubelet-why'),
        'no-service': continueAt('node-bring-up-check', 'kubelet'),
      },
      unsure: goTo('waiting-pods'),
    }),
    'waiting-pods': step({
      probes: ['pods-here'],
      decide: (evidence) => waiting(evidence['pods-here']),
      answers: { waiting: goTo('sandbox-image'), none: ruledOut },
      unsure: goTo('sandbox-image'),
    }),
    'sandbox-image': step({
      probes: ['runtime'],
      also: ['processes'],
      decide: ({ runtime, processes }) => sandboxImage(runtime, processes),
      answers: {
        unset: conclude('pause-image-unset', 'confirmed'),
        old: conclude('pause-image-old', 'confirmed'),
        set: goTo('cni-config'),
      },
      unsure: goTo('cni-config'),
    }),
    'cni-config': step({
      probes: ['cni-directory', 'cni-config'],
      also: ['runtime'],
      decide: (evidence) => cniState(evidence.runtime, evidence['cni-directory'], evidence['cni-config']),
      answers: {
        'other-folder': conclude('cni-conf-dir-wrong', 'confirmed'),
        empty: conclude('cni-config-missing', 'confirmed'),
        bom: conclude('cni-config-bom', 'confirmed'),
        invalid: conclude('cni-config-invalid', 'confirmed'),
        leftover: conclude('leftover-cni-file', 'confirmed'),
        'nat-only': goTo('intended-cni'),
        good: goTo('cni-plugins'),
      },
      unsure: goTo('inner-error'),
    }),
    'cni-plugins': step({
      probes: ['cni-config', 'cni-binaries', 'runtime'],
      decide: (evidence) => pluginPrograms(evidence['cni-config'], evidence['cni-binaries'], evidence.runtime),
      answers: { there: goTo('inner-error'), missing: conclude('cni-plugin-missing', 'confirmed') },
      unsure: goTo('inner-error'),
    }),
    'intended-cni': step({
      probes: [],
      answers: { nat: goTo('inner-error'), other: conclude('cni-config-missing', 'confirmed') },
      unsure: goTo('inner-error'),
    }),
    'inner-error': step({
      probes: [],
      also: ['log-scan', 'kube-events', 'pods-here', 'os-build'],
      decide: (evidence) =>
        innerError(evidence['log-scan'], evidence['kube-events'], evidence['pods-here'], evidence['os-build']),
      answers: {
        'pause-platform': conclude('pause-wrong-os', 'confirmed'),
        'os-mismatch': continueAt('containers-restarting-image-os', 'builds'),
        platform: continueAt('containers-restarting-image-os', 'manifest'),
        'registry-dns': conclude('registry-dns', 'confirmed'),
        'registry-proxy': conclude('registry-proxy', 'confirmed'),
        'registry-x509': conclude('registry-x509', 'confirmed'),
        'registry-denied': conclude('registry-denied', 'confirmed'),
        'registry-limit': conclude('registry-429', 'confirmed'),
        'registry-blocked': goTo('registry-path'),
        pause: conclude('pause-image-not-found', 'confirmed'),
        'subnet-env': goTo('subnet-env'),
        layers: continueAt('containers-restarting-image-os', 'layers'),
        'range-exhausted': continueAt('ip-range-exhausted', 'leases'),
        'plugin-missing': conclude('cni-plugin-missing', 'confirmed'),
        network: goTo('hns-network'),
        volume: conclude('volume-mount-fails', 'confirmed'),
        none: goTo('hns'),
      },
      unsure: goTo('hns'),
    }),
    'subnet-env': step({
      probes: ['flannel-state'],
      decide: (evidence) => subnetFile(evidence['flannel-state']),
      answers: {
        missing: continueAt('missing-subnet-env', 'agent'),
        malformed: continueAt('missing-subnet-env', 'format'),
        readable: goTo('hns-network'),
      },
      unsure: goTo('hns-network'),
    }),
    'hns-network': step({
      probes: [],
      also: ['hns-networks', 'hns-process', 'cni-config'],
      decide: hnsNetwork,
      answers: {
        hung: conclude('hns-times-out', 'confirmed'),
        missing: continueAt('no-network-adapter', 'hns-crashes'),
        silent: conclude('hns-times-out', 'likely'),
        there: unknown,
      },
      unsure: unknown,
    }),
    hns: step({
      probes: [],
      also: ['hns-networks', 'hns-process', 'cni-config'],
      decide: hnsNetwork,
      answers: {
        hung: conclude('hns-times-out', 'confirmed'),
        missing: continueAt('no-network-adapter', 'hns-crashes'),
        silent: conclude('hns-times-out', 'likely'),
        there: goTo('image-present'),
      },
      unsure: goTo('image-present'),
    }),
    'image-present': step({
      probes: ['pods-here'],
      also: ['images'],
      decide: (evidence) => pulled(evidence['pods-here'], evidence.images),
      answers: { absent: goTo('waiting-time'), present: unknown },
      unsure: unknown,
    }),
    'waiting-time': step({
      probes: ['pods-here', 'time'],
      decide: (evidence) => waitingTime(evidence['pods-here'], evidence.time),
      // Nothing can be said yet: base layers of Windows have 1 to 5 GB.
      answers: { short: unknown, long: goTo('registry-path') },
      unsure: goTo('registry-path'),
    }),
    'registry-path': step({
      probes: [],
      answers: {
        proxy: conclude('registry-proxy', 'likely'),
        'air-gapped': conclude('registry-unreachable', 'likely'),
        direct: unknown,
      },
      unsure: unknown,
    }),
  },
  causes: {
    'containerd-stopped': { remediations: ['start-runtime'] },
    'containerd-pipe-missing': { remediations: [] },
    'containerd-config-broken': { remediations: [] },
    'containerd-crashing': { remediations: ['start-runtime'] },
    'pause-image-unset': { remediations: ['set-pause-image'] },
    'pause-image-old': { remediations: ['set-pause-image'] },
    'pause-image-not-found': { remediations: ['set-pause-image'] },
    'pause-wrong-os': { remediations: ['set-pause-image'] },
    'cni-conf-dir-wrong': { remediations: [] },
    'cni-config-missing': { remediations: [] },
    'cni-config-bom': { remediations: ['remove-cni-bom'] },
    'cni-config-invalid': { remediations: [] },
    'leftover-cni-file': { remediations: ['move-leftover-cni'], explains: ['agent-network-missing'] },
    'cni-plugin-missing': { remediations: [] },
    'registry-dns': { remediations: [] },
    'registry-proxy': { remediations: [] },
    'registry-x509': { remediations: [] },
    'registry-denied': { remediations: [] },
    'registry-429': { remediations: [] },
    'registry-unreachable': { remediations: [] },
    'hns-times-out': { remediations: ['restart-hns'], silences: BY_HNS },
    'volume-mount-fails': { remediations: [] },
  },
});
