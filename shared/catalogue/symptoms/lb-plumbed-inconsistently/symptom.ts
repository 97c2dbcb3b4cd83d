import { because, conclude, continueAt, goTo, ruledOut, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { nodePortEntries } from '../local-nodeport/node-ports';
import { clusterEntries, healthPort, refusals, refusingBuild, staleObjects } from './balancers';
import { portBlocks, rangeOverlap, takenNodePort } from './ports';
import { recognise } from './recognise';

/** S03: some Services work on some Windows nodes only, because HNS lacks or refuses their load balancers. */
export const lbPlumbedInconsistently = defineSymptom({
  id: 'lb-plumbed-inconsistently',
  code: 'S03',
  anchor: 'load-balancers-are-plumbed-inconsistently-across-the-cluster-nodes',
  group: 'services',
  example: 'Policy creation failed: hcnCreateLoadBalancer failed in Win32: The specified port already exists.',
  recognise,
  first: 'blocks',
  steps: {
    blocks: step({
      probes: ['ports', 'hns-loadbalancers'],
      decide: (evidence) => portBlocks(evidence.ports, evidence['hns-loadbalancers']),
      answers: { 'used-up': conclude('port-blocks-used-up', 'confirmed'), enough: goTo('range') },
      unsure: goTo('range'),
    }),
    range: step({
      probes: ['ports'],
      decide: ({ ports }) => rangeOverlap(ports),
      answers: { overlaps: conclude('node-port-range-overlaps', 'confirmed'), apart: goTo('listener') },
      unsure: goTo('listener'),
    }),
    listener: step({
      probes: ['processes', 'ports', 'cluster-services'],
      decide: (evidence) => takenNodePort(evidence.processes, evidence.ports, evidence['cluster-services']),
      answers: { taken: continueAt('local-nodeport', 'listener'), free: goTo('log') },
      unsure: goTo('log'),
    }),
    log: step({
      probes: ['log-scan', 'processes'],
      decide: (evidence) => refusals(evidence['log-scan'], evidence.processes),
      answers: {
        exists: conclude('lb-already-there', 'confirmed'),
        refused: goTo('build'),
        'health-check': goTo('health-port'),
        none: goTo('entries'),
      },
      unsure: goTo('entries'),
    }),
    'health-port': step({
      probes: ['os-build', 'processes', 'ports'],
      decide: (evidence) => healthPort(evidence['os-build'], evidence.processes, evidence.ports),
      answers: { taken: conclude('health-port-taken', 'likely'), other: goTo('build') },
      unsure: goTo('build'),
    }),
    build: step({
      probes: ['os-build'],
      decide: (evidence) => refusingBuild(evidence['os-build']),
      answers: {
        'no-sharing': conclude('port-sharing-missing', 'likely'),
        'server-2019': goTo('recreated'),
        older: unknown,
        newer: goTo('entries'),
      },
      unsure: goTo('entries'),
    }),
    recreated: step({
      probes: [],
      // What a verification has to look at, to see that the symptom is gone.
      also: ['cluster-services', 'hns-loadbalancers', 'hns-endpoints', 'node-object'],
      answers: { recreated: conclude('hns-port-leak', 'likely'), 'from-the-start': goTo('entries') },
      unsure: goTo('entries'),
    }),
    entries: step({
      probes: ['cluster-services', 'hns-loadbalancers'],
      also: ['node-object'],
      decide: (evidence) => {
        const { 'cluster-services': services, 'hns-loadbalancers': balancers } = evidence;
        const ports = nodePortEntries(services, balancers, evidence['node-object']);
        if (ports.kind === 'because' && ports.answer === 'missing') return because('missing', ...ports.citations);
        return clusterEntries(services, balancers);
      },
      answers: { complete: goTo('stale'), missing: continueAt('local-nodeport', 'missing-why') },
      unsure: goTo('scope'),
    }),
    scope: step({
      probes: [],
      answers: { 'only-here': continueAt('local-nodeport', 'missing-why'), 'all-nodes': goTo('stale') },
      unsure: goTo('stale-unconfirmed'),
    }),
    stale: step({
      probes: ['hns-loadbalancers', 'hns-endpoints'],
      decide: (evidence) => staleObjects(evidence['hns-loadbalancers'], evidence['hns-endpoints']),
      answers: {
        dangling: conclude('stale-endpoint', 'confirmed'),
        reused: conclude('pod-ip-reused', 'confirmed'),
        orphan: conclude('orphan-endpoint', 'likely'),
        none: ruledOut,
      },
      unsure: unknown,
    }),
    // Where nobody could compare the Services, endpoints in order do not rule the symptom out.
    'stale-unconfirmed': step({
      probes: ['hns-loadbalancers', 'hns-endpoints'],
      decide: (evidence) => staleObjects(evidence['hns-loadbalancers'], evidence['hns-endpoints']),
      answers: {
        dangling: conclude('stale-endpoint', 'confirmed'),
        reused: conclude('pod-ip-reused', 'confirmed'),
        orphan: conclude('orphan-endpoint', 'likely'),
        none: unknown,
      },
      unsure: unknown,
    }),
  },
  causes: {
    'port-blocks-used-up': { remediations: ['widen-port-range', 'enable-dsr'], explains: ['lb-incomplete'] },
    'node-port-range-overlaps': { remediations: ['widen-port-range'] },
    'port-sharing-missing': { remediations: ['update-windows'] },
    'health-port-taken': { remediations: [] },
    'hns-port-leak': { remediations: ['restart-node'], explains: ['lb-incomplete'] },
    'lb-already-there': { remediations: ['restart-kube-proxy'], explains: ['lb-incomplete'] },
    'stale-endpoint': { remediations: ['restart-kube-proxy'] },
    'pod-ip-reused': { remediations: ['delete-orphan-endpoints'] },
    'orphan-endpoint': { remediations: ['delete-orphan-endpoints'] },
  },
  pageCommands: {
    'dynamic-range': {
      command: 'netsh int ipv4 set dynamicportrange TCP <start_port> <port_count>',
      instead: [
        'netsh int ipv4 show dynamicportrange tcp',
        'netsh int ipv4 set dynamicportrange tcp 16385 49151',
        'netsh int ipv4 set dynamicportrange udp 16385 49151',
        'netsh int ipv4 add excludedportrange protocol=tcp startport=30000 numberofports=2768',
        'netsh int ipv4 add excludedportrange protocol=udp startport=30000 numberofports=2768',
      ],
    },
  },
});
