import { ASIDE } from '../../aside';
import { conclude, continueAt, goTo, ruledOut, unknown } from '../../define';
import { OWN_SUBNET, VIP_TOLD } from '../../source-vip';
import { defineSymptom, step } from '../../typed';
import { subnetFits } from '../missing-subnet-env/file';
import { podsAnswer, remoteRoutes } from '../vsphere-4789/overlay';
import { ownRouter, routerTwice } from './routers';
import { backend, dummyLease, keptVip, knownVip, networkSubnet, proxyVip } from './subnets';
import { recognise } from './recognise';

/** Where the safe lines put what the page deletes. */
const FOLDER = `${ASIDE}\\source-vip`;

/**
 * S11: on flannel's overlay pods are out of reach after the node was deleted and has joined again. The cluster gave it another
 * pod subnet, and something here is still of the former one: HNS's network, kube-proxy's source VIP, a kept file or a lease; or
 * the nodes do not know of each other's routers any more.
 */
export const flannelVxlanRejoin = defineSymptom({
  id: 'flannel-vxlan-rejoin',
  code: 'S11',
  anchor: 'on-flannel-vxlan-mode-my-pods-are-having-connectivity-issues-after-rejoining-the-node',
  group: 'pods',
  example: 'Source Vip endpoint creation failed: hcnCreateEndpoint failed in Win32: (0x803b002f)',
  recognise,
  first: 'backend',
  steps: {
    backend: step({
      probes: [],
      also: ['cni-config', 'flannel-state'],
      decide: backend,
      answers: { vxlan: goTo('subnet-env'), other: ruledOut },
      unsure: goTo('subnet-env'),
    }),
    'subnet-env': step({
      probes: ['flannel-state'],
      also: ['node-object', 'hns-networks', 'cni-config'],
      decide: subnetFits,
      answers: {
        outside: continueAt('missing-subnet-env', 'subnet'),
        differs: continueAt('missing-subnet-env', 'subnet'),
        inside: goTo('network'),
      },
      unsure: goTo('network'),
    }),
    network: step({
      probes: ['hns-networks'],
      also: ['node-object', 'cni-config'],
      decide: networkSubnet,
      answers: {
        other: conclude('network-of-former-subnet', 'confirmed'),
        own: goTo('source-vip'),
        absent: continueAt('flanneld-waiting-for-network', 'pod-subnet'),
      },
      unsure: goTo('source-vip'),
    }),
    'source-vip': step({
      probes: [],
      also: [...VIP_TOLD, ...OWN_SUBNET, 'flannel-state'],
      decide: proxyVip,
      answers: {
        outside: conclude('source-vip-of-former-subnet', 'confirmed'),
        differs: conclude('source-vip-of-former-subnet', 'likely'),
        inside: goTo('kept'),
        none: goTo('dummy'),
      },
      unsure: goTo('kept-alone'),
    }),
    kept: step({
      probes: ['flannel-state'],
      also: ['processes', ...OWN_SUBNET],
      decide: keptVip,
      answers: {
        outside: conclude('kept-vip-of-former-subnet', 'confirmed'),
        differs: conclude('kept-vip-of-former-subnet', 'likely'),
        inside: goTo('router'),
        none: goTo('router'),
      },
      unsure: goTo('router'),
    }),
    // Where kube-proxy's own cannot be seen, it is what the script has kept.
    'kept-alone': step({
      probes: ['flannel-state'],
      also: ['processes', ...OWN_SUBNET],
      decide: keptVip,
      answers: {
        outside: conclude('source-vip-of-former-subnet', 'confirmed'),
        differs: conclude('source-vip-of-former-subnet', 'likely'),
        inside: goTo('router'),
        none: goTo('router'),
      },
      unsure: goTo('router'),
    }),
    dummy: step({
      probes: ['ipam'],
      also: [...VIP_TOLD, ...OWN_SUBNET, 'flannel-state'],
      decide: dummyLease,
      answers: {
        'left-over': conclude('source-vip-lease-left', 'confirmed'),
        trapped: conclude('source-vip-lease-left', 'confirmed'),
        none: conclude('source-vip-missing', 'confirmed'),
      },
      unsure: conclude('source-vip-missing', 'confirmed'),
    }),
    router: step({
      probes: ['hns-networks', 'node-object'],
      also: ['cni-config'],
      decide: ownRouter,
      answers: { other: conclude('router-mac-not-told', 'confirmed'), same: goTo('twice') },
      unsure: goTo('twice'),
    }),
    twice: step({
      probes: ['cluster-nodes'],
      decide: (evidence) => routerTwice(evidence['cluster-nodes']),
      answers: { twice: conclude('router-mac-twice', 'confirmed'), own: goTo('routes') },
      unsure: goTo('routes'),
    }),
    routes: step({
      probes: ['hns-networks'],
      also: ['cluster-nodes', 'fabric-reach'],
      decide: (evidence) => remoteRoutes(evidence['hns-networks'], evidence['cluster-nodes'], evidence['fabric-reach']),
      answers: {
        right: goTo('remote-pods'),
        missing: continueAt('vsphere-4789', 'routes'),
        stale: continueAt('vsphere-4789', 'routes'),
      },
      unsure: goTo('remote-pods'),
    }),
    // All that is this node's own is of its subnet: what still keeps packets from arriving lies between the nodes.
    'remote-pods': step({
      probes: ['fabric-reach'],
      decide: (evidence) => podsAnswer(evidence['fabric-reach']),
      answers: {
        reached: goTo('seen'),
        some: continueAt('vsphere-4789', 'backend'),
        silent: continueAt('vsphere-4789', 'nodes'),
      },
      unsure: goTo('seen'),
    }),
    // Other nodes' pods are reached without a source VIP: as long as nothing tells it, nothing is ruled out.
    seen: step({
      probes: [],
      also: [...VIP_TOLD, ...OWN_SUBNET, 'flannel-state'],
      decide: knownVip,
      answers: { inside: ruledOut, rejoined: conclude('source-vip-of-former-subnet', 'likely'), stayed: ruledOut },
      unsure: unknown,
    }),
  },
  causes: {
    'network-of-former-subnet': {
      remediations: ['restart-flanneld', 'recreate-overlay-network'],
    },
    'source-vip-of-former-subnet': { remediations: ['renew-source-vip'] },
    'kept-vip-of-former-subnet': { remediations: ['correct-kept-source-vip'] },
    'source-vip-lease-left': { remediations: ['renew-source-vip'], explains: ['kube-proxy-absent'] },
    'source-vip-missing': { remediations: ['renew-source-vip'], explains: ['kube-proxy-absent'] },
    'router-mac-not-told': { remediations: ['restart-flanneld', 'recreate-overlay-network'] },
    'router-mac-twice': { remediations: ['recreate-overlay-network'] },
  },
  pageCommands: {
    'source-vip': {
      command: 'Remove-Item C:\\k\\SourceVip.json',
      instead: [
        `New-Item -ItemType Directory -Force -Path '${FOLDER}'`,
        `Move-Item -LiteralPath 'C:\\k\\sourceVip.json' -Destination '${FOLDER}'`,
        `Get-ChildItem -Path 'C:\\var\\lib\\cni\\networks\\*\\*' -File | Where-Object { (Get-Content -LiteralPath $_.FullName -TotalCount 1) -eq 'dummy' } | Move-Item -Destination '${FOLDER}'`,
      ],
    },
    'source-vip-request': { command: 'Remove-Item C:\\k\\SourceVipRequest.json', instead: [] },
  },
});
