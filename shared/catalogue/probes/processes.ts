import { z } from 'zod';
import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { flagsOf } from './parse/flags';
import { parseRows } from './parse/json';

const NAMES = ['kubelet', 'kube-proxy', 'flanneld', 'containerd', 'dockerd', 'calico-node', 'rke2'].map(
  (name) => `${name}.exe`,
);

const row = z.looseObject({
  Name: z.string(),
  ProcessId: z.number(),
  ParentProcessId: z.number(),
  CreationDate: z.string().nullable(),
  ExecutablePath: z.string().nullable(),
  CommandLine: z.string().nullable(),
});

/** The node's processes. A null `commandLine` could not be read: Windows says nothing when it denies that. */
export const processes = defineProbe({
  id: 'processes',
  code: 'P06',
  rights: 'administrator',
  limit: seconds(10),
  reads: () => ({
    processes: {
      kind: 'cim',
      class: 'Win32_Process',
      where: { Name: NAMES },
      select: ['Name', 'ProcessId', 'ParentProcessId', 'CreationDate', 'ExecutablePath', 'CommandLine'],
    },
  }),
  interpret: (answers) => {
    const list = parseRows(row, must(answers.processes), 'Win32_Process').map((found) => ({
      name: found.Name.replace(/\.exe$/i, '').toLowerCase(),
      processId: found.ProcessId,
      parentId: found.ParentProcessId,
      start: found.CreationDate,
      path: found.ExecutablePath,
      commandLine: found.CommandLine,
      flags: found.CommandLine === null ? null : flagsOf(found.CommandLine),
    }));
    const count = (name: string) => list.filter((item) => item.name === name).length;
    return { list, counts: { kubelet: count('kubelet'), kubeProxy: count('kube-proxy'), flanneld: count('flanneld') } };
  },
});
