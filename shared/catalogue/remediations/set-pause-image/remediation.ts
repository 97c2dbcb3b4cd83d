import type { FileChange, Write } from '../../../node/write';
import type { EvidenceOf } from '../../define';
import type { probes } from '../../probes';
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
    // Docker has no such file: the kubelet itself names the image (S20, dockershim up to Kubernetes 1.23).
    if (!config && services.docker && !services.containerd) return { kind: 'not-here', why: 'docker' };
    const change = config ? editOf(config) : null;
    if (!config || !change) return { kind: 'not-here', why: 'not-set-in-file' };
    const restarts = (['containerd', 'kubelet'] as const).flatMap((name): Write[] =>
      services[name] ? [{ kind: 'service', name, action: 'restart' }] : [],
    );
    return { kind: 'writes', writes: [{ kind: 'file', path: config.path, change }, ...restarts] };
  },
  // Running containers are held by their shims while containerd restarts; no pod is known to be hurt, none is known not to be.
  hurts: () => ({ pods: null, seconds: null }),
});

type Config = NonNullable<EvidenceOf<(typeof probes)['runtime']>['config']>;

/** The edit of the one line that names the image, or that line below the head of its section. */
function editOf({ sandboxImage, section }: Config): FileChange | null {
  if (sandboxImage) {
    const [name = ''] = sandboxImage.text.split('=');
    return { kind: 'edit', from: sandboxImage.text, to: `${name}= "${PAUSE}"` };
  }
  return section
    ? { kind: 'edit', from: section.text, to: `${section.text}\n  ${section.setting} = "${PAUSE}"` }
    : null;
}
