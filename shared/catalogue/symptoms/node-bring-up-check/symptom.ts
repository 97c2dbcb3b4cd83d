import { conclude, continueAt, goTo, ruledOut, unknown } from '../../define';
import { OWN_SUBNET, VIP_TOLD } from '../../source-vip';
import { defineSymptom, step } from '../../typed';
import { hnsNetwork } from '../container-creating/network';
import { runtimeService } from '../container-creating/runtime';
import { apiWay, cniKind, flanneld, kubeProxies, listening, readyState, sourceVip } from './cluster';
import { identity, kubeletPlace, kubeletWhy, notInstalled, registration } from './kubelet';
import { recognise } from './recognise';

/** S01: whether the node is really up: its programs, its place in the cluster, its network. */
export const nodeBringUpCheck = defineSymptom({
  id: 'node-bring-up-check',
  code: 'S01',
  anchor: 'how-do-i-know-kubernetes-on-windows-completed-successfully',
  group: 'node',
  example: 'Kubelet stopped posting node status.',
  recognise,
  first: 'kubelet',
  steps: {
    kubelet: step({
      probes: ['services', 'processes'],
      also: ['component-versions'],
      decide: (evidence) => kubeletPlace(evidence.services, evidence.processes, evidence['component-versions']),
      answers: {
        runs: goTo('api'),
        stopped: goTo('runtime'),
        bare: conclude('kubelet-not-started', 'confirmed'),
        'rke2-stopped': conclude('rke2-stopped', 'confirmed'),
        'rke2-alone': conclude('rke2-without-kubelet', 'likely'),
        'rke2-unregistered': conclude('rke2-not-registered', 'confirmed'),
        absent: goTo('installer'),
      },
      unsure: goTo('api'),
    }),
    installer: step({
      probes: [],
      answers: { rke2: conclude('rke2-not-registered', 'likely'), other: goTo('not-installed') },
      unsure: goTo('not-installed'),
    }),
    'not-installed': step({
      probes: ['services', 'processes', 'component-versions'],
      decide: (evidence) => notInstalled(evidence.services, evidence.processes, evidence['component-versions']),
      answers: { nothing: conclude('kubelet-not-installed', 'confirmed'), something: unknown },
      unsure: unknown,
    }),
    runtime: step({
      probes: ['services'],
      also: ['runtime'],
      decide: (evidence) => runtimeService(evidence.services, evidence.runtime),
      answers: {
        runs: goTo('kubelet-why'),
        stopped: continueAt('container-creating', 'runtime-config'),
        'no-pipe': continueAt('container-creating', 'runtime-config'),
        crashed: continueAt('container-creating', 'runtime-config'),
      },
      unsure: goTo('kubelet-why'),
    }),
    'kubelet-why': step({
      probes: ['services', 'processes'],
      also: ['log-scan'],
      decide: (evidence) => kubeletWhy(evidence.services, evidence.processes, evidence['log-scan']),
      answers: {
        runs: unknown,
        disabled: conclude('kubelet-disabled', 'confirmed'),
        'unknown-flag': conclude('kubelet-unknown-flag', 'confirmed'),
        config: conclude('kubelet-config-missing', 'confirmed'),
        bootstrap: conclude('kubelet-bootstrap-missing', 'confirmed'),
        port: conclude('kubelet-port-taken', 'confirmed'),
        'no-pipe': conclude('kubelet-before-runtime', 'confirmed'),
        ended: conclude('kubelet-not-running', 'confirmed'),
      },
      unsure: conclude('kubelet-not-running', 'likely'),
    }),
    api: step({
      probes: [],
      also: ['kube-tools', 'api-reach'],
      decide: (evidence) => apiWay(evidence['kube-tools'], evidence['api-reach']),
      answers: { 'no-way': continueAt('api-server-connect', 'kubeconfig'), answers: goTo('registered') },
      unsure: goTo('registered'),
    }),
    registered: step({
      probes: ['node-registered'],
      decide: (evidence) => registration(evidence['node-registered']),
      answers: { missing: goTo('identity'), there: goTo('ready') },
      unsure: goTo('ready'),
    }),
    identity: step({
      probes: ['certs', 'node-registered'],
      decide: (evidence) => identity(evidence.certs, evidence['node-registered']),
      answers: {
        truncated: conclude('node-name-truncated', 'confirmed'),
        other: conclude('node-name-changed', 'confirmed'),
        same: goTo('csr'),
      },
      unsure: goTo('csr'),
    }),
    csr: step({
      probes: [],
      answers: { pending: conclude('csr-pending', 'likely'), none: goTo('deleted') },
      unsure: goTo('deleted'),
    }),
    deleted: step({
      probes: ['node-registered'],
      decide: (evidence) => registration(evidence['node-registered']),
      answers: { missing: conclude('node-not-registered', 'confirmed'), there: unknown },
      unsure: unknown,
    }),
    ready: step({
      probes: ['node-object'],
      decide: (evidence) => readyState(evidence['node-object']),
      answers: {
        ready: goTo('kube-proxy'),
        network: continueAt('container-creating', 'cni-config'),
        silent: continueAt('api-server-connect', 'client-certificate'),
        runtime: continueAt('container-creating', 'runtime-config'),
        other: conclude('node-not-ready', 'likely'),
      },
      unsure: goTo('kube-proxy'),
    }),
    'kube-proxy': step({
      probes: ['processes'],
      decide: ({ processes }) => kubeProxies(processes),
      answers: {
        none: goTo('source-vip'),
        several: continueAt('vnics-endpoints-deleted', 'second'),
        one: goTo('cni'),
      },
      unsure: goTo('cni'),
    }),
    // Where other trees find that there is none: nothing of this one follows.
    'source-vip': step({
      probes: [],
      also: [...VIP_TOLD, ...OWN_SUBNET, 'flannel-state'],
      decide: sourceVip,
      answers: { none: continueAt('flannel-vxlan-rejoin', 'dummy'), told: goTo('no-kube-proxy') },
      unsure: goTo('no-kube-proxy'),
    }),
    'no-kube-proxy': step({
      probes: ['processes'],
      decide: ({ processes }) => kubeProxies(processes),
      answers: { none: conclude('kube-proxy-absent', 'confirmed'), several: unknown, one: unknown },
      unsure: unknown,
    }),
    cni: step({
      probes: ['cni-config'],
      decide: (evidence) => cniKind(evidence['cni-config']),
      answers: { flannel: goTo('flanneld'), other: goTo('network') },
      unsure: goTo('network'),
    }),
    flanneld: step({
      probes: ['processes'],
      decide: ({ processes }) => flanneld(processes),
      answers: { runs: goTo('network'), none: continueAt('flanneld-waiting-for-network', 'pod-subnet') },
      unsure: goTo('network'),
    }),
    network: step({
      probes: [],
      also: ['hns-networks', 'hns-process', 'cni-config'],
      decide: hnsNetwork,
      answers: {
        there: goTo('listening'),
        missing: continueAt('no-network-adapter', 'hns-crashes'),
        hung: continueAt('container-creating', 'hns-network'),
      },
      unsure: goTo('listening'),
    }),
    listening: step({
      probes: ['local-health'],
      decide: (evidence) => listening(evidence['local-health']),
      answers: {
        both: goTo('all-seen'),
        'kubelet-silent': conclude('kubelet-silent', 'likely'),
        'kube-proxy-silent': conclude('kube-proxy-silent', 'likely'),
      },
      unsure: goTo('all-seen'),
    }),
    'all-seen': step({
      probes: ['node-object'],
      decide: (evidence) => readyState(evidence['node-object']),
      answers: { ready: ruledOut, network: unknown, silent: unknown, runtime: unknown, other: unknown },
      unsure: unknown,
    }),
  },
  causes: {
    'kubelet-not-installed': { remediations: ['rejoin-node'] },
    'kubelet-not-started': { remediations: [] },
    'rke2-stopped': { remediations: [] },
    'rke2-without-kubelet': { remediations: [] },
    'rke2-not-registered': { remediations: ['register-rke2'] },
    'kubelet-disabled': { remediations: ['start-automatically'], explains: ['not-automatic'] },
    'kubelet-unknown-flag': {
      remediations: ['remove-kubelet-flags'],
      explains: ['service-throttled'],
    },
    'kubelet-config-missing': { remediations: [], explains: ['service-throttled'] },
    'kubelet-bootstrap-missing': { remediations: ['rejoin-node'], explains: ['service-throttled'] },
    'kubelet-port-taken': { remediations: [], explains: ['service-throttled'] },
    'kubelet-before-runtime': { remediations: ['start-runtime'], explains: ['service-throttled'] },
    'kubelet-not-running': { remediations: ['start-runtime'] },
    'node-name-changed': { remediations: ['set-kubelet-name', 'rejoin-node'] },
    'node-name-truncated': { remediations: ['set-kubelet-name'] },
    'csr-pending': { remediations: ['approve-request'] },
    'node-not-registered': { remediations: ['rejoin-node'] },
    'node-not-ready': { remediations: [] },
    'kube-proxy-absent': { remediations: ['restart-kube-proxy'] },
    'kubelet-silent': { remediations: ['restart-kubelet'] },
    'kube-proxy-silent': { remediations: ['restart-kube-proxy'] },
  },
});
