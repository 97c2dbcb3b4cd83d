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
import { recognise } from './recognise';

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
  recognise,
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
    'cni-config-missing': { remediations: ['restart-cni-agent'] },
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
