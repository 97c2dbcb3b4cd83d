import type { Addresses } from './cluster';

/** The cluster that both flannel nodes belong to. */
export const FLANNEL_CLUSTER: Omit<Addresses, 'api'> = {
  nodeName: 'winnode-01',
  node: '192.168.10.21',
  gateway: '192.168.10.1',
  master: '192.168.10.10',
  worker: '192.168.10.22',
  podCidr: '10.244.4.0/24',
  clusterCidr: '10.244.0.0/16',
  pods: ['10.244.4.11', '10.244.4.12', '10.244.4.17'],
  remotePods: ['10.244.1.31', '10.244.1.32'],
  dnsPod: '10.244.0.5',
};
