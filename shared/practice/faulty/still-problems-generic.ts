import * as azure from '../faults/azure';
import * as hns from '../faults/hns';
import * as overlay from '../faults/overlay';
import * as runtime from '../faults/runtime';
import * as topology from '../faults/topology';
import { faultyNodes } from './faulty-node';

const SPOOFING = 'still-problems-generic/spoofing';
const FILTERS = 'still-problems-generic/filters';
const COMPLAINT = 'still-problems-generic/complaint';
const COMPLAINT_UNCONFIRMED = 'still-problems-generic/complaint-unconfirmed';

/** Nodes whose operator sees `still-problems-generic`. */
export const stillProblemsGeneric = faultyNodes('still-problems-generic', [
  {
    id: 'cni-plugin-mismatch-en',
    cause: 'cni-plugin-mismatch',
    fault: topology.otherPlugin,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763',
  },
  {
    id: 'flannel-backend-mismatch-ja',
    cause: 'flannel-backend-mismatch',
    fault: topology.otherBackend,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'management-ip-lost-ja',
    cause: 'management-ip-lost',
    fault: topology.managedBy('169.254.31.7'),
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '26100',
  },
  {
    id: 'management-ip-drifted-en',
    cause: 'management-ip-drifted',
    fault: topology.managedBy('192.168.10.61'),
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '20348',
  },
  {
    id: 'kubelet-port-closed-ja',
    cause: 'kubelet-port-closed',
    fault: topology.kubeletPortClosed,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '17763',
  },
  {
    id: 'kubelet-port-blocked-en',
    cause: 'kubelet-port-blocked',
    fault: topology.kubeletPortBlocked,
    flavour: 'kubeadm-vxlan',
    language: 'en',
    build: '26100',
  },
  {
    id: 'anti-spoofing-en',
    cause: 'anti-spoofing',
    fault: overlay.overlayTaken,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '26100',
    answers: { [SPOOFING]: 'forbidden' },
  },
  {
    id: 'azure-routes-by-way-of-generic-ja',
    cause: 'azure-routes-missing',
    fault: azure.azureDropsPods,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '26100',
    answers: { 'azure-hostgw-no-internet/azure-settings': 'no-routes' },
  },
  {
    id: 'nodes-filtered-ja',
    cause: 'nodes-unreachable',
    fault: overlay.nodesUnreachable,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'filtered-on-the-way-en',
    cause: 'traffic-filtered',
    fault: (state) => state,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '20348',
    answers: { [COMPLAINT]: 'timed-out', [FILTERS]: 'some' },
  },
  {
    id: 'application-refuses-en',
    cause: 'application-refuses',
    fault: topology.remoteRefuses,
    flavour: 'aks',
    language: 'en',
    build: '20348',
  },
  {
    id: 'only-ping-fails-ja',
    cause: 'only-ping-fails',
    fault: (state) => state,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '20348',
    answers: { [COMPLAINT]: 'only-ping' },
  },
  {
    id: 'spoofing-unknown-ja',
    cause: 'anti-spoofing',
    fault: overlay.overlayTaken,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'application-refuses-told-ja',
    cause: 'application-refuses',
    fault: (state) => state,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '26100',
    answers: { [COMPLAINT]: 'refused' },
  },
  {
    id: 'application-refuses-not-elevated-en',
    cause: 'application-refuses',
    fault: hns.notElevated,
    flavour: 'kubeadm-vxlan',
    language: 'en',
    build: '20348',
    answers: { [COMPLAINT_UNCONFIRMED]: 'refused' },
  },
  {
    id: 'only-ping-not-elevated-en',
    cause: 'only-ping-fails',
    fault: hns.notElevated,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763',
    answers: { [COMPLAINT_UNCONFIRMED]: 'only-ping' },
  },
  {
    id: 'filters-unknown-ja',
    cause: 'traffic-filtered',
    fault: (state) => state,
    flavour: 'aks',
    language: 'ja',
    build: '26100',
    answers: { [COMPLAINT]: 'timed-out' },
  },
  {
    id: 'kubelet-stopped-seen-from-outside-ja',
    cause: 'kubelet-not-running',
    fault: runtime.kubeletStopped,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
  },
]);
