import { faultyNodes } from './faulty-node';
import * as objects from '../faults/hns-objects';

/** Nodes whose operator sees `hns-wrong-diskette`. */
export const hnsWrongDiskette = faultyNodes('hns-wrong-diskette', [
  {
    id: 'hns-objects-stale-ja',
    cause: 'stale-hns-objects',
    fault: objects.hostEndpointStale,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'hns-objects-stale-en',
    cause: 'stale-hns-objects',
    fault: objects.objectsStale,
    flavour: 'aks',
    language: 'en',
    build: '17763',
  },
  {
    id: 'hns-restart-due-ja',
    cause: 'hns-restart-due',
    fault: objects.hnsRestartDue,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '26100',
  },
  {
    id: 'leftover-nic-en',
    cause: 'leftover-nic',
    fault: objects.nicLeftBehind,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763-old',
  },
  {
    id: 'broken-endpoint-ja',
    cause: 'broken-endpoint',
    fault: objects.hostEndpointDegraded,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '17763',
  },
  {
    id: 'hns-objects-were-stale-en',
    cause: null,
    fault: objects.objectsWereStale,
    flavour: 'aks',
    language: 'en',
    build: '20348',
  },
  {
    id: 'hns-objects-changed-by-hand-en',
    cause: 'stale-hns-objects',
    fault: objects.changedByHand,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763',
    answers: { 'hns-wrong-diskette/recent-change': 'changed' },
  },
  {
    id: 'hns-objects-changed-by-hand-ja',
    cause: 'stale-hns-objects',
    fault: objects.changedByHand,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
    answers: { 'hns-wrong-diskette/recent-change': 'changed' },
  },
]);
