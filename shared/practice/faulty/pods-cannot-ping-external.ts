import * as exceptions from '../faults/exceptions';
import { faultyNodes } from './faulty-node';

/** Nodes whose operator sees `pods-cannot-ping-external`. */
export const podsCannotPingExternal = faultyNodes('pods-cannot-ping-external', [
  {
    id: 'destination-excepted-ja',
    cause: 'destination-excepted',
    fault: exceptions.publicException,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'destination-excepted-en',
    cause: 'destination-excepted',
    fault: exceptions.publicException,
    flavour: 'kubeadm-vxlan',
    language: 'en',
    build: '26100',
  },
  {
    id: 'exceptions-unreadable-ja',
    cause: 'cni-config-invalid',
    fault: exceptions.commentedConfig,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'pods-have-old-list-ja',
    cause: 'pods-have-old-list',
    fault: exceptions.oldExceptions,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '20348',
  },
  {
    id: 'no-outbound-icmp-ja',
    cause: 'no-outbound-icmp',
    fault: (state) => state,
    flavour: 'kubeadm-vxlan',
    language: 'ja',
    build: '26100',
    answers: { 'pods-cannot-ping-external/protocol': 'only-ping' },
  },
  {
    id: 'upstream-blocks-en',
    cause: 'upstream-blocks',
    fault: (state) => state,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '17763',
    answers: {
      'pods-cannot-ping-external/protocol': 'tcp-too',
      'pods-cannot-ping-external/destination': 'blocked',
    },
  },
  {
    id: 'destination-listed-en',
    cause: 'destination-excepted',
    fault: exceptions.privateException,
    flavour: 'sdn-hostgw',
    language: 'en',
    build: '20348',
    answers: { 'pods-cannot-ping-external/protocol': 'tcp-too', 'pods-cannot-ping-external/destination': 'listed' },
  },
  {
    id: 'exceptions-collide-ja',
    cause: 'exceptions-collide',
    fault: exceptions.exceptionTwice,
    flavour: 'sdn-hostgw',
    language: 'ja',
    build: '17763',
  },
  {
    id: 'exceptions-twice-on-2022-en',
    cause: null,
    fault: exceptions.exceptionTwice,
    flavour: 'kubeadm-vxlan',
    language: 'en',
    build: '20348',
  },
]);
