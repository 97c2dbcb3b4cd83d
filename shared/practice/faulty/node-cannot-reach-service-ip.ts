import { faultyNodes } from './faulty-node';
import * as hns from '../faults/hns';
import * as balancers from '../faults/load-balancers';

/** Nodes whose operator sees `node-cannot-reach-service-ip`. */
export const nodeCannotReachServiceIp = faultyNodes('node-cannot-reach-service-ip', [
  {
    id: 'service-ip-by-design-ja',
    cause: 'service-ip-by-design',
    fault: (state) => state,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '17763',
    answers: { 'node-cannot-reach-service-ip/in-pod': 'works' },
  },
  {
    id: 'service-ip-by-design-en',
    cause: 'service-ip-by-design',
    fault: (state) => state,
    flavour: 'aks',
    language: 'en',
    build: '26100',
    answers: { 'node-cannot-reach-service-ip/in-pod': 'works' },
  },
  {
    id: 'service-ip-lb-missing-en',
    cause: 'lb-missing',
    fault: balancers.lbMissing,
    flavour: 'aks',
    language: 'en',
    build: '17763',
  },
  {
    id: 'service-ip-not-elevated-ja',
    cause: 'service-ip-by-design',
    fault: hns.notElevated,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '20348',
    answers: { 'node-cannot-reach-service-ip/in-pod-unconfirmed': 'works' },
  },
]);
