import { withoutKubectl } from '../faults/common';
import { faultyNodes } from './faulty-node';
import * as balancers from '../faults/load-balancers';

/** Nodes whose operator sees `nodeport-after-scale-down`. */
export const nodeportAfterScaleDown = faultyNodes('nodeport-after-scale-down', [
  {
    id: 'no-local-pods-ja',
    cause: 'no-local-pods',
    fault: balancers.noLocalPods,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'etp-local-no-backend-ja',
    cause: 'etp-local-no-backend',
    fault: balancers.etpLocalNoBackend,
    flavour: 'aks',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'etp-local-no-backend-en',
    cause: 'etp-local-no-backend',
    fault: balancers.etpLocalNoBackend,
    flavour: 'kubeadm-vxlan',
    language: 'en',
    build: '26100',
  },
  {
    id: 'node-not-needed-en',
    cause: 'node-not-needed',
    fault: balancers.noLocalPods,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763',
    answers: { 'nodeport-after-scale-down/needed': 'not-needed' },
  },
  {
    id: 'no-local-pods-2019-en',
    cause: 'no-local-pods',
    fault: balancers.noLocalPods,
    flavour: 'kubeadm-vxlan',
    language: 'en',
    build: '17763',
  },
  {
    id: 'no-local-pods-no-kubectl-ja',
    cause: 'no-local-pods',
    fault: withoutKubectl(balancers.noLocalPods),
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '26100',
  },
  {
    id: 'etp-local-told-ja',
    cause: 'etp-local-no-backend',
    fault: balancers.etpLocalNoBackend,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'etp-local-no-pods-en',
    cause: 'etp-local-no-backend',
    fault: balancers.etpLocalNoPods,
    flavour: 'aks',
    language: 'en',
    build: '20348',
  },
  {
    id: 'drained-ja',
    cause: null,
    fault: balancers.drained,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'drained-en',
    cause: null,
    fault: balancers.drained,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763',
  },
]);
