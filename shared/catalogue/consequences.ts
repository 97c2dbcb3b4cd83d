/** What load balancers and NodePorts show where the endpoints of pods are gone. */
export const WITHOUT_ENDPOINTS = ['stale-endpoint', 'etp-local-no-backend', 'no-local-pods'] as const;

/** What other trees see where HNS lacks the network of the pods: their endpoints went with it. */
export const WITHOUT_NETWORK = ['endpoints-lost-with-hns', ...WITHOUT_ENDPOINTS] as const;
