import type { Write } from '../../../node/write';
import { defineRemediation } from '../../typed';

/** The multi-version pause image for Windows; 3.6 and later carry every supported release. */
const PAUSE = 'mcr.microsoft.com/oss/kubernetes/pause:3.9';

/** Names the pause image in containerd's configuration and restarts containerd and the kubelet. */
export const setPauseImage = defineRemediation({
  id: 'set-pause-image',
  risk: 'disrupts-pods',
  probes: ['runtime', 'services'],
  cooldown: 600,
  plan: ({ runtime: { config }, services }) => {
    if (!config?.sandboxImage) return { kind: 'not-here', why: 'not-set-in-file' };
    const { text, value, path } = config.sandboxImage;
    const edit: Write = { kind: 'file', path, change: { kind: 'edit', from: text, to: text.replace(value, PAUSE) } };
    const restarts = (['containerd', 'kubelet'] as const).flatMap((name): Write[] => (services[name] ? [{ kind: 'service', name, action: 'restart' }] : []));
    return { kind: 'writes', writes: [edit, ...restarts] };
  },
  // Running containers are held by their shims while containerd restarts; no pod is known to be hurt, none is known not to be.
  hurts: () => ({ pods: null, seconds: null }),
});
