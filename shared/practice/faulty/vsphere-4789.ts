import * as overlay from '../faults/overlay';
import { faultyNodes } from './faulty-node';

/** Nodes whose operator sees `vsphere-4789`. */
export const vsphere4789 = faultyNodes('vsphere-4789', [
  {
    id: 'fabric-takes-4789-ja',
    cause: 'fabric-takes-4789',
    fault: overlay.overlayTaken,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
    answers: { 'vsphere-4789/sizes': 'all', 'vsphere-4789/fabric': 'overlay' },
  },
  {
    id: 'fabric-filters-4789-en',
    cause: 'fabric-filters-4789',
    fault: overlay.overlayTaken,
    flavour: 'kubeadm-vxlan',
    language: 'en',
    build: '26100',
    answers: { 'vsphere-4789/sizes': 'all', 'vsphere-4789/fabric': 'security-group' },
  },
  {
    id: 'overlay-mtu-ja',
    cause: 'overlay-mtu',
    fault: overlay.overlayTaken,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '26100',
    answers: { 'vsphere-4789/sizes': 'large-only' },
  },
  {
    id: 'overlay-port-blocked-ja',
    cause: 'overlay-port-blocked',
    fault: overlay.overlayPortBlocked,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'vxlan-port-mismatch-ja',
    cause: 'vxlan-port-mismatch',
    fault: overlay.vxlanPortMismatch,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'vxlan-vni-too-low-en',
    cause: 'vxlan-vni-too-low',
    fault: overlay.vniTooLow,
    flavour: 'kubeadm-vxlan',
    language: 'en',
    build: '20348',
  },
  {
    id: 'nodes-unreachable-en',
    cause: 'nodes-unreachable',
    fault: overlay.nodesUnreachable,
    flavour: 'kubeadm-vxlan',
    language: 'en',
    build: '20348',
  },
]);
