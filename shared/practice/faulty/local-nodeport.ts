import { faultyNodes } from './faulty-node';
import * as balancers from '../faults/load-balancers';

/** Nodes whose operator sees `local-nodeport`. */
export const localNodeport = faultyNodes('local-nodeport', [
  {
    id: 'node-port-old-build-ja',
    cause: 'node-port-old-build',
    fault: balancers.nodePortLocalFails,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '17763-old',
    answers: { 'local-nodeport/remote': 'works' },
  },
  {
    id: 'node-port-by-design-ja',
    cause: 'node-port-by-design',
    fault: balancers.nodePortLocalFails,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
    answers: { 'local-nodeport/local-reach': 'fails', 'local-nodeport/remote': 'works' },
  },
  {
    id: 'node-port-listener-conflict-en',
    cause: 'node-port-listener-conflict',
    fault: balancers.nodePortListenerConflict,
    flavour: 'kubeadm-vxlan',
    language: 'en',
    build: '20348',
  },
  {
    id: 'node-port-remote-fails-ja',
    cause: null,
    fault: balancers.nodePortRemoteFails,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
    answers: { 'local-nodeport/remote': 'fails' },
  },
  {
    id: 'lb-missing-ja',
    cause: 'lb-missing',
    fault: balancers.lbMissing,
    flavour: 'aks',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'lb-missing-en',
    cause: 'lb-missing',
    fault: balancers.lbMissing,
    flavour: 'kubeadm-vxlan',
    language: 'en',
    build: '20348',
  },
]);
