import { z } from 'zod';
import { maybe, must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { parseRows } from './parse/json';

const WATCHED = [
  'hns',
  'vmcompute',
  'containerd',
  'docker',
  'kubelet',
  'kubeproxy',
  'kube-proxy',
  'flanneld',
  'CalicoNode',
  'CalicoFelix',
  'rke2',
  'rancher-wins',
  'csi-proxy',
  'W32Time',
  'mpssvc',
  'Dnscache',
] as const;
export type WatchedService = (typeof WATCHED)[number];

const row = z.object({
  Name: z.string(),
  State: z.string(),
  StartMode: z.string(),
  ProcessId: z.number(),
  ExitCode: z.number().nullable(),
  ServiceSpecificExitCode: z.number().nullable(),
  PathName: z.string().nullable(),
});

/** One service. `exit` 1066 means see `serviceExit`; 1067 that its process ended unexpectedly. */
export interface ServiceFacts {
  readonly state: string;
  readonly mode: string;
  readonly processId: number;
  readonly exit: number | null;
  readonly serviceExit: number | null;
  readonly path: string | null;
}

/** The services a node stands on. Null: Windows has no service of this name. */
export const services = defineProbe({
  id: 'services',
  code: 'P05',
  rights: 'none',
  limit: seconds(10),
  reads: () => ({
    services: {
      kind: 'cim',
      class: 'Win32_Service',
      where: { Name: WATCHED },
      select: ['Name', 'State', 'StartMode', 'ProcessId', 'ExitCode', 'ServiceSpecificExitCode', 'PathName'],
    },
    drivers: {
      kind: 'cim',
      class: 'Win32_SystemDriver',
      where: { Name: ['vfpext', 'vmsmp'] },
      select: ['Name', 'State'],
    },
  }),
  interpret: (answers) => {
    const rows = parseRows(row, must(answers.services), 'Win32_Service');
    const drivers = maybe(answers.drivers)?.rows;
    const driver = (name: string): string | null => {
      const state = drivers?.find(({ Name }) => Name === name)?.State;
      return typeof state === 'string' ? state : null;
    };
    const facts = (name: WatchedService): ServiceFacts | null => {
      const found = rows.find(({ Name }) => Name.toLowerCase() === name.toLowerCase());
      if (!found) return null;
      const { State, StartMode, ProcessId, ExitCode, ServiceSpecificExitCode, PathName } = found;
      return {
        state: State,
        mode: StartMode,
        processId: ProcessId,
        exit: ExitCode,
        serviceExit: ServiceSpecificExitCode,
        path: PathName,
      };
    };
    const all = Object.fromEntries(WATCHED.map((name) => [name, facts(name)])) as Record<
      WatchedService,
      ServiceFacts | null
    >; // every watched name is set
    return { ...all, drivers: { vfpext: driver('vfpext'), vmsmp: driver('vmsmp') } };
  },
});
