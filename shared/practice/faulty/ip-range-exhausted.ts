import { faultyNodes } from './faulty-node';
import * as cni from '../faults/cni';
import * as flannel from '../faults/flannel';
import * as leaks from '../faults/leaks';

/** Nodes whose operator sees `ip-range-exhausted`. */
export const ipRangeExhausted = faultyNodes('ip-range-exhausted', [
  {
    id: 'range-full-of-leases-en',
    cause: 'leases-leaked',
    fault: cni.ipRangeExhausted,
    flavour: 'kubeadm-vxlan',
    language: 'en',
    build: '26100',
  },
  {
    id: 'azure-pool-leaked-ja',
    cause: 'endpoints-leaked',
    fault: leaks.azurePoolLeaked,
    flavour: 'aks',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'max-pods-over-range-ja',
    cause: 'max-pods-over-range',
    fault: leaks.rangeInUse(110),
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'max-pods-one-over-range-en',
    cause: 'max-pods-over-range',
    fault: leaks.rangeInUse(13),
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '26100',
  },
  {
    id: 'range-used-up-en',
    cause: 'range-used-up',
    fault: leaks.rangeInUse(12),
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763',
  },
  {
    id: 'pool-used-up-en',
    cause: 'pool-used-up',
    fault: leaks.azurePoolInUse,
    flavour: 'aks',
    language: 'en',
    build: '26100',
  },
  {
    id: 'subnet-mismatch-ja',
    cause: 'subnet-env-stale',
    fault: flannel.subnetEnvStale,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '26100',
  },
  {
    id: 'range-error-old-ja',
    cause: null,
    fault: leaks.oldRangeError,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
  },
]);
