import type { ProbeId } from './probes';

/** Probes that only the API server can answer. */
export const BY_API_SERVER: readonly ProbeId[] = [
  'node-object',
  'node-registered',
  'cluster-nodes',
  'cluster-services',
  'pods-here',
  'kube-events',
  'control-plane',
  'peer-reach',
];

/** Probes that only the Host Networking Service can answer. */
export const BY_HNS: readonly ProbeId[] = [
  'hns-networks',
  'hns-endpoints',
  'hns-loadbalancers',
  'hns-version',
  'vfp-ports',
];
