import { idle } from '../../symptoms/containers-restarting-image-os/trouble';
import { defineRemediation } from '../../typed';
import { releaseIn, runs, tagFor } from '../../windows-releases';

/** Makes a workload fit: a base image of this host's release, or a node that has the image's release. */
export const useFittingImage = defineRemediation({
  id: 'use-fitting-image',
  risk: 'copy-text',
  probes: ['os-build'],
  also: ['pods-here'],
  cooldown: 0,
  plan: ({ 'os-build': { build }, 'pods-here': pods }) => {
    const tag = tagFor(build);
    if (tag === null) return { kind: 'not-here', why: 'no-tag' };
    const waiting = pods ? idle(pods) : [];
    const images = [
      ...new Set(waiting.map(({ pod, container }) => pods?.pods[pod]?.containers[container]?.image ?? '')),
    ];
    const lines = images.flatMap((image) => {
      const release = releaseIn(image);
      if (!release || runs(build, release.build) !== false) return [];
      return [
        `image: ${image.replace(release.word, tag)}`,
        `nodeSelector: { node.kubernetes.io/windows-build: "10.0.${release.build}" }`,
      ];
    });
    return {
      kind: 'copy',
      lines: [
        `FROM mcr.microsoft.com/windows/servercore:${tag}`,
        ...lines,
        `nodeSelector: { node.kubernetes.io/windows-build: "10.0.${build}" }`,
        'kubectl get nodes -L node.kubernetes.io/windows-build',
      ],
    };
  },
  hurts: () => ({ pods: null, seconds: null }),
});
