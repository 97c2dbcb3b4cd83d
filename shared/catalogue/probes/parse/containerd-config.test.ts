import { expect, it } from 'vitest';
import { containerdConfig } from './containerd-config';

it('takes no section for one that holds the sandbox image because of its name', () => {
  expect(containerdConfig('[constructor]\nname = "x"\n')).toMatchObject({ section: null, sandboxImage: null });
});

it('finds the sandbox image in the sections of all three versions, in both kinds of quotes', () => {
  for (const text of [
    '[plugins.cri]\nsandbox_image = "pause:1"',
    'version = 2\n[plugins."io.containerd.grpc.v1.cri"]\nsandbox_image = "pause:1"',
    "version = 3\n[plugins.'io.containerd.cri.v1.images'.pinned_images]\nsandbox = 'pause:1'",
  ]) {
    expect(containerdConfig(text).sandboxImage?.value).toBe('pause:1');
  }
});
