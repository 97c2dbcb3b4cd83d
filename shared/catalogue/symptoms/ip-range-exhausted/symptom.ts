import { because, cite, conclude, continueAt, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { endpointLeak } from '../endpoints-leaking/leaks';
import { leaseCount, leaseHolders, leaseSubnet, podsOverRange, rangeError } from './range';
import { recognise } from './recognise';

/** S16: no address is left for new pods. Leases without a sandbox are concluded by the tree of leaking endpoints. */
export const ipRangeExhausted = defineSymptom({
  id: 'ip-range-exhausted',
  code: 'S16',
  anchor: 'my-pods-cannot-launch-due-to-network-failed-to-allocate-for-range-errors',
  group: 'pods',
  example: 'network: failed to allocate for range 0: no IP addresses available in range set: 10.244.4.1-10.244.4.254',
  recognise,
  first: 'leases',
  steps: {
    leases: step({
      probes: ['ipam-directory'],
      also: ['node-object', 'flannel-state'],
      decide: leaseCount,
      answers: { full: goTo('holders'), room: goTo('error'), elsewhere: goTo('error') },
      unsure: goTo('error'),
    }),
    holders: step({
      probes: ['ipam'],
      also: ['cri-state', 'pods-here'],
      decide: leaseHolders,
      answers: { leaked: continueAt('endpoints-leaking', 'endpoints'), 'in-use': goTo('size') },
      unsure: unknown,
    }),
    size: step({
      probes: [],
      also: ['node-object', 'flannel-state'],
      decide: podsOverRange,
      answers: { more: conclude('max-pods-over-range', 'confirmed'), fits: conclude('range-used-up', 'confirmed') },
      unsure: unknown,
    }),
    error: step({
      probes: [],
      also: ['pods-here', 'kube-events', 'log-scan'],
      decide: rangeError,
      answers: { now: goTo('store'), old: ruledOut, none: ruledOut },
      unsure: unknown,
    }),
    store: step({
      probes: ['ipam-directory'],
      decide: (evidence) =>
        because(evidence['ipam-directory'].exists ? 'host-local' : 'own', cite('ipam-directory', '/exists')),
      answers: { 'host-local': goTo('subnet'), own: goTo('endpoints') },
      unsure: unknown,
    }),
    endpoints: step({
      probes: ['hns-endpoints', 'cni-config'],
      also: ['cri-state', 'pods-here'],
      decide: endpointLeak,
      answers: {
        leaked: continueAt('endpoints-leaking', 'endpoints'),
        none: conclude('pool-used-up', 'likely'),
      },
      unsure: unknown,
    }),
    subnet: step({
      probes: ['flannel-state', 'ipam'],
      also: ['node-object'],
      decide: leaseSubnet,
      answers: {
        differs: continueAt('missing-subnet-env', 'subnet'),
        'only-source-vip': continueAt('flannel-vxlan-rejoin', 'backend'),
        same: unknown,
      },
      unsure: unknown,
    }),
  },
  causes: {
    'max-pods-over-range': { remediations: ['larger-node-range'] },
    'range-used-up': { remediations: ['larger-node-range'] },
    'pool-used-up': { remediations: [] },
  },
  pageCommands: {
    'stop-script': { command: 'c:\\k\\stop.ps1', instead: ['Stop-Service kubelet'] },
    'all-endpoints': {
      command: 'Get-HNSEndpoint | Remove-HNSEndpoint',
      instead: ["Get-HnsEndpoint | Where-Object { $_.VirtualNetworkName -eq '<CNI network>' } | Remove-HnsEndpoint"],
    },
    'all-of-var': { command: 'Remove-Item -Recurse c:\\var', instead: [] },
  },
});
