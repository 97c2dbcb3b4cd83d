import { conclude, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import {
  containerError,
  imageBuilds,
  layerState,
  missingManifest,
  restarting,
  startBuilds,
  startError,
} from './decide';

const TOLD = ['pods-here', 'kube-events', 'log-scan'] as const;

/** S21: containers restart, or never start, since their image is made for another Windows; and images whose layers are broken (X11). */
export const containersRestartingImageOs = defineSymptom({
  id: 'containers-restarting-image-os',
  code: 'S21',
  anchor: 'when-deploying-docker-containers-keep-restarting',
  group: 'pods',
  example:
    'hcs::CreateComputeSystem app: The container operating system does not match the host operating system. (0xc0370101)',
  recognise: [
    { pattern: /0x[c8]0370101|container operating system does not match/i, weight: 10 },
    { pattern: /no matching manifest for windows/i, weight: 9 },
    { pattern: /wrong diff id calculated on extraction|unmarshall? layerchain json/i, weight: 9 },
    { pattern: /hcsshim::ImportLayer|ImportLayer failed in Win32/i, weight: 9 },
    { pattern: /0x[c8]0370106/i, weight: 8 },
    { pattern: /0xc0000142|-1073741502|3221225794/i, weight: 4 },
    { pattern: /archive\/tar: invalid tar header/i, weight: 3 },
    { pattern: /\bCrashLoopBackOff\b/, weight: 3 },
    { pattern: /Windows[^\n]{0,20}コンテナー?が?(?:再起動を)?繰り返/, weight: 6 },
    { pattern: /コンテナー?[^\n]{0,20}再起動を繰り返/, weight: 6 },
    {
      pattern: /ホスト[^\n]{0,20}OS[^\n]{0,20}バージョン[^\n]{0,10}(?:一致しない|一致しません|合わない|合いません)/i,
      weight: 6,
    },
  ],
  first: 'containers',
  steps: {
    containers: step({
      probes: ['pods-here'],
      also: ['kube-events', 'log-scan'],
      decide: restarting,
      answers: { many: goTo('error'), few: unknown, none: ruledOut },
      unsure: goTo('error'),
    }),
    error: step({
      probes: [],
      also: TOLD,
      decide: containerError,
      answers: {
        mismatch: goTo('builds'),
        manifest: goTo('manifest'),
        layers: goTo('layers'),
        'start-failed': goTo('start-builds'),
        application: ruledOut,
        none: unknown,
      },
      unsure: unknown,
    }),
    builds: step({
      probes: ['os-build'],
      also: [...TOLD, 'image-platforms'],
      decide: imageBuilds,
      answers: {
        differs: conclude('image-os-mismatch', 'confirmed'),
        said: conclude('image-os-mismatch', 'likely'),
      },
      unsure: goTo('base'),
    }),
    base: step({
      probes: [],
      answers: { other: conclude('image-os-mismatch', 'likely'), same: unknown },
      unsure: unknown,
    }),
    manifest: step({
      probes: [],
      also: TOLD,
      decide: missingManifest,
      answers: { missing: conclude('image-wrong-platform', 'confirmed'), there: unknown },
      unsure: unknown,
    }),
    'start-builds': step({
      probes: ['os-build'],
      also: [...TOLD, 'image-platforms'],
      decide: startBuilds,
      answers: { differs: conclude('image-os-mismatch', 'confirmed'), fits: goTo('start') },
      unsure: goTo('start'),
    }),
    start: step({
      probes: [],
      also: TOLD,
      decide: startError,
      answers: { same: conclude('container-cannot-start', 'likely'), gone: unknown },
      unsure: unknown,
    }),
    layers: step({
      probes: [],
      also: [...TOLD, 'disk', 'service-crashes'],
      decide: layerState,
      answers: {
        'disk-full': conclude('layers-disk-full', 'likely'),
        'power-loss': conclude('layers-after-power-loss', 'likely'),
        corrupt: conclude('layers-corrupt', 'confirmed'),
      },
      unsure: unknown,
    }),
  },
  causes: {
    'image-os-mismatch': { remediations: ['use-fitting-image'] },
    'image-wrong-platform': { remediations: ['use-fitting-image'] },
    'container-cannot-start': { remediations: [] },
    'layers-disk-full': { remediations: ['pull-image-again'] },
    'layers-after-power-loss': { remediations: ['pull-image-again'] },
    'layers-corrupt': { remediations: ['pull-image-again'] },
  },
});
