import { faultyNodes } from './faulty-node';
import * as flannel from '../faults/flannel';

/** Nodes whose operator sees `missing-subnet-env`. */
export const missingSubnetEnv = faultyNodes('missing-subnet-env', [
  {
    id: 'subnet-env-gone-ja',
    cause: 'flanneld-stopped',
    fault: flannel.subnetEnvGone,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'subnet-env-left-over-en',
    cause: 'flanneld-stopped',
    fault: flannel.subnetEnvLeftOver,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763',
  },
  {
    id: 'subnet-env-no-network-en',
    cause: 'pod-subnet-not-assigned',
    fault: flannel.podSubnetNotAssigned,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '20348',
  },
  {
    id: 'subnet-env-elsewhere-ja',
    cause: 'subnet-env-elsewhere',
    fault: flannel.subnetEnvElsewhere,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '26100',
  },
  {
    id: 'subnet-env-malformed-ja',
    cause: 'subnet-env-malformed',
    fault: flannel.subnetEnvMalformed,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '17763',
  },
  {
    id: 'subnet-env-stale-en',
    cause: 'subnet-env-stale',
    fault: flannel.subnetEnvStale,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '20348',
  },
  {
    id: 'subnet-env-mtu-ja',
    cause: 'subnet-env-mtu',
    fault: flannel.subnetEnvMtu,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
  },
]);
