import * as background from '../faults/background';
import { faultyNodes } from './faulty-node';

/** Nodes whose operator sees `run-in-background`. */
export const runInBackground = faultyNodes('run-in-background', [
  {
    id: 'interactive-ja',
    cause: 'interactive',
    fault: background.interactive,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'interactive-managed-en',
    cause: 'interactive-managed',
    fault: background.interactive,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763',
    answers: { 'run-in-background/managed': 'managed' },
  },
  {
    id: 'started-by-hand-ja',
    cause: 'not-started-with-windows',
    fault: background.startedByHand,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '17763-old',
  },
  {
    id: 'service-flag-missing-ja',
    cause: 'service-flag-missing',
    fault: background.serviceFlagMissing,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'service-manual-en',
    cause: 'not-automatic',
    fault: background.startsBy('kubeproxy', 'Manual', 'Running'),
    flavour: 'aks',
    language: 'en',
    build: '20348',
  },
  {
    id: 'service-disabled-ja',
    cause: 'not-automatic',
    fault: background.startsBy('kubelet', 'Disabled', 'Stopped'),
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '26100',
  },
  {
    id: 'service-throttled-en',
    cause: 'service-throttled',
    fault: background.throttled,
    flavour: 'aks',
    language: 'en',
    build: '20348',
  },
]);
