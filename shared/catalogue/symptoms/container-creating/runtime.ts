import { because, cite, type Decision, type EvidenceOf, undecided } from '../../define';
import type { probes } from '../../probes';
import { isHistory } from '../history';

type Services = EvidenceOf<(typeof probes)['services']>;
type Processes = EvidenceOf<(typeof probes)['processes']>;
type Runtime = EvidenceOf<(typeof probes)['runtime']>;
type Logs = EvidenceOf<(typeof probes)['log-scan']>;
type Build = EvidenceOf<(typeof probes)['os-build']>;

/** Exit codes of a service that was stopped, or never started, on purpose. */
const ORDERLY = new Set<number | null>([null, 0, 1077]);

/** Whether the container runtime runs. */
export function runtimeService(
  services: Services,
  runtime: Runtime | undefined,
): Decision<'runs' | 'stopped' | 'crashed' | 'no-pipe'> {
  const name = services.containerd ? 'containerd' : 'docker';
  const service = services[name];
  if (!service)
    return services.rke2?.state === 'Running' ? because('runs', cite('services', '/rke2/state')) : undecided();
  const state = cite('services', `/${name}/state`);
  if (service.state === 'Running') {
    return name === 'containerd' && runtime?.pipe === false
      ? because('no-pipe', cite('runtime', '/pipe'), state)
      : because('runs', state);
  }
  if (service.state !== 'Stopped') return undecided(state);
  return because(ORDERLY.has(service.exit) ? 'stopped' : 'crashed', state, cite('services', `/${name}/exit`));
}

/** Whether containerd said, when it last tried to start, that it cannot read its configuration. */
export function runtimeConfig(logs: Logs | undefined, build: Build | undefined): Decision<'broken' | 'fine'> {
  const at =
    logs?.hits.findIndex(
      (hit) => hit.rule === 'config-broken' && /containerd/i.test(hit.path) && !isHistory(hit, build),
    ) ?? -1;
  return at < 0 ? undecided() : because('broken', cite('log-scan', `/hits/${at}/text`));
}

/** How the container runtime that is not there ended. */
export function runtimeExit(
  services: Services,
  runtime: Runtime | undefined,
): Decision<'unexpected' | 'orderly' | 'runs'> {
  const state = runtimeService(services, runtime);
  if (state.kind !== 'because') return state;
  if (state.answer === 'no-pipe' || state.answer === 'runs') return { ...state, answer: 'runs' };
  return { ...state, answer: state.answer === 'stopped' ? 'orderly' : 'unexpected' };
}

/** Whether the kubelet runs: as a service, as a bare process, or as a child of RKE2. */
export function kubeletRuns(services: Services, processes: Processes): Decision<'runs' | 'stopped' | 'no-service'> {
  const running = cite('processes', '/counts/kubelet');
  if (processes.counts.kubelet > 0) return because('runs', running);
  if (!services.kubelet) return because('no-service', running, cite('services', '/kubelet'));
  const state = cite('services', '/kubelet/state');
  return services.kubelet.state === 'Running' ? undecided(state, running) : because('stopped', state, running);
}

/** The image that new sandboxes are made of, as containerd's configuration or a kubelet of the docker era names it. */
export function sandboxImage(runtime: Runtime, processes: Processes | undefined): Decision<'set' | 'old' | 'unset'> {
  if (runtime.config) {
    const { sandboxImage: set } = runtime.config;
    // containerd's own default holds.
    if (!set) return because('set', cite('runtime', '/config/sandboxImage'));
    return because(named(set.value), cite('runtime', '/config/sandboxImage/value'));
  }
  const at =
    processes?.list.findIndex(
      ({ name, flags }) => name === 'kubelet' && flags?.['pod-infra-container-image'] !== undefined,
    ) ?? -1;
  const flag = processes?.list[at]?.flags?.['pod-infra-container-image'];
  return flag === undefined
    ? undecided()
    : because(named(flag), cite('processes', `/list/${at}/flags/pod-infra-container-image`));
}

function named(image: string): 'set' | 'old' | 'unset' {
  if (image.trim() === '') return 'unset';
  return /(?:^|\/)kubeletwin\/pause(?:[:@]|$)/.test(image) ? 'old' : 'set';
}
