import { WITHOUT_NETWORK } from '../../consequences';
import { conclude, continueAt, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import {
  agentState,
  apiAnswers,
  backend,
  FLANNEL_SAID,
  flanneldAge,
  interfaceNamed,
  networkName,
  networkState,
  nodeNameTold,
  podSubnet,
  usesFlannel,
} from './causes';
import { recognise } from './recognise';

/** S12: the start script, or flanneld itself, waits for a network that is never made. */
export const flanneldWaitingForNetwork = defineSymptom({
  id: 'flanneld-waiting-for-network',
  code: 'S12',
  anchor: 'after-launching-kubernetes-flanneld-is-stuck-in-waiting-for-the-network-to-be-created',
  group: 'node',
  example: 'Waiting for the Network to be created',
  recognise,
  first: 'plugin',
  steps: {
    plugin: step({
      probes: ['cni-config'],
      decide: (evidence) => usesFlannel(evidence['cni-config']),
      answers: { flannel: goTo('network'), other: ruledOut },
      unsure: goTo('network'),
    }),
    network: step({
      probes: ['hns-networks'],
      also: ['cni-config', 'flannel-state'],
      decide: (evidence) =>
        networkState(evidence['hns-networks'].networks, evidence['cni-config'], evidence['flannel-state']),
      answers: { good: ruledOut, 'no-address': goTo('pod-subnet'), absent: goTo('pod-subnet') },
      unsure: goTo('pod-subnet'),
    }),
    'pod-subnet': step({
      probes: [],
      also: ['node-object', ...FLANNEL_SAID],
      decide: podSubnet,
      answers: {
        empty: conclude('pod-subnet-not-assigned', 'confirmed'),
        'said-empty': conclude('pod-subnet-not-assigned', 'likely'),
        given: goTo('node-name'),
      },
      unsure: goTo('node-name'),
    }),
    'node-name': step({
      probes: [],
      also: ['node-object', ...FLANNEL_SAID],
      decide: nodeNameTold,
      answers: {
        other: conclude('node-name-wrong', 'confirmed'),
        'unknown-name': conclude('node-name-wrong', 'likely'),
        same: goTo('backend'),
      },
      unsure: goTo('backend'),
    }),
    backend: step({
      probes: ['flannel-state'],
      decide: (evidence) => backend(evidence['flannel-state']),
      answers: { unsupported: conclude('backend-unsupported', 'confirmed'), supported: goTo('name') },
      unsure: goTo('name'),
    }),
    name: step({
      probes: ['flannel-state'],
      also: ['cni-config'],
      decide: (evidence) => networkName(evidence['flannel-state'], evidence['cni-config']),
      answers: { differs: conclude('network-name-differs', 'confirmed'), same: goTo('interface') },
      unsure: goTo('interface'),
    }),
    interface: step({
      probes: [],
      also: ['processes', 'adapters'],
      decide: ({ processes, adapters }) => interfaceNamed(processes, adapters),
      answers: { 'not-there': conclude('iface-not-there', 'confirmed'), there: goTo('api') },
      unsure: goTo('api'),
    }),
    api: step({
      probes: ['api-reach'],
      decide: (evidence) => apiAnswers(evidence['api-reach']),
      answers: { silent: continueAt('api-server-connect', 'kubeconfig'), answers: goTo('agent') },
      unsure: goTo('agent'),
    }),
    agent: step({
      probes: ['processes'],
      also: ['services', 'cni-config', 'flannel-state'],
      decide: agentState,
      answers: {
        'service-stopped': conclude('flanneld-service-stopped', 'confirmed'),
        absent: conclude('flanneld-stopped', 'confirmed'),
        runs: goTo('management-ip'),
      },
      unsure: goTo('management-ip'),
    }),
    'management-ip': step({
      probes: ['hns-networks'],
      also: ['cni-config', 'flannel-state'],
      decide: (evidence) =>
        networkState(evidence['hns-networks'].networks, evidence['cni-config'], evidence['flannel-state']),
      answers: { 'no-address': goTo('version'), absent: goTo('addresses'), good: unknown },
      unsure: goTo('addresses'),
    }),
    version: step({
      probes: [],
      also: ['component-versions', 'pods-here'],
      decide: (evidence) => flanneldAge(evidence['component-versions'], evidence['pods-here']),
      answers: { old: conclude('management-ip-race', 'confirmed'), mended: conclude('switch-slow', 'likely') },
      unsure: goTo('addresses'),
    }),
    addresses: step({
      probes: [],
      answers: {
        several: conclude('iface-ambiguous', 'likely'),
        dhcp: conclude('switch-slow', 'likely'),
        fixed: goTo('still-absent'),
      },
      unsure: goTo('still-absent'),
    }),
    'still-absent': step({
      probes: ['hns-networks'],
      also: ['cni-config', 'flannel-state'],
      decide: (evidence) =>
        networkState(evidence['hns-networks'].networks, evidence['cni-config'], evidence['flannel-state']),
      answers: {
        absent: conclude('hns-network-missing', 'confirmed'),
        'no-address': conclude('switch-slow', 'likely'),
        good: unknown,
      },
      unsure: unknown,
    }),
  },
  causes: {
    'pod-subnet-not-assigned': { remediations: ['assign-pod-subnet'], explains: WITHOUT_NETWORK },
    'node-name-wrong': { remediations: [], explains: WITHOUT_NETWORK },
    'backend-unsupported': { remediations: [], explains: WITHOUT_NETWORK },
    'network-name-differs': { remediations: [], explains: ['leftover-nic', ...WITHOUT_NETWORK] },
    'iface-not-there': { remediations: [], explains: WITHOUT_NETWORK },
    'iface-ambiguous': { remediations: [], explains: WITHOUT_NETWORK },
    'flanneld-service-stopped': { remediations: ['restart-flanneld'], explains: WITHOUT_NETWORK },
    'flanneld-stopped': { remediations: ['restart-flanneld'], explains: WITHOUT_NETWORK },
    'management-ip-race': { remediations: ['restart-flanneld'], explains: ['vnic-no-management-ip'] },
    'switch-slow': { remediations: ['restart-flanneld'], explains: ['vnic-no-management-ip', ...WITHOUT_NETWORK] },
    'hns-network-missing': { remediations: ['restart-flanneld'], explains: WITHOUT_NETWORK },
  },
  pageCommands: {
    'set-node-name': {
      command: 'PS C:> [Environment]::SetEnvironmentVariable("NODE_NAME", "<Windows_Worker_Hostname>")',
      instead: ['[Environment]::SetEnvironmentVariable("NODE_NAME", [Net.Dns]::GetHostName().ToLower(), "Machine")'],
    },
    'run-flanneld': {
      command:
        'PS C:> C:\\flannel\\flanneld.exe --kubeconfig-file=c:\\k\\config --iface=<Windows_Worker_Node_IP> --ip-masq=1 --kube-subnet-mgr=1',
      instead: ['Restart-Service flanneld'],
    },
  },
});
