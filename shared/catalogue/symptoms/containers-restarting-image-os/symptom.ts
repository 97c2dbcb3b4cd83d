import { conclude, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { containerError, imageBuilds, layerState, missingManifest, restarting, startError } from './decide';
import { recognise } from './recognise';

const TOLD = ['pods-here', 'kube-events', 'log-scan'] as const;

/** S21: containers restart, or never start, since their image is made for another Windows; and images whose layers are broken (X11). */
export const containersRestartingImageOs = defineSymptom({
  id: 'containers-restarting-image-os',
  code: 'S21',
  anchor: 'when-deploying-docker-containers-keep-restarting',
  group: 'pods',
  example:
    'hcs::CreateComputeSystem app: The container operating system does not match the host operating system. (0xc0370101)',
  recognise,
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
        'start-failed': goTo('start'),
        application: ruledOut,
        none: unknown,
      },
      unsure: unknown,
    }),
    builds: step({
      probes: ['os-build'],
      also: [...TOLD, 'image-platforms', 'runtime'],
      decide: imageBuilds,
      answers: {
        differs: conclude('image-os-mismatch', 'confirmed'),
        pause: conclude('pause-other-release', 'confirmed'),
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
    // A container of another release is refused before its process starts: what ends at once fits.
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
    'pause-other-release': { remediations: ['set-pause-image'] },
    'image-wrong-platform': { remediations: ['use-fitting-image'] },
    'container-cannot-start': { remediations: [] },
    'layers-disk-full': { remediations: ['pull-image-again'] },
    'layers-after-power-loss': { remediations: ['pull-image-again'] },
    'layers-corrupt': { remediations: ['pull-image-again'] },
  },
});
