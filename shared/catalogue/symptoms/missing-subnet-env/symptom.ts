import { because, cite, conclude, continueAt, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { agentState, networkState, usesFlannel } from '../flanneld-waiting-for-network/causes';
import { age, format, mtuFits, subnetFits } from './file';
import { recognise } from './recognise';

/** S13: pods cannot start because flannel's subnet.env is not there, or is not the node's. */
export const missingSubnetEnv = defineSymptom({
  id: 'missing-subnet-env',
  code: 'S13',
  anchor: 'my-windows-pods-cannot-launch-because-of-missing-runflannelsubnetenv',
  group: 'pods',
  example: 'loadFlannelSubnetEnv failed: open /run/flannel/subnet.env: The system cannot find the file specified.',
  recognise,
  first: 'plugin',
  steps: {
    plugin: step({
      probes: ['cni-config'],
      decide: (evidence) => usesFlannel(evidence['cni-config']),
      answers: { flannel: goTo('file'), other: ruledOut },
      unsure: goTo('file'),
    }),
    file: step({
      probes: ['flannel-state'],
      decide: ({ 'flannel-state': { exists } }) =>
        because(exists ? 'there' : 'missing', cite('flannel-state', '/exists')),
      answers: { there: goTo('format'), missing: goTo('agent') },
      unsure: unknown,
    }),
    agent: step({
      probes: ['processes'],
      also: ['services', 'cni-config', 'flannel-state'],
      decide: agentState,
      answers: {
        runs: goTo('network'),
        'service-stopped': continueAt('flanneld-waiting-for-network', 'pod-subnet'),
        absent: continueAt('flanneld-waiting-for-network', 'pod-subnet'),
      },
      unsure: goTo('network'),
    }),
    network: step({
      probes: ['hns-networks', 'flannel-state'],
      also: ['cni-config'],
      decide: (evidence) => {
        // Written meanwhile, such as by a remediation: where flanneld put its own no longer matters.
        if (evidence['flannel-state'].exists) return because('written', cite('flannel-state', '/exists'));
        return networkState(evidence['hns-networks'].networks, evidence['cni-config'], evidence['flannel-state']);
      },
      answers: {
        written: goTo('format'),
        good: conclude('subnet-env-elsewhere', 'likely'),
        'no-address': continueAt('flanneld-waiting-for-network', 'pod-subnet'),
        absent: continueAt('flanneld-waiting-for-network', 'pod-subnet'),
      },
      unsure: unknown,
    }),
    format: step({
      probes: ['flannel-state'],
      decide: (evidence) => format(evidence['flannel-state']),
      answers: { malformed: conclude('subnet-env-malformed', 'confirmed'), readable: goTo('subnet') },
      unsure: unknown,
    }),
    subnet: step({
      probes: ['flannel-state'],
      also: ['node-object', 'hns-networks', 'cni-config'],
      decide: subnetFits,
      answers: {
        outside: conclude('subnet-env-stale', 'confirmed'),
        differs: conclude('subnet-env-stale', 'likely'),
        inside: goTo('age'),
      },
      unsure: goTo('age'),
    }),
    age: step({
      probes: ['flannel-state', 'os-build', 'processes'],
      decide: (evidence) => age(evidence['flannel-state'], evidence['os-build'], evidence.processes),
      answers: {
        'left-over': continueAt('flanneld-waiting-for-network', 'pod-subnet'),
        'of-this-run': goTo('mtu'),
      },
      unsure: goTo('mtu'),
    }),
    mtu: step({
      probes: ['flannel-state', 'hns-networks', 'adapters'],
      also: ['cni-config'],
      decide: (evidence) =>
        mtuFits(
          evidence['flannel-state'],
          evidence['hns-networks'].networks,
          evidence['cni-config'],
          evidence.adapters,
        ),
      answers: { 'too-large': conclude('subnet-env-mtu', 'likely'), fits: ruledOut },
      unsure: unknown,
    }),
  },
  causes: {
    'subnet-env-elsewhere': { remediations: ['restart-flanneld', 'write-subnet-env'] },
    'subnet-env-malformed': { remediations: ['restart-flanneld', 'write-subnet-env'] },
    'subnet-env-stale': { remediations: ['restart-flanneld', 'write-subnet-env'] },
    'subnet-env-mtu': { remediations: ['restart-flanneld', 'write-subnet-env'], explains: ['overlay-mtu'] },
  },
  pageCommands: {
    'subnet-env': {
      command: 'FLANNEL_NETWORK=10.244.0.0/16\nFLANNEL_SUBNET=10.244.4.1/24\nFLANNEL_MTU=1500\nFLANNEL_IPMASQ=true',
      instead: ['Restart-Service flanneld'],
    },
  },
});
