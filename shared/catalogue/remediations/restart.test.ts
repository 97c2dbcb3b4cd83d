import { describe, expect, it } from 'vitest';
import { restartOf } from './restart';

const bare = {
  name: 'kube-proxy',
  processId: 4816,
  parentId: 4412,
  path: 'C:\\k\\kube-proxy.exe',
  commandLine: 'C:\\k\\kube-proxy.exe --v=4',
};
const inPod = { ...bare, path: 'C:\\C\\0f3a5c7e9b1d2f46\\kube-proxy.exe' };
const pod = { name: 'kube-system/kube-proxy-windows-8bxvk', hostProcess: true };

describe('a program that is no service is restarted', () => {
  it('by deleting its pod', () => {
    expect(restartOf('kube-proxy', 'kube-proxy', [inPod], [pod])).toEqual({
      kind: 'copy',
      lines: ['kubectl -n kube-system delete pod kube-proxy-windows-8bxvk'],
    });
  });

  it('with the command line that it was recorded with', () => {
    const { name, processId, commandLine } = bare;
    expect(restartOf('kube-proxy', 'kube-proxy', [bare], undefined)).toEqual({
      kind: 'writes',
      writes: [{ kind: 'process', name: `${name}.exe`, processId, commandLine }],
    });
  });

  it('never as a bare process where it is in a pod that is not known', () => {
    expect(restartOf('kube-proxy', 'kube-proxy', [inPod], undefined)).toEqual({
      kind: 'not-here',
      why: 'pod-unknown',
    });
  });
});
