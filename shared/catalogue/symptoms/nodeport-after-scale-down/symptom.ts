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
import type { clusterServices } from '../../probes/cluster-services';
import type { hnsEndpoints } from '../../probes/hns-endpoints';
import type { hnsLoadbalancers } from '../../probes/hns-loadbalancers';
import type { nodeObject } from '../../probes/node-object';
import { defineSymptom, step } from '../../typed';
import { nodePortEntries, withoutLocalBackend } from '../local-nodeport/node-ports';
import { recognise } from './recognise';

const SERVER_2019 = 17763;
/** States of an endpoint: one of the host can be attached as well, but only a pod's is shared by containers. */
const ATTACHED = 2;
const ATTACHED_SHARING = 3;

interface PolicyEvidence {
  readonly 'cluster-services': EvidenceOf<typeof clusterServices>;
  readonly 'hns-loadbalancers': EvidenceOf<typeof hnsLoadbalancers>;
  readonly 'hns-endpoints': EvidenceOf<typeof hnsEndpoints>;
  readonly 'node-object': EvidenceOf<typeof nodeObject> | undefined;
}

function trafficPolicy(evidence: PolicyEvidence): Decision<'local' | 'local-by-hns' | 'cluster'> {
  const { 'cluster-services': services, 'hns-endpoints': endpoints, 'node-object': node } = evidence;
  const told = services.backends !== null && node !== undefined;
  // Load balancers without any endpoint to refer to are left over from a network that is gone.
  if (!told && endpoints.endpoints.length === 0) return undecided(cite('hns-endpoints', '/endpoints'));
  const [first] = withoutLocalBackend(services, evidence['hns-loadbalancers'], endpoints, node);
  const held = told
    ? [cite('cluster-services', '/backends'), cite('node-object', '/name')]
    : [cite('hns-loadbalancers', '/count'), cite('hns-endpoints', '/localPodEndpoints')];
  if (first === undefined) return because('cluster', cite('cluster-services', '/nodePorts'), ...held);
  const policy = cite('cluster-services', `/nodePorts/${first}/localPolicy`);
  const rest = [cite('cluster-services', `/nodePorts/${first}/service`), ...held];
  // HNS alone holds no less where kube-proxy could not make what the Service needs.
  return because(told || endpoints.localPodEndpoints === 0 ? 'local' : 'local-by-hns', policy, ...rest);
}

/** NodePorts through the node fail since its last pod is gone. */
export const nodeportAfterScaleDown = defineSymptom({
  id: 'nodeport-after-scale-down',
  code: 'S09',
  anchor: 'my-windows-node-stops-routing-thourgh-nodeports-after-i-scaled-down-my-pods',
  group: 'services',
  example: 'Endpoint information not available for service, not applying any policy',
  recognise,
  first: 'entry',
  steps: {
    entry: step({
      probes: ['cluster-services', 'hns-loadbalancers'],
      also: ['node-object'],
      decide: (evidence) =>
        nodePortEntries(evidence['cluster-services'], evidence['hns-loadbalancers'], evidence['node-object']),
      answers: {
        present: goTo('local-pods'),
        missing: continueAt('lb-plumbed-inconsistently', 'blocks'),
        none: ruledOut,
      },
      unsure: goTo('local-pods'),
    }),
    // The other NodePort symptom comes in here and at `policy`: nothing from here on may lead to it.
    'local-pods': step({
      probes: ['hns-endpoints'],
      also: ['hns-networks', 'pods-here'],
      decide: ({ 'hns-endpoints': { endpoints, localPodEndpoints }, 'hns-networks': hns, 'pods-here': pods }) => {
        const apart = new Set((hns?.networks ?? []).filter(({ type }) => type === 'nat').map(({ name }) => name));
        const here = endpoints.findIndex(({ remote, state, network, containers }) => {
          const ofPod = state === ATTACHED_SHARING || (state === ATTACHED && containers > 0);
          return ofPod && !remote && !apart.has(network);
        });
        const none = localPodEndpoints === 0 ? '/localPodEndpoints' : '/endpoints';
        const seen = cite('hns-endpoints', here < 0 ? none : `/endpoints/${here}/state`);
        if (!pods) return because(here < 0 ? 'none' : 'some', seen);
        const listed = cite('pods-here', '/localRunning');
        if (here < 0 && pods.localRunning > 0) return because('lost', listed, seen);
        // Endpoints that outlived their pods serve nothing.
        if (here >= 0 && pods.localRunning === 0) return undecided(seen, listed);
        return because(here < 0 ? 'none' : 'some', seen, listed);
      },
      answers: {
        none: goTo('backends'),
        some: goTo('policy'),
        lost: continueAt('vnics-endpoints-deleted', 'kube-proxy'),
      },
      unsure: goTo('policy-unconfirmed'),
    }),
    backends: step({
      probes: ['hns-loadbalancers', 'hns-endpoints'],
      decide: ({ 'hns-loadbalancers': { loadBalancers }, 'hns-endpoints': { endpoints } }) => {
        // Few balancers have a node port, and a busy node has tens of thousands of endpoints.
        const named = new Set(loadBalancers.flatMap((entry) => (entry.nodePort ? entry.endpoints : [])));
        const remote = endpoints.findIndex((endpoint) => endpoint.remote && named.has(endpoint.id));
        const found = endpoints[remote];
        if (!found)
          return because('no-remote', cite('hns-loadbalancers', '/loadBalancers'), cite('hns-endpoints', '/endpoints'));
        const at = loadBalancers.findIndex((entry) => entry.nodePort && entry.endpoints.includes(found.id));
        return because(
          'remote',
          cite('hns-loadbalancers', `/loadBalancers/${at}/externalPort`),
          cite('hns-endpoints', `/endpoints/${remote}/ip`),
        );
      },
      answers: { remote: goTo('needed'), 'no-remote': goTo('policy-unconfirmed') },
      unsure: goTo('policy-unconfirmed'),
    }),
    needed: step({
      probes: ['node-object'],
      decide: ({ 'node-object': { unschedulable } }) => {
        const told = cite('node-object', '/unschedulable');
        return unschedulable ? because('drained', told) : undecided(told);
      },
      // Of a node that somebody has drained nobody expects anything until pods come back.
      answers: { needed: goTo('build'), 'not-needed': conclude('node-not-needed', 'confirmed'), drained: ruledOut },
      unsure: goTo('build'),
    }),
    build: step({
      probes: ['os-build', 'hns-endpoints'],
      also: ['pods-here'],
      decide: ({ 'os-build': { build }, 'pods-here': pods }) => {
        const none = cite('hns-endpoints', '/localPodEndpoints');
        const running = cite('os-build', '/build');
        // Pods may be here whose endpoints were lost.
        if (!pods) return undecided(none, running);
        return because(build <= SERVER_2019 ? 'known' : 'newer', none, running);
      },
      answers: { known: conclude('no-local-pods', 'confirmed'), newer: conclude('no-local-pods', 'likely') },
      unsure: conclude('no-local-pods', 'likely'),
    }),
    policy: step({
      probes: ['cluster-services', 'hns-loadbalancers', 'hns-endpoints'],
      also: ['node-object'],
      decide: trafficPolicy,
      answers: {
        local: conclude('etp-local-no-backend', 'confirmed'),
        'local-by-hns': conclude('etp-local-no-backend', 'likely'),
        cluster: ruledOut,
      },
      unsure: unknown,
    }),
    'policy-unconfirmed': step({
      probes: ['cluster-services', 'hns-loadbalancers', 'hns-endpoints'],
      also: ['node-object'],
      decide: trafficPolicy,
      answers: {
        local: conclude('etp-local-no-backend', 'confirmed'),
        // Endpoints that outlived their pods tell nothing of what serves a Service.
        'local-by-hns': unknown,
        cluster: unknown,
      },
      unsure: unknown,
    }),
  },
  causes: {
    'no-local-pods': { remediations: ['keep-one-pod'], explains: ['node-port-by-design'] },
    'node-not-needed': { remediations: [], byDesign: true, explains: ['node-port-by-design'] },
    'etp-local-no-backend': { remediations: [], byDesign: true },
  },
});
