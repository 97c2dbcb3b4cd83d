import { faultyNodes } from './faulty-node';
import * as hostPorts from '../faults/host-ports';

/** Nodes whose operator sees `hostport-not-working`. */
export const hostportNotWorking = faultyNodes('hostport-not-working', [
  {
    id: 'port-mappings-off-ja',
    cause: 'port-mappings-off',
    fault: hostPorts.portMappingsMissing,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'port-mappings-off-en',
    cause: 'port-mappings-off',
    fault: hostPorts.portMappingsUnnamed,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763',
  },
  {
    id: 'port-mappings-false-en',
    cause: 'port-mappings-off',
    fault: hostPorts.portMappingsFalse,
    flavour: 'aks',
    language: 'en',
    build: '26100',
  },
  {
    id: 'cni-plugin-old-ja',
    cause: 'cni-plugin-old',
    fault: hostPorts.cniPluginOld,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '17763-old',
  },
  {
    id: 'pod-before-config-ja',
    cause: 'pod-before-config',
    fault: hostPorts.podBeforeConfig,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '26100',
  },
  {
    id: 'host-port-taken-en',
    cause: 'host-port-taken',
    fault: hostPorts.hostPortTaken,
    flavour: 'aks',
    language: 'en',
    build: '20348',
  },
  {
    id: 'host-port-same-node-ja',
    cause: 'host-port-same-node',
    fault: hostPorts.hostPortPublished,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '17763',
    answers: { 'hostport-not-working/tested-from': 'same-node' },
  },
  {
    id: 'blocked-in-front-en',
    cause: 'blocked-in-front',
    fault: hostPorts.hostPortPublished,
    flavour: 'kubeadm-vxlan',
    language: 'en',
    build: '20348',
    answers: { 'hostport-not-working/tested-from': 'outside-fails' },
  },
]);
