import { z } from 'zod';
import { maybe, must } from '../../node/outcome';
import type { Answer } from '../../node/read';
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
] as const;
const HOURS = 7 * 24;

/** Service Control Manager: did not start 7000, 7009, 7011; ended with an error 7023, 7024; ended unexpectedly 7031, 7034. */
const IDS = [7000, 7009, 7011, 7023, 7024, 7031, 7034] as const;
const UNEXPECTED: readonly number[] = [7031, 7034];

const APPLICATIONS = /svchost\.exe_hns|vmcompute|containerd|kubelet|kube-?proxy|flanneld|calico-node|rke2/i;
const service = z.object({ Name: z.string(), DisplayName: z.string().nullable() });

/**
 * How the node's services ended in the last seven days. Events name a service as it is displayed, in the language of
 * Windows, so they are compared with the display names of this node and their text is never read.
 * `services` or `applications` null: that log could not be read.
 */
export const serviceCrashes = defineProbe({
  id: 'service-crashes',
  code: 'P08',
  rights: 'none',
  limit: seconds(15),
  reads: () => ({
    names: { kind: 'cim', class: 'Win32_Service', where: { Name: WATCHED }, select: ['Name', 'DisplayName'] },
    system: {
      kind: 'events',
      log: 'System',
      provider: 'Service Control Manager',
      ids: IDS,
      hours: HOURS,
      max: 500,
    },
    shutdowns: { kind: 'events', log: 'System', ids: [6008, 41], hours: HOURS, max: 50 },
    application: { kind: 'events', log: 'Application', ids: [1000], hours: HOURS, max: 200 },
  }),
  interpret: ({ names, system, shutdowns, application }) => {
    const known = new Map(
      parseRows(service, must(names), 'Win32_Service').flatMap(({ Name, DisplayName }) =>
        [Name, DisplayName ?? Name].map((shown) => [shown.toLowerCase(), Name] as const),
      ),
    );
    const control = maybe(system);
    const crashed = maybe(application);
    if (!control && !crashed) must(system);
    const ends = control ? endsOf(control, known) : null;
    return {
      hours: HOURS,
      services: ends,
      unexpectedEnds: ends ? ends.filter(({ id }) => UNEXPECTED.includes(id)).length : null,
      /** When Windows found that it had not been shut down: EventLog 6008, Kernel-Power 41. Null could not be read. */
      shutdowns: shutdownsOf(maybe(shutdowns)),
      applications: crashed ? applicationsOf(crashed) : null,
    };
  },
});

function shutdownsOf(answer: Answer<'events'> | undefined) {
  const of = (id: number) => (id === 41 ? 'microsoft-windows-kernel-power' : 'eventlog');
  return (
    answer?.rows.flatMap(({ id, time, provider }) => (provider.toLowerCase() === of(id) ? [{ id, time }] : [])) ?? null
  );
}

function endsOf({ rows }: Answer<'events'>, known: ReadonlyMap<string, string>) {
  return rows.flatMap(({ id, time, properties }) => {
    const shown = properties.find((text) => known.has(text.toLowerCase()));
    const name = shown === undefined ? undefined : known.get(shown.toLowerCase());
    return name === undefined ? [] : [{ service: name, id, time, properties }];
  });
}

function applicationsOf({ rows }: Answer<'events'>) {
  return rows.flatMap(({ time, properties }) => {
    const [application = '', , , module, , , exception] = properties;
    return APPLICATIONS.test(application)
      ? [{ application, module: module ?? null, exception: exception ?? null, time }]
      : [];
  });
}
