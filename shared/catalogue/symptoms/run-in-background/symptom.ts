import {
  because,
  cite,
  conclude,
  type Decision,
  type EvidenceOf,
  goTo,
  ruledOut,
  undecided,
  unknown,
} from '../../define';
import type { probes } from '../../probes';
import { ownerOf } from '../../probes/owner-of';
import { defineSymptom, step } from '../../typed';
import { recognise } from './recognise';

type Processes = EvidenceOf<(typeof probes)['processes']>;
type Services = EvidenceOf<(typeof probes)['services']>;
type Parents = EvidenceOf<(typeof probes)['process-parents']>;
type Build = EvidenceOf<(typeof probes)['os-build']>;
type Recovery = EvidenceOf<(typeof probes)['service-recovery']>;

/** The programs of the page, and the services that run them where services do. */
const PROGRAMS = { kubelet: ['kubelet'], 'kube-proxy': ['kubeproxy', 'kube-proxy'], flanneld: ['flanneld'] } as const;
/** Services that a node needs from the start of Windows on. HNS and the compute service start on demand. */
const NEEDED = ['containerd', 'docker', 'kubelet', 'kubeproxy', 'kube-proxy', 'flanneld', 'rke2'] as const;
/** What starts within ten minutes of Windows was not started by a person: nobody signs in to a node so soon at each boot. */
const WITH_WINDOWS = 600_000;

/** Places of the processes that neither a service nor a pod keeps. */
function unowned({ list }: Processes, services: Services, parents: Parents | undefined): readonly number[] {
  return list.flatMap((process, index) => {
    const names = Object.entries(PROGRAMS).find(([program]) => program === process.name)?.[1];
    if (!names) return [];
    const own = names.map((name) => services[name]);
    // Between a service and its program there may be a script.
    if (own.some((service) => service?.state === 'Running')) return [];
    return ownerOf(process, own, parents) === 'nobody' ? [index] : [];
  });
}

function owner(processes: Processes, services: Services, parents: Parents | undefined) {
  const loose = unowned(processes, services, parents);
  const person = loose.find((at) => (processes.list[at]?.session ?? 0) > 0);
  if (person !== undefined)
    return because('person', cite('processes', `/list/${person}/session`), cite('processes', `/list/${person}/name`));
  const [first] = loose;
  if (first !== undefined) {
    const known = processes.list[first]?.session === 0;
    const place = cite('processes', `/list/${first}/session`);
    return known ? because('nobody', place, cite('processes', `/list/${first}/parentId`)) : undecided(place);
  }
  return because('kept', cite('processes', '/counts'), ...(parents ? [cite('process-parents', '/processes')] : []));
}

/** Whether what nobody keeps was started with Windows, as a scheduled task does. */
function startedWith(
  processes: Processes,
  services: Services,
  parents: Parents | undefined,
  { boot }: Build,
): Decision<'windows' | 'hand'> {
  const loose = unowned(processes, services, parents);
  const late = loose.find((at) => {
    const start = processes.list[at]?.start ?? null;
    return start === null || boot === null || Date.parse(start) - Date.parse(boot) > WITH_WINDOWS;
  });
  const at = late ?? loose[0];
  if (at === undefined) return undecided();
  const places = [cite('processes', `/list/${at}/start`), cite('os-build', '/boot')] as const;
  const { start } = processes.list[at] ?? {};
  if (typeof start !== 'string' || boot === null) return undecided();
  return because(late === undefined ? 'windows' : 'hand', ...places);
}

/** Whether a kubelet or kube-proxy that Windows itself runs as a service is told so. */
function serviceFlag(recovery: Recovery, services: Services): Decision<'missing' | 'fits'> {
  for (const name of ['kubelet', 'kubeproxy', 'kube-proxy'] as const) {
    const facts = recovery[name];
    if (!facts?.path || facts.nssm !== false || services[name]?.state === 'Running') continue;
    if (/\bkube(?:let|-proxy)\.exe/i.test(facts.path) && facts.windowsService === false)
      return because('missing', cite('service-recovery', `/${name}/path`), cite('services', `/${name}/state`));
  }
  return because('fits', cite('service-recovery', '/kubelet'));
}

function startMode(services: Services): Decision<'by-hand' | 'automatic' | 'none'> {
  const name = NEEDED.find((each) => services[each] !== null && services[each].mode !== 'Auto');
  if (name) return because('by-hand', cite('services', `/${name}/mode`));
  const there = NEEDED.find((each) => services[each] !== null);
  return there
    ? because('automatic', cite('services', `/${there}/mode`))
    : because('none', cite('services', '/kubelet'));
}

function serviceStates(services: Services): Decision<'throttled' | 'stopped' | 'running'> {
  const paused = NEEDED.find((each) => services[each]?.state === 'Paused');
  if (paused) return because('throttled', cite('services', `/${paused}/state`), cite('services', `/${paused}/path`));
  const down = NEEDED.find((each) => services[each] !== null && services[each].state !== 'Running');
  if (down) return because('stopped', cite('services', `/${down}/state`));
  const up = NEEDED.find((each) => services[each] !== null);
  return because('running', cite('services', up ? `/${up}/state` : '/kubelet'));
}

/** S02: kubelet, kube-proxy and flanneld end when somebody logs off, or are not there after a restart of Windows. */
export const runInBackground = defineSymptom({
  id: 'run-in-background',
  code: 'S02',
  anchor: 'can-i-configure-to-run-all-of-this-in-the-background',
  group: 'node',
  example: 'Unexpected status SERVICE_PAUSED in response to START control.',
  recognise,
  first: 'owner',
  steps: {
    owner: step({
      probes: ['processes', 'services'],
      also: ['process-parents'],
      decide: (evidence) => owner(evidence.processes, evidence.services, evidence['process-parents']),
      answers: { person: goTo('managed'), nobody: goTo('starter'), kept: goTo('service-flag') },
      unsure: goTo('service-flag'),
    }),
    managed: step({
      probes: [],
      answers: { managed: conclude('interactive-managed', 'likely'), own: goTo('session') },
      unsure: goTo('session'),
    }),
    session: step({
      probes: ['processes', 'services'],
      also: ['process-parents'],
      decide: (evidence) => owner(evidence.processes, evidence.services, evidence['process-parents']),
      answers: { person: conclude('interactive', 'confirmed'), nobody: goTo('starter'), kept: goTo('service-flag') },
      unsure: unknown,
    }),
    starter: step({
      probes: ['processes', 'services', 'os-build'],
      also: ['process-parents'],
      decide: (evidence) =>
        startedWith(evidence.processes, evidence.services, evidence['process-parents'], evidence['os-build']),
      answers: {
        windows: goTo('service-flag'),
        task: goTo('service-flag'),
        hand: conclude('not-started-with-windows', 'likely'),
      },
      unsure: goTo('service-flag'),
    }),
    'service-flag': step({
      probes: ['service-recovery', 'services'],
      decide: (evidence) => serviceFlag(evidence['service-recovery'], evidence.services),
      answers: { missing: conclude('service-flag-missing', 'confirmed'), fits: goTo('start-mode') },
      unsure: goTo('start-mode'),
    }),
    'start-mode': step({
      probes: ['services'],
      decide: ({ services }) => startMode(services),
      answers: {
        'by-hand': conclude('not-automatic', 'likely'),
        automatic: goTo('state'),
        none: goTo('state'),
      },
      unsure: goTo('state'),
    }),
    state: step({
      probes: ['services'],
      decide: ({ services }) => serviceStates(services),
      answers: { throttled: conclude('service-throttled', 'confirmed'), stopped: unknown, running: ruledOut },
      unsure: unknown,
    }),
  },
  causes: {
    interactive: { remediations: ['register-services'] },
    'interactive-managed': { remediations: ['register-services'] },
    'not-started-with-windows': { remediations: ['register-services'] },
    'service-flag-missing': {
      remediations: ['add-service-flag'],
      explains: ['kubelet-not-running', 'kube-proxy-absent'],
    },
    'not-automatic': { remediations: ['start-automatically'] },
    'service-throttled': { remediations: [], explains: ['kube-proxy-absent', 'flanneld-service-stopped'] },
  },
});
