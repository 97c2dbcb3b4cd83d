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
import { MISSING, STUCK } from '../../vocabulary';

/** S12: the start script, or flanneld itself, waits for a network that is never made. */
export const flanneldWaitingForNetwork = defineSymptom({
  id: 'flanneld-waiting-for-network',
  code: 'S12',
  anchor: 'after-launching-kubernetes-flanneld-is-stuck-in-waiting-for-the-network-to-be-created',
  group: 'node',
  example: 'Waiting for the Network to be created',
  recognise: [
    { pattern: /Waiting for the Network(?: \(\S{1,60}\))? to be created/i, weight: 10 },
    { pattern: /failed to get management IP from HNSNetwork|Waiting to get ManagementIP\b/i, weight: 10 },
    { pattern: /Waiting to get net interface/i, weight: 9 },
    { pattern: /pod cidr not assigned/i, weight: 9 },
    { pattern: /Could not find valid interface matching|Failed to find any valid interface to use/i, weight: 9 },
    { pattern: /failed to acquire lease: node/i, weight: 8 },
    { pattern: /took too long to get ready/i, and: [/flannel|cbr0|vxlan0/i], weight: 9 },
    { pattern: /\bflanneld?\b/i, and: [STUCK], weight: 8 },
    {
      pattern: /\bflanneld?\b/i,
      and: [/ネットワーク|network|vxlan0|cbr0/i, /waiting|いつまでも|待(?:ち|機|って)/i],
      weight: 8,
    },
    { pattern: /ネットワークが作成されるのを待/, weight: 10 },
    { pattern: /ネットワーク(?:が|の)?(?:作成|生成|作られる|できる)(?:を|の)?(?:待|のを待|完了待)/, weight: 8 },
    { pattern: /\bwait(?:s|ing)?\b/i, and: [/\bnetwork\b/i, /\bcreated?\b|\bflannel/i], weight: 8 },
    { pattern: /\bflanneld?\b/i, and: [/ネットワーク|\bnetwork\b/i, MISSING], weight: 7 },
    { pattern: /\bflanneld?\b/i, and: [/\binterface\b|インターフェイス|インターフェース/i, MISSING], weight: 8 },
    { pattern: /failed to get management IP|Error registering network: timeout/i, weight: 9 },
    { pattern: /\bmanagement ?ip\b|管理 ?IP/i, and: [/\bflannel/i], weight: 8 },
    {
      pattern: /\bflanneld?\b/i,
      and: [
        /\bnever creates?|(?:\bnot|n't) creat|作成し(?:ない|ません|て)|作(?:らない|りません|って(?:くれ)?(?:ない|ません)|られ)/i,
        /network|ネットワーク|vxlan0|cbr0|flannel\.4096/i,
      ],
      weight: 9,
    },
    { pattern: /took too long to get ready/i, weight: 5 },
    {
      pattern: /\bstart(?:-kubelet)?\.ps1\b|\binstall script\b|\bhelper\.psm1\b/i,
      and: [/\bwait(?:s|ing)? (?:for|on)\b|待(?:ち|機|って|つ)/i, /\bnetwork\b|ネットワーク/i],
      weight: 9,
    },
    { pattern: /flanneld\.exe --kubeconfig-file/i, weight: 5 },
    { pattern: /\bwaiting for the network\b(?! \w)/i, and: [STUCK], weight: 7 },
    {
      pattern: /\bflanneld?\b/i,
      and: [
        /\bnetwork\b|ネットワーク|\bcbr0\b|\bvxlan0\b/i,
        /\bappear|\bcreat|\bbefore\b|\bcome up\b|出てこ|作成|作ら/i,
        /\brestart|再起動|\btwice\b|何度/i,
      ],
      weight: 9,
    },
  ],
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
