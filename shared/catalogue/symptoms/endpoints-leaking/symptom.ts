import { conclude, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { cleanupCrashed, endpointLeak, leakingVersion, leaseLeak } from './leaks';
import { ENDPOINT, LEFT_BEHIND } from '../../vocabulary';

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
  recognise: [
    { pattern: /(?<!API ?)エンドポイント/i, and: [LEFT_BEHIND], weight: 9 },
    {
      pattern: ENDPOINT,
      and: [LEFT_BEHIND, /\bHNS(?:Endpoints?)?\b|\bpods?\b|ポッド|\bIPs\b|windows|\bnode\b/i],
      weight: 9,
    },
    {
      pattern: /\bips?\b|\bip address(?:es)?\b|IP ?アドレス/i,
      and: [/\bleak(?:s|ed|ing)?\b|リーク|\b(?:not|never) released\b|解放され(?:ない|ません|ず)|残(?:った|り続)/i],
      weight: 8,
    },
    {
      pattern: /\b(?:ipam|leases?)\b|リース/i,
      and: [/\bleak|リーク|\b(?:not|never) released\b|解放され|残っ/i, /\bpods?\b|ポッド|ipam/i],
      weight: 8,
    },
    { pattern: /\bhns ?endpoints?\b|HNS ?の?エンドポイント/i, and: [LEFT_BEHIND], weight: 10 },
    { pattern: /hnsdiag list endpoints/i, weight: 7 },
    { pattern: /\bGet-HnsEndpoint\b/i, and: [/\bcount\b|measure|more|larger|grow|多い|増/i], weight: 8 },
    { pattern: /failed to delete hnsendpoint|DeleteHNSEndpoint/i, weight: 8 },
    { pattern: /hcnDeleteEndpoint failed/i, weight: 7 },
    { pattern: /plugin type="(?:win-bridge|win-overlay|azure-vnet)" failed \(delete\)/i, weight: 8 },
    // The plugins of Linux nodes say so as well.
    { pattern: /plugin type="[^"]{1,40}" failed \(delete\)/i, weight: 3 },
    {
      pattern: /\bips?\b|\bip address(?:es)?\b|IP ?アドレス/i,
      and: [
        /\bdelet|\bremov|\bold\b|\bstale\b|\bdead\b|\bterminated\b|\bgone\b|削除|消し|古い|昔の/i,
        /\bpods?\b|ポッド/i,
        LEFT_BEHIND,
      ],
      weight: 8,
    },
  ],
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
