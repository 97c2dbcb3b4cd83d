import { describe, expect, it } from 'vitest';
import { probes } from './index';
import { file, folder } from './testing/ask';
import { evidenceOf } from './testing/healthy';
import { CNI } from './testing/values';

describe('cni-config', () => {
  it('has the first valid file win, by name', () => {
    const needed = {
      directory: { chosen: { path: 'C:\\c', files: ['05-broken.conf', '10-a.conflist', '20-b.conf'] }, found: [] },
    };
    const answers = {
      '05-broken.conf': file('{'),
      '10-a.conflist': file('{"name":"a","plugins":[{"type":"x"}]}'),
      '20-b.conf': file(CNI),
    };
    expect(evidenceOf(probes['cni-config'], answers, needed)).toMatchObject({
      winner: { path: 'C:\\c\\10-a.conflist', name: 'a' },
      files: [{ problem: 'not-json' }, { problem: null }, { problem: null }],
    });
  });
});

describe('cni-directory', () => {
  it('takes the first directory with files where containerd names none, and each directory once', () => {
    const needed = { runtime: { config: null } };
    const change = { configured: folder(), kubeadm: folder(), sdn: folder('cni.conf') };
    expect(evidenceOf(probes['cni-directory'], change, needed)).toMatchObject({
      chosen: { path: 'C:\\k\\cni\\config' },
      found: [{ path: 'C:\\etc\\cni\\net.d' }, { path: 'C:\\k\\cni\\config' }],
    });
  });

  it('takes the directory that containerd says it reads where its file names none', () => {
    const needed = { runtime: { config: null, inForce: { confDir: 'D:\\cni' } } };
    expect(evidenceOf(probes['cni-directory'], { configured: folder('a.conf') }, needed)).toMatchObject({
      chosen: { path: 'D:\\cni', files: ['a.conf'] },
    });
  });

  it('knows a directory in any case', () => {
    const needed = { runtime: { config: { confDir: { value: 'c:\\etc\\cni\\net.d\\' } } } };
    expect(evidenceOf(probes['cni-directory'], {}, needed)).toMatchObject({ found: [{ path: 'c:\\etc\\cni\\net.d' }] });
  });
});
