import { idle } from '../../symptoms/containers-restarting-image-os/trouble';
import { deletePodLine } from '../pods';
import { defineRemediation } from '../../typed';

const CRICTL = 'crictl --runtime-endpoint npipe:////./pipe/containerd-containerd';

/** Removes the image whose layers are broken from this node, pulls it again and has its pods made anew. */
export const pullImageAgain = defineRemediation({
  id: 'pull-image-again',
  risk: 'copy-text',
  probes: ['pods-here'],
  cooldown: 0,
  plan: ({ 'pods-here': pods }) => {
    const places = idle(pods);
    const images = [...new Set(places.map(({ pod, container }) => pods.pods[pod]?.containers[container]?.image ?? ''))];
    const names = [...new Set(places.map(({ pod }) => pods.pods[pod]?.name ?? ''))];
    const [first, ...rest] = [
      ...images.flatMap((image) => [`${CRICTL} rmi ${image}`, `${CRICTL} pull ${image}`]),
      ...names.map(deletePodLine),
    ];
    return first === undefined ? { kind: 'not-here', why: 'no-image' } : { kind: 'copy', lines: [first, ...rest] };
  },
  hurts: () => ({ pods: null, seconds: null }),
});
