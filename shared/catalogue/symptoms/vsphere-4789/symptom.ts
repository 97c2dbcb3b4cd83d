import { because, cite, conclude, continueAt, goTo, ruledOut, undecided, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { mtuFits } from '../missing-subnet-env/file';
import { backend, nodesReached, overlayPortBlocked, podsAnswer, remoteRoutes } from './overlay';
import { recognise } from './recognise';

/** S14: Pods of one node talk to each other, those of different nodes do not; on vSphere the overlay's port may be taken. */
export const vsphere4789 = defineSymptom({
  id: 'vsphere-4789',
  code: 'S14',
  anchor: 'pod-to-pod-connectivity-between-hosts-is-broken-on-my-kubernetes-cluster-running-on-vsphere',
  group: 'services',
  example: 'dial tcp 10.244.1.31:80: i/o timeout',
  recognise,
  first: 'overlay',
  steps: {
    overlay: step({
      probes: ['hns-networks'],
      decide: ({ 'hns-networks': { networks } }) => {
        const at = networks.findIndex(({ type }) => type === 'overlay');
        return at < 0
          ? because('none', cite('hns-networks', '/networks'))
          : because('there', cite('hns-networks', `/networks/${at}/type`));
      },
      answers: { there: goTo('remote-pods'), none: ruledOut },
      unsure: goTo('remote-pods'),
    }),
    'remote-pods': step({
      probes: ['fabric-reach'],
      decide: (evidence) => podsAnswer(evidence['fabric-reach']),
      answers: { reached: goTo('packet-size'), some: goTo('backend'), silent: goTo('nodes') },
      // Nothing of what follows means anything as long as no connection is known to fail.
      unsure: goTo('seen'),
    }),
    // A connection is made with small packets: large ones may still be lost.
    'packet-size': step({
      probes: ['flannel-state', 'hns-networks', 'adapters'],
      also: ['cni-config'],
      decide: ({ 'flannel-state': flannel, 'hns-networks': { networks }, 'cni-config': cni, adapters }) =>
        mtuFits(flannel, networks, cni, adapters),
      answers: { 'too-large': continueAt('missing-subnet-env', 'mtu'), fits: goTo('large') },
      unsure: goTo('large'),
    }),
    large: step({
      probes: [],
      answers: { lost: conclude('overlay-mtu', 'likely'), arrive: ruledOut },
      unsure: ruledOut,
    }),
    seen: step({
      probes: [],
      answers: { together: ruledOut, 'large-only': conclude('overlay-mtu', 'likely'), apart: goTo('backend') },
      unsure: unknown,
    }),
    nodes: step({
      probes: ['fabric-reach'],
      decide: (evidence) => nodesReached(evidence['fabric-reach']),
      answers: { reached: goTo('backend'), silent: continueAt('still-problems-generic', 'nodes') },
      unsure: goTo('backend'),
    }),
    backend: step({
      probes: [],
      also: ['flannel-state', 'cluster-nodes'],
      decide: (evidence) => backend(evidence['flannel-state'], evidence['cluster-nodes']),
      answers: {
        fits: goTo('routes'),
        'other-port': conclude('vxlan-port-mismatch', 'confirmed'),
        'low-vni': conclude('vxlan-vni-too-low', 'confirmed'),
      },
      unsure: goTo('routes'),
    }),
    routes: step({
      probes: ['hns-networks'],
      also: ['cluster-nodes', 'fabric-reach'],
      decide: (evidence) => remoteRoutes(evidence['hns-networks'], evidence['cluster-nodes'], evidence['fabric-reach']),
      answers: {
        right: goTo('firewall'),
        missing: conclude('remote-route-missing', 'confirmed'),
        stale: conclude('remote-route-stale', 'confirmed'),
      },
      unsure: goTo('firewall'),
    }),
    firewall: step({
      probes: ['firewall'],
      decide: ({ firewall }) => overlayPortBlocked(firewall),
      answers: { open: goTo('platform'), blocked: conclude('overlay-port-blocked', 'likely') },
      unsure: goTo('platform'),
    }),
    platform: step({
      probes: ['platform'],
      decide: ({ platform: { vmware } }) => {
        const told = cite('platform', '/vmware');
        return vmware === null
          ? undecided(told)
          : because(vmware ? 'vmware' : 'other', told, cite('platform', '/maker'));
      },
      answers: { vmware: goTo('fabric'), other: goTo('other-fabric') },
      unsure: goTo('fabric'),
    }),
    fabric: step({
      probes: [],
      answers: {
        overlay: conclude('fabric-takes-4789', 'confirmed'),
        'security-group': conclude('fabric-filters-4789', 'likely'),
        plain: unknown,
      },
      unsure: conclude('fabric-takes-4789', 'likely'),
    }),
    'other-fabric': step({
      probes: [],
      answers: {
        overlay: conclude('fabric-takes-4789', 'likely'),
        'security-group': conclude('fabric-filters-4789', 'likely'),
        plain: unknown,
      },
      unsure: conclude('fabric-filters-4789', 'likely'),
    }),
  },
  causes: {
    'vxlan-port-mismatch': { remediations: ['align-vxlan-port'] },
    'vxlan-vni-too-low': { remediations: ['align-vxlan-port'] },
    'remote-route-missing': { remediations: ['restart-flanneld'] },
    'remote-route-stale': { remediations: ['restart-flanneld', 'recreate-overlay-network'] },
    'overlay-port-blocked': { remediations: ['allow-overlay-port'] },
    'overlay-mtu': { remediations: [] },
    'fabric-takes-4789': { remediations: ['move-fabric-port'] },
    'fabric-filters-4789': { remediations: [] },
  },
});
