import { WITHOUT_ENDPOINTS } from '../../consequences';
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
import { lostEndpoints } from '../../probes/lost-endpoints';
import { ownerOf } from '../../probes/owner-of';
import { defineSymptom, step } from '../../typed';
import { proxyName } from './name';
import { recognise } from './recognise';

type Processes = EvidenceOf<(typeof probes)['processes']>;
type Services = EvidenceOf<(typeof probes)['services']>;
type Parents = EvidenceOf<(typeof probes)['process-parents']>;
type Pods = EvidenceOf<(typeof probes)['pods-here']>;
type Endpoints = EvidenceOf<(typeof probes)['hns-endpoints']>;
type HnsProcess = EvidenceOf<(typeof probes)['hns-process']>;

/** What owns each of several kube-proxy processes. */
function secondProxy(
  { list }: Processes,
  services: Services,
  parents: Parents | undefined,
): Decision<'one' | 'bare' | 'installed-twice'> {
  const all = list.flatMap((process, index) =>
    process.name === 'kube-proxy'
      ? [{ owner: ownerOf(process, [services.kubeproxy, services['kube-proxy']], parents), index }]
      : [],
  );
  const count = cite('processes', '/counts/kubeProxy');
  if (all.length < 2) return because('one', count);
  const bare = all.find(({ owner }) => owner === 'nobody');
  if (bare) return because('bare', cite('processes', `/list/${bare.index}/processId`), count);
  if (all.some(({ owner }) => owner === null)) return undecided(count);
  return because('installed-twice', count, ...all.map(({ index }) => cite('processes', `/list/${index}/path`)));
}

/** Whether HNS still has an endpoint for every pod that runs. */
function podEndpoints(pods: Pods, endpoints: Endpoints): Decision<'kept' | 'lost'> {
  const [lost] = lostEndpoints(pods, endpoints);
  const held = cite('hns-endpoints', '/localPodEndpoints');
  return lost === undefined
    ? because('kept', held, cite('pods-here', '/localRunning'))
    : because('lost', cite('pods-here', `/pods/${lost}/ip`), cite('pods-here', `/pods/${lost}/name`), held);
}

/** Whether HNS was started anew after kube-proxy: what it held for running pods is gone then. */
function hnsRestarted({ process }: HnsProcess, { list }: Processes): Decision<'restarted' | 'not'> {
  const at = list.findIndex(({ name }) => name === 'kube-proxy');
  const proxy = list[at]?.start ?? null;
  const start = process?.start ?? null;
  if (start === null || proxy === null) return undecided();
  const later = Date.parse(start) > Date.parse(proxy);
  return because(
    later ? 'restarted' : 'not',
    cite('hns-process', '/process/start'),
    cite('processes', `/list/${at}/start`),
  );
}

/** S10: running pods lose their adapters and HNS endpoints, mostly since kube-proxy acts for a node of another name. */
export const vnicsEndpointsDeleted = defineSymptom({
  id: 'vnics-endpoints-deleted',
  code: 'S10',
  anchor: 'after-some-time-vnics-and-hns-endpoints-of-containers-are-being-deleted',
  group: 'pods',
  example: 'Local endpoint not found: on network',
  recognise,
  first: 'kube-proxy',
  steps: {
    'kube-proxy': step({
      probes: ['processes'],
      decide: ({ processes: { counts } }) => {
        const count = cite('processes', '/counts/kubeProxy');
        return because(counts.kubeProxy === 0 ? 'none' : counts.kubeProxy === 1 ? 'one' : 'several', count);
      },
      answers: { none: goTo('endpoints'), one: goTo('name'), several: goTo('second') },
      unsure: goTo('name'),
    }),
    second: step({
      probes: ['processes', 'services'],
      also: ['process-parents'],
      decide: (evidence) => secondProxy(evidence.processes, evidence.services, evidence['process-parents']),
      answers: {
        one: goTo('name'),
        bare: conclude('kube-proxy-second-bare', 'confirmed'),
        'installed-twice': conclude('kube-proxy-installed-twice', 'confirmed'),
      },
      unsure: conclude('kube-proxy-second-bare', 'likely'),
    }),
    name: step({
      probes: ['processes', 'os-build'],
      also: ['node-object', 'certs', 'component-config'],
      decide: proxyName,
      answers: {
        same: goTo('endpoints'),
        missing: conclude('override-missing', 'confirmed'),
        truncated: conclude('override-truncated', 'confirmed'),
        fqdn: conclude('override-fqdn', 'confirmed'),
        other: conclude('override-other-name', 'confirmed'),
        case: conclude('override-case', 'likely'),
      },
      unsure: goTo('endpoints-unconfirmed'),
    }),
    // A name that nobody knows may yet be wrong.
    'endpoints-unconfirmed': step({
      probes: ['hns-endpoints', 'pods-here'],
      decide: (evidence) => podEndpoints(evidence['pods-here'], evidence['hns-endpoints']),
      answers: { kept: unknown, lost: goTo('hns-restart') },
      unsure: unknown,
    }),
    endpoints: step({
      probes: ['hns-endpoints', 'pods-here'],
      decide: (evidence) => podEndpoints(evidence['pods-here'], evidence['hns-endpoints']),
      answers: { kept: ruledOut, lost: goTo('hns-restart') },
      unsure: unknown,
    }),
    'hns-restart': step({
      probes: ['hns-process', 'processes'],
      decide: (evidence) => hnsRestarted(evidence['hns-process'], evidence.processes),
      answers: { restarted: conclude('endpoints-lost-with-hns', 'likely'), not: unknown },
      unsure: unknown,
    }),
  },
  causes: {
    'kube-proxy-second-bare': { remediations: ['remove-second-kube-proxy'], explains: WITHOUT_ENDPOINTS },
    'kube-proxy-installed-twice': { remediations: ['remove-second-kube-proxy'], explains: WITHOUT_ENDPOINTS },
    'override-missing': { remediations: ['set-kube-proxy-name'], explains: WITHOUT_ENDPOINTS },
    'override-truncated': { remediations: ['set-kube-proxy-name'], explains: WITHOUT_ENDPOINTS },
    'override-fqdn': { remediations: ['set-kube-proxy-name'], explains: WITHOUT_ENDPOINTS },
    'override-other-name': { remediations: ['set-kube-proxy-name'], explains: WITHOUT_ENDPOINTS },
    'override-case': { remediations: ['set-kube-proxy-name'] },
    'endpoints-lost-with-hns': {
      remediations: ['recreate-pods', 'restart-kube-proxy'],
      explains: ['lb-missing', 'lb-incomplete', ...WITHOUT_ENDPOINTS],
    },
  },
  pageCommands: {
    'second-kube-proxy': {
      command: 'C:\\k\\kube-proxy.exe --hostname-override=$(hostname)',
      instead: [
        'kubectl get nodes -o wide',
        'Get-CimInstance Win32_Process -Filter "Name=\'kube-proxy.exe\'" | Select-Object ProcessId, CommandLine',
      ],
    },
  },
});
