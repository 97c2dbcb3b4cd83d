import { describe, expect, it } from 'vitest';
import { setPauseImage } from './remediation';

type Evidence = Parameters<typeof setPauseImage.plan>[0];

const service = { state: 'Running' };
const plan = (evidence: object) => setPauseImage.plan(evidence as Evidence);

describe('the pause image', () => {
  it('stands in no file where Docker runs the containers', () => {
    const docker = { runtime: { config: null }, services: { docker: service, containerd: null, kubelet: service } };
    expect(plan(docker)).toEqual({ kind: 'not-here', why: 'docker' });
  });

  it('is not set where there is no line to edit', () => {
    const services = { docker: null, containerd: service, kubelet: service };
    expect(plan({ runtime: { config: null }, services })).toEqual({ kind: 'not-here', why: 'not-set-in-file' });
    const config = { path: 'config.toml', sandboxImage: null, section: null };
    expect(plan({ runtime: { config }, services })).toEqual({ kind: 'not-here', why: 'not-set-in-file' });
  });

  it('is edited in the line that names it, and the services start anew', () => {
    const config = { path: 'c.toml', sandboxImage: { text: 'sandbox_image = "kubeletwin/pause"' }, section: null };
    expect(plan({ runtime: { config }, services: { containerd: service, kubelet: service } })).toMatchObject({
      kind: 'writes',
      writes: [
        {
          kind: 'file',
          path: 'c.toml',
          change: { kind: 'edit', to: 'sandbox_image = "mcr.microsoft.com/oss/kubernetes/pause:3.9"' },
        },
        { kind: 'service', name: 'containerd', action: 'restart' },
        { kind: 'service', name: 'kubelet', action: 'restart' },
      ],
    });
  });
});
