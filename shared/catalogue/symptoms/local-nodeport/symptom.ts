import {
  because,
  cite,
  conclude,
  continueAt,
  type Decision,
  type EvidenceOf,
  goTo,
  ruledOut,
  undecided,
  unknown,
} from '../../define';
import type { osBuild } from '../../probes/os-build';
import { defineSymptom, step } from '../../typed';
import { nodePortEntries, noneMissing, ownReach, whyMissing, withoutLocalBackend } from './node-ports';
import { recognise } from './recognise';

const SERVER_2019 = 17763;
/** From this revision on, Windows Server 2019 can reach NodePorts on itself. */
const LOCAL_NODEPORT_UBR = 1432;

function windowsAge({ build, ubr }: EvidenceOf<typeof osBuild>): Decision<'too-old' | 'update-missing' | 'current'> {
  if (build < SERVER_2019) return because('too-old', cite('os-build', '/build'));
  const answer = build === SERVER_2019 && ubr < LOCAL_NODEPORT_UBR ? 'update-missing' : 'current';
  return because(answer, cite('os-build', '/build'), cite('os-build', '/ubr'));
}

/** The node cannot reach a NodePort on itself. */
export const localNodeport = defineSymptom({
  id: 'local-nodeport',
  code: 'S08',
  anchor: 'my-windows-node-cannot-access-a-nodeport-service',
  group: 'services',
  example: 'curl: (7) Failed to connect to 10.127.130.38 port 31080: Connection refused',
  recognise,
  first: 'entry',
  steps: {
    entry: step({
      probes: ['cluster-services', 'hns-loadbalancers'],
      also: ['node-object'],
      decide: (evidence) =>
        nodePortEntries(evidence['cluster-services'], evidence['hns-loadbalancers'], evidence['node-object']),
      answers: {
        present: goTo('listener'),
        missing: continueAt('lb-plumbed-inconsistently', 'blocks'),
        none: ruledOut,
      },
      unsure: goTo('listener'),
    }),
    // Where the symptom of missing load balancers comes back to: nothing from here on may lead to it.
    'missing-why': step({
      probes: ['hns-loadbalancers', 'processes'],
      also: ['hns-process', 'cluster-services', 'node-object'],
      decide: (evidence) =>
        noneMissing(evidence['cluster-services'], evidence['hns-loadbalancers'], evidence['node-object']) ??
        whyMissing(evidence['hns-loadbalancers'], evidence.processes, evidence['hns-process']),
      answers: {
        'hns-restarted': conclude('lb-missing', 'confirmed'),
        'no-kube-proxy': continueAt('node-bring-up-check', 'source-vip'),
        'all-gone': conclude('lb-missing', 'likely'),
        'some-gone': conclude('lb-incomplete', 'likely'),
        there: goTo('listener'),
      },
      unsure: goTo('listener'),
    }),
    listener: step({
      probes: ['cluster-services', 'ports'],
      also: ['processes'],
      decide: ({ 'cluster-services': services, ports: { nodePortListeners }, processes }) => {
        const proxies = (processes?.list ?? [])
          .filter(({ name }) => name === 'kube-proxy')
          .map(({ processId }) => processId);
        const own = new Set<number | null>(proxies);
        for (const [at, listener] of nodePortListeners.entries()) {
          const used = services.nodePorts.findIndex(
            ({ nodePort, protocol }) => nodePort === listener.port && protocol === 'TCP',
          );
          if (used < 0 || own.has(listener.processId)) continue;
          return because(
            'conflict',
            cite('ports', `/nodePortListeners/${at}`),
            cite('cluster-services', `/nodePorts/${used}`),
          );
        }
        return because('free', cite('ports', '/nodePortListeners'), cite('cluster-services', '/nodePorts'));
      },
      answers: { conflict: conclude('node-port-listener-conflict', 'confirmed'), free: goTo('local-reach') },
      unsure: goTo('local-reach'),
    }),
    'local-reach': step({
      probes: [],
      also: ['peer-reach', 'cluster-services', 'hns-loadbalancers', 'hns-endpoints', 'node-object'],
      decide: ownReach,
      answers: { works: goTo('localhost'), fails: goTo('drained') },
      unsure: goTo('build-floor'),
    }),
    // Windows hands NodePorts on only as long as a pod is here, and of a drained node nobody expects it.
    drained: step({
      probes: ['node-object', 'hns-endpoints'],
      decide: ({ 'node-object': { unschedulable }, 'hns-endpoints': { localPodEndpoints } }) =>
        because(
          unschedulable && localPodEndpoints === 0 ? 'drained' : 'in-service',
          cite('node-object', '/unschedulable'),
          cite('hns-endpoints', '/localPodEndpoints'),
        ),
      answers: { drained: ruledOut, 'in-service': goTo('remote') },
      unsure: goTo('remote'),
    }),
    localhost: step({
      probes: [],
      answers: { localhost: conclude('node-port-localhost', 'confirmed'), 'node-ip': ruledOut },
      unsure: ruledOut,
    }),
    'build-floor': step({
      probes: ['os-build'],
      decide: (evidence) => windowsAge(evidence['os-build']),
      answers: {
        'too-old': conclude('windows-too-old', 'likely'),
        'update-missing': goTo('seen-failing'),
        current: unknown,
      },
      unsure: unknown,
    }),
    // What a build cannot do is a fault only where somebody misses it.
    'seen-failing': step({
      probes: [],
      answers: { fails: conclude('node-port-old-build', 'likely'), works: ruledOut },
      unsure: unknown,
    }),
    remote: step({
      probes: [],
      answers: { works: goTo('build'), fails: continueAt('nodeport-after-scale-down', 'local-pods') },
      unsure: goTo('policy'),
    }),
    build: step({
      probes: ['os-build'],
      decide: (evidence) => windowsAge(evidence['os-build']),
      answers: {
        'too-old': conclude('windows-too-old', 'confirmed'),
        'update-missing': conclude('node-port-old-build', 'confirmed'),
        current: conclude('node-port-by-design', 'confirmed'),
      },
      unsure: unknown,
    }),
    policy: step({
      probes: ['cluster-services', 'hns-loadbalancers', 'hns-endpoints'],
      also: ['node-object'],
      decide: (evidence) => {
        const { 'cluster-services': services, 'hns-loadbalancers': balancers, 'hns-endpoints': endpoints } = evidence;
        const lacking = withoutLocalBackend(services, balancers, endpoints, evidence['node-object']);
        const [first] = lacking;
        if (first === undefined)
          return because('served', cite('cluster-services', '/nodePorts'), cite('hns-endpoints', '/endpoints'));
        const citation = cite('cluster-services', `/nodePorts/${first}/localPolicy`);
        // Only the person knows which Service was called.
        return lacking.length === services.nodePorts.length ? because('local', citation) : undecided(citation);
      },
      answers: { local: continueAt('nodeport-after-scale-down', 'policy'), served: goTo('build-unconfirmed') },
      unsure: goTo('build-unconfirmed'),
    }),
    'build-unconfirmed': step({
      probes: ['os-build'],
      decide: (evidence) => windowsAge(evidence['os-build']),
      answers: {
        'too-old': conclude('windows-too-old', 'likely'),
        'update-missing': conclude('node-port-old-build', 'likely'),
        current: conclude('node-port-by-design', 'likely'),
      },
      unsure: unknown,
    }),
  },
  causes: {
    'lb-missing': { remediations: ['restart-kube-proxy'], explains: ['lb-incomplete'] },
    'lb-incomplete': { remediations: ['restart-kube-proxy'] },
    'node-port-listener-conflict': { remediations: [] },
    'windows-too-old': { remediations: [] },
    'node-port-old-build': { remediations: ['update-windows'] },
    'node-port-by-design': { remediations: [], byDesign: true },
    'node-port-localhost': { remediations: [], byDesign: true },
  },
});
