import { conclude, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { cleanupCrashed, endpointLeak, leakingVersion, leaseLeak } from './leaks';
import { recognise } from './recognise';

/** What HNS shows of an endpoint that was detached and left: its state is one that it does not come out of. */
const LEFT = ['broken-endpoint'] as const;

/**
 * S15: HNS endpoints and addresses outnumber the pods. One look cannot tell a leak from a pod that is just being made, so what
 * was found is likely; the remediations look a second time, 60 s later, before they touch anything.
 */
export const endpointsLeaking = defineSymptom({
  id: 'endpoints-leaking',
  code: 'S15',
  anchor: 'my-endpointsips-are-leaking',
  group: 'pods',
  example: 'hnsdiag list endpoints: 143 endpoints, kubectl get pods: 12 pods',
  recognise,
  first: 'endpoints',
  steps: {
    endpoints: step({
      probes: ['hns-endpoints', 'cni-config'],
      also: ['cri-state', 'pods-here'],
      decide: endpointLeak,
      answers: { leaked: goTo('versions'), none: goTo('leases') },
      unsure: goTo('count'),
    }),
    versions: step({
      probes: ['node-object'],
      decide: (evidence) => leakingVersion(evidence['node-object']),
      answers: {
        kubernetes: conclude('kubernetes-1-11-leaks', 'confirmed'),
        docker: conclude('old-docker-leaks', 'confirmed'),
        other: goTo('crashes'),
      },
      unsure: goTo('crashes'),
    }),
    crashes: step({
      probes: ['service-crashes', 'hns-endpoints', 'cni-config'],
      also: ['cri-state', 'pods-here'],
      decide: cleanupCrashed,
      answers: { crashed: conclude('leaked-after-crash', 'likely'), quiet: goTo('killed') },
      unsure: goTo('killed'),
    }),
    killed: step({
      probes: [],
      answers: { yes: conclude('leaked-after-crash', 'likely'), no: goTo('leak') },
      unsure: goTo('leak'),
    }),
    leak: step({
      probes: ['hns-endpoints', 'cni-config'],
      also: ['cri-state', 'pods-here'],
      decide: endpointLeak,
      answers: { leaked: conclude('endpoints-leaked', 'likely'), none: unknown },
      unsure: unknown,
    }),
    count: step({
      probes: [],
      answers: { more: conclude('endpoints-leaked', 'likely'), equal: goTo('leases') },
      unsure: unknown,
    }),
    leases: step({
      probes: ['ipam-directory', 'ipam'],
      also: ['cri-state', 'pods-here'],
      decide: leaseLeak,
      answers: { leaked: conclude('leases-leaked', 'likely'), none: ruledOut, elsewhere: ruledOut },
      unsure: unknown,
    }),
  },
  causes: {
    'kubernetes-1-11-leaks': { remediations: ['clear-drained-node'], explains: LEFT },
    'old-docker-leaks': { remediations: ['clear-drained-node'], explains: LEFT },
    'leaked-after-crash': { remediations: ['remove-leaked-endpoints', 'clear-drained-node'], explains: LEFT },
    'endpoints-leaked': { remediations: ['remove-leaked-endpoints', 'clear-drained-node'], explains: LEFT },
    'leases-leaked': { remediations: ['move-leaked-leases', 'clear-drained-node'] },
  },
});
