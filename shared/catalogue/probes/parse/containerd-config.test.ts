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

it.each([
  ['version 1', '[plugins.cri.cni]\n  bin_dir = "C:/bin"\n  conf_dir = "C:\\\\etc"', 1, 'C:/bin', 'C:\\etc'],
  [
    'version 2 with a byte order mark',
    "\ufeffversion = 2\r\n[plugins.\"io.containerd.grpc.v1.cri\".cni]\r\nbin_dir = 'C:\\bin'\r\nconf_dir = 'C:\\etc'\r\n",
    2,
    'C:\\bin',
    'C:\\etc',
  ],
  [
    'version 3 with a list',
    "version = 3\n[plugins.'io.containerd.cri.v1.runtime'.cni]\nbin_dirs = ['C:\\bin', 'D:\\bin']\nconf_dir = 'C:\\etc'",
    3,
    'C:\\bin',
    'C:\\etc',
  ],
])('finds the directories of the CNI: %s', (_case, text, version, binDir, confDir) => {
  expect(containerdConfig(text)).toMatchObject({
    version,
    binDir: { value: binDir },
    confDir: { value: confDir },
    sandboxImage: null,
  });
});

it.each(['', '# sandbox_image = "x"', '[plugins]\nsandbox_image = "x"', 'sandbox = "x"', '{{template}}'])(
  'finds no sandbox image in %j',
  (text) => {
    expect(containerdConfig(text).sandboxImage).toBeNull();
  },
);

it('tells the line of a value and its text', () => {
  const text = 'version = 2\r\n[plugins."io.containerd.grpc.v1.cri"]\r\n  sandbox_image = "x:1" # why\r\n';
  expect(containerdConfig(text).sandboxImage).toEqual({ value: 'x:1', line: 3, text: '  sandbox_image = "x:1" # why' });
});
