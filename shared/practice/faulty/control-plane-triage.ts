import * as api from '../faults/api';
import { faultyNodes } from './faulty-node';

/** Nodes whose operator sees `control-plane-triage`. */
export const controlPlaneTriage = faultyNodes('control-plane-triage', [
  {
    id: 'api-server-down-ja',
    cause: 'api-server-down',
    fault: api.apiRefused,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '26100',
    answers: { 'control-plane-triage/others': 'also-others', 'control-plane-triage/keeper': 'own' },
  },
  {
    id: 'provider-control-plane-en',
    cause: 'provider-control-plane',
    fault: api.apiRefused,
    flavour: 'aks',
    language: 'en',
    build: '20348',
    answers: { 'control-plane-triage/others': 'also-others', 'control-plane-triage/keeper': 'provider' },
  },
  {
    id: 'only-this-node-refused-en',
    cause: 'kubeconfig-localhost',
    fault: api.kubeconfigLocalhost,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763',
    answers: { 'control-plane-triage/others': 'only-here' },
  },
  {
    id: 'api-unwell-ja',
    cause: 'api-unhealthy',
    fault: api.apiUnwell,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'control-plane-keeper-unknown-en',
    cause: 'api-server-down',
    fault: api.apiRefused,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763',
    answers: { 'control-plane-triage/others': 'also-others', 'control-plane-triage/keeper': 'unsure' },
  },
  {
    id: 'control-plane-silent-en',
    cause: 'api-timeout',
    fault: api.apiTimeout,
    flavour: 'aks',
    language: 'en',
    build: '26100',
  },
  {
    id: 'control-plane-no-kubeconfig-ja',
    cause: 'kubeconfig-missing',
    fault: api.kubeconfigMissing,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '17763-old',
  },
  {
    id: 'control-plane-back-ja',
    cause: null,
    fault: api.apiWasDown,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '26100',
  },
]);
