import { z } from 'zod';
import { maybe, must, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, seconds } from '../define';
import { flagsOf } from './parse/flags';
import { parseRows } from './parse/json';

const NAMES = ['kubelet', 'kube-proxy', 'flanneld', 'containerd', 'dockerd', 'calico-node', 'rke2'].map(
  (name) => `${name}.exe`,
);

const row = z.object({
  Name: z.string(),
  ProcessId: z.number(),
  ParentProcessId: z.number(),
  CreationDate: z.string().nullable(),
  ExecutablePath: z.string().nullable(),
  CommandLine: z.string().nullable(),
  // Records made before it was asked for lack it.
  SessionId: z.number().nullish(),
});

const nssm = (service: string) => ({
  kind: 'registry' as const,
  path: `HKLM:\\SYSTEM\\CurrentControlSet\\Services\\${service}\\Parameters`,
  names: ['Application', 'AppParameters', 'AppStdout', 'AppStderr', 'AppEnvironmentExtra'],
});

/** What nssm starts for a service. Null: the service is not nssm's; undefined: that could not be read. */
function wrapper(outcome: Outcome<Answer<'registry'>>) {
  const key = maybe(outcome);
  if (!key) return undefined;
  const text = (name: string): string | null => {
    const value = key.exists ? key.values[name] : undefined;
    return typeof value === 'string' ? value : null;
  };
  const application = text('Application');
  if (application === null) return null;
  return {
    application,
    parameters: text('AppParameters'),
    stdout: text('AppStdout'),
    stderr: text('AppStderr'),
    /** The node's name as flanneld and kube-proxy are told it. */
    nodeName: variable(key.exists ? key.values.AppEnvironmentExtra : undefined, 'NODE_NAME'),
  };
}

/** A variable in the `NAME=value` lines of nssm. */
function variable(value: unknown, name: string): string | null {
  const lines: readonly unknown[] = Array.isArray(value) ? value : [value];
  const start = `${name}=`;
  const line = lines.find((each) => typeof each === 'string' && each.toUpperCase().startsWith(start));
  return typeof line === 'string' ? line.slice(start.length) : null;
}

/** The node's processes. A null `commandLine` could not be read: Windows says nothing when it denies that. */
export const processes = defineProbe({
  id: 'processes',
  code: 'P06',
  rights: 'administrator',
  limit: seconds(10),
  reads: () => ({
    kubelet: nssm('kubelet'),
    kubeproxy: nssm('kubeproxy'),
    kubeProxy: nssm('kube-proxy'),
    flanneld: nssm('flanneld'),
    containerd: nssm('containerd'),
    processes: {
      kind: 'cim',
      class: 'Win32_Process',
      where: { Name: NAMES },
      select: ['Name', 'ProcessId', 'ParentProcessId', 'CreationDate', 'ExecutablePath', 'CommandLine', 'SessionId'],
    },
  }),
  interpret: (answers) => {
    const list = parseRows(row, must(answers.processes), 'Win32_Process').map((found) => ({
      name: found.Name.replace(/\.exe$/i, '').toLowerCase(),
      processId: found.ProcessId,
      parentId: found.ParentProcessId,
      start: found.CreationDate,
      /** 0 is of services and tasks; one above ends when the person who is logged on there logs off. Null: not told. */
      session: found.SessionId ?? null,
      path: found.ExecutablePath,
      commandLine: found.CommandLine,
      flags: found.CommandLine === null ? null : flagsOf(found.CommandLine),
    }));
    const count = (name: string) => list.filter((item) => item.name === name).length;
    const wrapped = {
      kubelet: wrapper(answers.kubelet),
      kubeproxy: wrapper(answers.kubeproxy),
      'kube-proxy': wrapper(answers.kubeProxy),
      flanneld: wrapper(answers.flanneld),
      containerd: wrapper(answers.containerd),
    };
    return {
      list,
      nssm: wrapped,
      counts: { kubelet: count('kubelet'), kubeProxy: count('kube-proxy'), flanneld: count('flanneld') },
    };
  },
});
