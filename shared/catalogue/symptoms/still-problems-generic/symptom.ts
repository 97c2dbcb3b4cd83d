import { conclude, continueAt, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { nodesReached, podsReached } from '../vsphere-4789/overlay';
import { fabric, kubeletPort, managementIp, refusals, topology } from './evidence';
import { recognise } from './recognise';

/** S19: the last resort, when nothing else fits: is the topology right, and does the traffic between nodes and Pods pass? */
export const stillProblemsGeneric = defineSymptom({
  id: 'still-problems-generic',
  code: 'S19',
  anchor: 'i-am-still-seeing-problems-what-should-i-do',
  group: 'node',
  example: 'Get "https://10.0.0.5:10250/containerLogs/default/web": dial tcp 10.0.0.5:10250: i/o timeout',
  recognise,
  first: 'topology',
  steps: {
    topology: step({
      probes: ['cni-config', 'hns-networks'],
      also: ['flannel-state'],
      decide: (evidence) => topology(evidence['cni-config'], evidence['hns-networks'], evidence['flannel-state']),
      answers: {
        fits: goTo('management-ip'),
        own: goTo('management-ip'),
        'plugin-differs': conclude('cni-plugin-mismatch', 'confirmed'),
        'backend-differs': conclude('flannel-backend-mismatch', 'confirmed'),
      },
      unsure: goTo('management-ip'),
    }),
    'management-ip': step({
      probes: ['hns-networks', 'node-object'],
      decide: (evidence) => managementIp(evidence['hns-networks'], evidence['node-object']),
      answers: {
        fits: goTo('kubelet-port'),
        lost: conclude('management-ip-lost', 'confirmed'),
        drifted: conclude('management-ip-drifted', 'confirmed'),
      },
      unsure: goTo('kubelet-port'),
    }),
    'kubelet-port': step({
      probes: ['firewall', 'local-health'],
      decide: (evidence) => kubeletPort(evidence.firewall, evidence['local-health']),
      answers: {
        open: goTo('nodes'),
        closed: conclude('kubelet-port-closed', 'confirmed'),
        blocked: conclude('kubelet-port-blocked', 'confirmed'),
        'not-listening': continueAt('node-bring-up-check', 'kubelet'),
      },
      unsure: goTo('nodes'),
    }),
    nodes: step({
      probes: ['fabric-reach'],
      decide: (evidence) => nodesReached(evidence['fabric-reach']),
      answers: { reached: goTo('remote-pods'), silent: conclude('nodes-unreachable', 'confirmed') },
      unsure: goTo('remote-pods'),
    }),
    'remote-pods': step({
      probes: ['fabric-reach'],
      decide: (evidence) => podsReached(evidence['fabric-reach']),
      answers: { reached: goTo('refusals'), silent: goTo('fabric') },
      unsure: goTo('refusals'),
    }),
    fabric: step({
      probes: ['hns-networks', 'platform'],
      also: ['cni-config'],
      decide: (evidence) => fabric(evidence['hns-networks'], evidence.platform, evidence['cni-config']),
      answers: {
        overlay: continueAt('vsphere-4789', 'backend'),
        azure: continueAt('azure-hostgw-no-internet', 'own-routes'),
        guarded: goTo('spoofing'),
        other: goTo('filters'),
      },
      unsure: goTo('filters'),
    }),
    spoofing: step({
      probes: [],
      answers: { forbidden: conclude('anti-spoofing', 'confirmed'), allowed: goTo('filters') },
      unsure: conclude('anti-spoofing', 'likely'),
    }),
    // Only where all of it could be looked at is silence about a complaint good news.
    refusals: step({
      probes: ['fabric-reach', 'firewall', 'local-health', 'hns-networks', 'cni-config'],
      also: ['api-reach'],
      decide: (evidence) => refusals(evidence['fabric-reach'], evidence['api-reach']),
      answers: { refused: conclude('application-refuses', 'likely'), none: goTo('complaint') },
      unsure: goTo('complaint-unconfirmed'),
    }),
    complaint: step({
      probes: [],
      answers: {
        none: ruledOut,
        refused: conclude('application-refuses', 'likely'),
        'timed-out': goTo('filters'),
        'only-ping': conclude('only-ping-fails', 'confirmed'),
      },
      unsure: ruledOut,
    }),
    'complaint-unconfirmed': step({
      probes: [],
      answers: {
        refused: conclude('application-refuses', 'likely'),
        'timed-out': goTo('filters'),
        'only-ping': conclude('only-ping-fails', 'confirmed'),
      },
      unsure: unknown,
    }),
    filters: step({
      probes: [],
      answers: { some: conclude('traffic-filtered', 'likely'), none: unknown },
      unsure: conclude('traffic-filtered', 'likely'),
    }),
  },
  causes: {
    'cni-plugin-mismatch': { remediations: [] },
    'flannel-backend-mismatch': { remediations: [] },
    'management-ip-lost': {
      remediations: [],
      explains: ['vnic-no-management-ip', 'switch-slow', 'management-ip-race'],
    },
    'management-ip-drifted': { remediations: [], explains: ['vnic-no-management-ip'] },
    'kubelet-port-closed': { remediations: ['allow-kubelet-port'] },
    'kubelet-port-blocked': { remediations: [] },
    'nodes-unreachable': { remediations: [] },
    'anti-spoofing': { remediations: [] },
    'application-refuses': { remediations: [] },
    'only-ping-fails': { remediations: [], byDesign: true },
    'traffic-filtered': { remediations: [] },
  },
});
