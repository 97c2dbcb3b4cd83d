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
import type { probes } from '../../probes';
import { defineSymptom, step } from '../../typed';
import { clusterEntries } from '../lb-plumbed-inconsistently/balancers';
import { recognise } from './recognise';

/** Whether this node reaches Pods behind Services directly. A refused connection has found its way as well. */
function backendReach({ results }: EvidenceOf<(typeof probes)['peer-reach']>): Decision<'reached' | 'not-reached'> {
  const tried = results.flatMap(({ role, connection }, index) =>
    role === 'backend' && connection !== null
      ? [{ connection, place: cite('peer-reach', `/results/${index}/connection`) }]
      : [],
  );
  const reached = tried.find(({ connection }) => connection === 'connected' || connection === 'refused');
  if (reached) return because('reached', reached.place);
  const [first, ...rest] = tried;
  return first ? because('not-reached', first.place, ...rest.map(({ place }) => place)) : undecided();
}

/**
 * S17: the node itself does not reach Services by their ClusterIP. Windows never promised that; what is worth mending is
 * only a load balancer that is missing, and then Pods fail as well.
 */
export const nodeCannotReachServiceIp = defineSymptom({
  id: 'node-cannot-reach-service-ip',
  code: 'S17',
  anchor: 'my-windows-node-cannot-access-my-services-using-the-service-ip',
  group: 'services',
  example: 'curl.exe http://10.96.14.20: Unable to connect to the remote server',
  recognise,
  first: 'entries',
  steps: {
    entries: step({
      probes: ['cluster-services', 'hns-loadbalancers'],
      decide: (evidence) => clusterEntries(evidence['cluster-services'], evidence['hns-loadbalancers']),
      answers: { complete: goTo('in-pod'), missing: continueAt('lb-plumbed-inconsistently', 'blocks') },
      unsure: goTo('in-pod-unconfirmed'),
    }),
    'in-pod': step({
      probes: [],
      answers: { works: goTo('backend'), fails: continueAt('lb-plumbed-inconsistently', 'stale') },
      unsure: ruledOut,
    }),
    // Where it is not known whether all load balancers are there, nothing is ruled out.
    'in-pod-unconfirmed': step({
      probes: [],
      answers: { works: goTo('backend-unconfirmed'), fails: continueAt('lb-plumbed-inconsistently', 'blocks') },
      unsure: unknown,
    }),
    backend: step({
      probes: ['peer-reach'],
      decide: (evidence) => backendReach(evidence['peer-reach']),
      answers: { reached: conclude('service-ip-by-design', 'confirmed'), 'not-reached': unknown },
      // That all load balancers are there was seen.
      unsure: conclude('service-ip-by-design', 'likely'),
    }),
    'backend-unconfirmed': step({
      probes: ['peer-reach'],
      decide: (evidence) => backendReach(evidence['peer-reach']),
      answers: { reached: conclude('service-ip-by-design', 'likely'), 'not-reached': unknown },
      unsure: unknown,
    }),
  },
  causes: { 'service-ip-by-design': { remediations: [], byDesign: true } },
});
