import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';

type Services = EvidenceOf<(typeof probes)['services']>;
type Processes = EvidenceOf<(typeof probes)['processes']>;
type Versions = EvidenceOf<(typeof probes)['component-versions']>;
type Logs = EvidenceOf<(typeof probes)['log-scan']>;
type Certs = EvidenceOf<(typeof probes)['certs']>;
type Registered = EvidenceOf<(typeof probes)['node-registered']>;

type Place = 'runs' | 'stopped' | 'bare' | 'rke2-stopped' | 'rke2-alone' | 'rke2-unregistered' | 'absent';

/** Whether the kubelet runs, and where it is kept when it does not: RKE2 starts it itself, the SDN scripts as a bare process. */
export function kubeletPlace(
  services: Services,
  processes: Processes,
  versions: Versions | undefined,
): Decision<Place> {
  const running = cite('processes', '/counts/kubelet');
  if (processes.counts.kubelet > 0) return because('runs', running);
  if (services.kubelet) {
    const state = cite('services', '/kubelet/state');
    return services.kubelet.state === 'Running' ? undecided(state, running) : because('stopped', state, running);
  }
  const rke2 = (['rke2', 'rancher-wins'] as const).find((name) => services[name]);
  if (rke2) {
    const state = cite('services', `/${rke2}/state`);
    return because(services[rke2]?.state === 'Running' ? 'rke2-alone' : 'rke2-stopped', state, running);
  }
  if (versions?.rke2)
    return because('rke2-unregistered', cite('component-versions', '/rke2'), cite('services', '/rke2'));
  if (versions?.kubelet === undefined) return undecided(cite('services', '/kubelet'), running);
  const program = cite('component-versions', '/kubelet');
  return because(versions.kubelet === null ? 'absent' : 'bare', program, cite('services', '/kubelet'), running);
}

/** Whether nothing of a kubelet is there: no process, no service, no program. */
export function notInstalled(
  services: Services,
  processes: Processes,
  versions: Versions,
): Decision<'nothing' | 'something'> {
  if (versions.kubelet === undefined || versions.rke2 === undefined) return undecided(cite('services', '/kubelet'));
  const programs = versions.kubelet !== null || versions.rke2;
  const nothing = processes.counts.kubelet === 0 && services.kubelet === null && !programs;
  return because(
    nothing ? 'nothing' : 'something',
    cite('processes', '/counts/kubelet'),
    cite('services', '/kubelet'),
    cite('component-versions', '/kubelet'),
    cite('component-versions', '/rke2'),
  );
}

/** What a kubelet that cannot start says last stands within ten minutes of the end of its log, or, without times, in its last 300 lines. */
const SECONDS = 600;
const LINES = 300;

/** Seconds between two moments as klog writes them: without a year, so that December and January are far apart. */
function secondsBetween(one: string, other: string): number {
  const moment = (text: string): number => Date.parse(`2024-${text.replace(' ', 'T').slice(0, 14)}Z`);
  return Math.abs(moment(one) - moment(other)) / 1000;
}

/** The last hit of these rules in a log of the kubelet that is no history: the kubelet said hardly anything after it. */
function lastWord(logs: Logs | undefined, rules: ReadonlyArray<Logs['hits'][number]['rule']>): number | null {
  const recent = (logs?.hits ?? []).flatMap(({ rule, path, line, time }, at) => {
    if (!rules.includes(rule) || !/kubelet/i.test(path)) return [];
    const end = logs?.ends.find((each) => each.path === path);
    if (!end) return [];
    const near =
      time !== null && end.time !== null ? secondsBetween(time, end.time) <= SECONDS : end.lines - line <= LINES;
    return near ? [{ at, line }] : [];
  });
  return recent.sort((a, b) => b.line - a.line)[0]?.at ?? null;
}

type Why = 'runs' | 'disabled' | 'unknown-flag' | 'config' | 'bootstrap' | 'port' | 'no-pipe' | 'ended';

const RULES = ['unknown-flag', 'kubelet-failed', 'port-taken', 'no-pipe'] as const;

/** Why the kubelet's service does not run, by its last words; without any it simply ended, or was stopped. */
export function kubeletWhy(services: Services, processes: Processes, logs: Logs | undefined): Decision<Why> {
  const { kubelet } = services;
  if (processes.counts.kubelet > 0) return because('runs', cite('processes', '/counts/kubelet'));
  if (!kubelet) return undecided(cite('services', '/kubelet'));
  if (kubelet.mode === 'Disabled') return because('disabled', cite('services', '/kubelet/mode'));
  const state = cite('services', '/kubelet/state');
  const at = lastWord(logs, RULES);
  const hit = at === null ? undefined : logs?.hits[at];
  if (!hit) return because('ended', state, cite('services', '/kubelet/exit'));
  return because(kindOf(hit.rule, hit.text), cite('log-scan', `/hits/${at}/text`), state);
}

function kindOf(rule: string, text: string): Why {
  if (rule === 'unknown-flag') return 'unknown-flag';
  if (rule === 'port-taken' || /:10250: bind/i.test(text)) return 'port';
  if (/bootstrap kubeconfig/i.test(text)) return 'bootstrap';
  if (/kubelet config file/i.test(text)) return 'config';
  return rule === 'no-pipe' || /containerd-containerd|validate service connection/i.test(text) ? 'no-pipe' : 'ended';
}

export function registration({ registered }: Registered): Decision<'there' | 'missing'> {
  const place = cite('node-registered', '/registered');
  return because(registered ? 'there' : 'missing', place, cite('node-registered', '/name'));
}

/** Characters of a computer's NetBIOS name, which the variable COMPUTERNAME holds. */
const NETBIOS = 15;

/** Whether the kubelet's certificate is of the name under which the kubelet acts. */
export function identity(certs: Certs, { name }: Registered): Decision<'same' | 'truncated' | 'other'> {
  const at = certs.client.findIndex(({ subject }) => subject.includes('CN=system:node:'));
  const own = /CN=system:node:([A-Za-z0-9.-]+)/.exec(certs.client[at]?.subject ?? '')?.[1];
  if (own === undefined) return undecided();
  const places = [cite('certs', `/client/${at}/subject`), cite('node-registered', '/name')] as const;
  if (own === name) return because('same', ...places);
  return because(name.length === NETBIOS && own.startsWith(name) ? 'truncated' : 'other', ...places);
}
