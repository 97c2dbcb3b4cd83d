import { describe, expect, it } from 'vitest';
import { changedArguments, withFlag } from './arguments';

describe('a flag of a command line', () => {
  it.each([
    ['kube-proxy.exe --v=4', 'kube-proxy.exe --v=4 --name=b'],
    ['kube-proxy.exe --name=a --v=4', 'kube-proxy.exe --name=b --v=4'],
    ['kube-proxy.exe --name a --v=4', 'kube-proxy.exe --name=b --v=4'],
    ['kube-proxy.exe --name="a c" --v=4', 'kube-proxy.exe --name=b --v=4'],
    ['kube-proxy.exe --name= --v=4', 'kube-proxy.exe --name=b --v=4'],
    ['kube-proxy.exe --name=$& ', 'kube-proxy.exe --name=b '],
  ])('%s', (before, after) => {
    expect(withFlag(before, 'name', 'b')).toBe(after);
  });
});

describe('the arguments of a service', () => {
  const service = { state: 'Running', path: 'C:\\k\\kube-proxy.exe --windows-service' };
  const change = (line: string) => `${line} --x`;

  it('stand in the ImagePath of a service without nssm', () => {
    expect(changedArguments('kube-proxy', 'kube-proxy', { service, nssm: null }, change)).toEqual([
      {
        kind: 'registry',
        path: 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\kube-proxy',
        name: 'ImagePath',
        value: 'C:\\k\\kube-proxy.exe --windows-service --x',
      },
      { kind: 'service', name: 'kube-proxy', action: 'restart' },
    ]);
  });

  it("stand in nssm's parameters", () => {
    const nssm = { application: 'C:\\k\\kube-proxy.exe', parameters: '--v=4' };
    expect(changedArguments('kubeproxy', 'kube-proxy', { service, nssm }, change)).toMatchObject([
      { name: 'AppParameters', value: '--v=4 --x' },
      {},
    ]);
  });

  it.each([
    ['arguments-unread', undefined],
    ['arguments-in-script', { application: 'powershell.exe', parameters: '-File C:\\k\\StartKubelet.ps1' }],
    ['command-line-unknown', { application: 'C:\\k\\kube-proxy.exe', parameters: '--token=<removed>' }],
  ])('are left alone: %s', (why, nssm) => {
    expect(changedArguments('kubeproxy', 'kube-proxy', { service, nssm }, change)).toBe(why);
  });
});
