import { because, cite, conclude, continueAt, goTo, ruledOut, undecided, unknown } from '../../define';
import { defineSymptom, step } from '../../typed';
import { nodesReached, podsReached } from '../vsphere-4789/overlay';
import { hostGateway, outside, ownRoutes } from './evidence';
import { recognise } from './recognise';

/**
 * S06: flannel host-gw on virtual machines of Azure. Azure routes by its own tables and drops what it does not know the
 * addresses of; neither its tables nor the settings of its network interfaces can be seen from inside of the machine.
 */
export const azureHostgwNoInternet = defineSymptom({
  id: 'azure-hostgw-no-internet',
  code: 'S06',
  anchor: 'containers-on-my-flannel-host-gw-deployment-on-azure-cannot-reach-the-internet',
  group: 'pods',
  example: 'curl: (28) Failed to connect to www.example.com port 443: Timed out',
  recognise,
  first: 'platform',
  steps: {
    platform: step({
      probes: ['platform'],
      decide: ({ platform: { azure } }) => {
        const told = cite('platform', '/azure');
        return azure === null
          ? undecided(told)
          : because(azure ? 'azure' : 'other', told, cite('platform', '/assetTag'));
      },
      answers: { azure: goTo('network'), other: ruledOut },
      unsure: unknown,
    }),
    network: step({
      probes: ['hns-networks'],
      also: ['cni-config', 'flannel-state'],
      decide: (evidence) => hostGateway(evidence['hns-networks'], evidence['cni-config'], evidence['flannel-state']),
      answers: { 'host-gw': goTo('remote-pods'), other: ruledOut },
      unsure: unknown,
    }),
    'remote-pods': step({
      probes: ['fabric-reach'],
      decide: (evidence) => podsReached(evidence['fabric-reach']),
      answers: { reached: ruledOut, silent: goTo('nodes') },
      unsure: goTo('pod-outside'),
    }),
    nodes: step({
      probes: ['fabric-reach'],
      decide: (evidence) => nodesReached(evidence['fabric-reach']),
      answers: { reached: goTo('own-routes'), silent: continueAt('still-problems-generic', 'nodes') },
      unsure: goTo('own-routes'),
    }),
    // Where flannel lacks a route, the packets do not even reach Azure.
    'own-routes': step({
      probes: ['routes', 'cluster-nodes', 'node-object'],
      decide: (evidence) => ownRoutes(evidence.routes, evidence['cluster-nodes'], evidence['node-object']),
      answers: { complete: goTo('azure-settings'), missing: unknown },
      unsure: goTo('azure-settings'),
    }),
    'pod-outside': step({
      probes: [],
      answers: { reached: ruledOut, silent: goTo('node-outside') },
      unsure: unknown,
    }),
    'node-outside': step({
      probes: ['fabric-reach'],
      decide: (evidence) => outside(evidence['fabric-reach']),
      answers: { reached: goTo('azure-settings'), silent: conclude('azure-traffic-filtered', 'likely') },
      unsure: goTo('azure-settings'),
    }),
    'azure-settings': step({
      probes: [],
      answers: {
        'no-routes': conclude('azure-routes-missing', 'confirmed'),
        unassociated: conclude('azure-table-unassociated', 'confirmed'),
        'forwarding-off': conclude('azure-forwarding-off', 'confirmed'),
        'all-there': conclude('azure-traffic-filtered', 'likely'),
      },
      unsure: conclude('azure-routes-missing', 'likely'),
    }),
  },
  causes: {
    'azure-routes-missing': { remediations: ['azure-pod-routes'] },
    'azure-table-unassociated': { remediations: ['azure-pod-routes'] },
    'azure-forwarding-off': { remediations: ['azure-pod-routes'] },
    'azure-traffic-filtered': { remediations: [] },
  },
  pageCommands: {
    'route-table': {
      command: 'az network route-table create --resource-group <my_resource_group> --name BridgeRoute ',
      instead: [
        'az network vnet subnet show -g <resource-group> --vnet-name <vnet> -n <subnet> --query routeTable.id',
        'az network route-table create -g <resource-group> -n BridgeRoute',
        'az network vnet subnet update -g <resource-group> --vnet-name <vnet> -n <subnet> --route-table BridgeRoute',
      ],
    },
    route: {
      command:
        'az network route-table route create  --resource-group <my_resource_group> --address-prefix 10.244.0.0/24 --route-table-name BridgeRoute  --name MyRoute --next-hop-type VirtualAppliance --next-hop-ip-address 10.0.0.4 ',
      instead: [
        'kubectl get nodes -o jsonpath=\'{range .items[*]}{.metadata.name} {.spec.podCIDR} {.status.addresses[0].address}{"\\n"}{end}\'',
        'az network route-table route create -g <resource-group> --route-table-name BridgeRoute -n <node> --address-prefix <podCIDR of the node> --next-hop-type VirtualAppliance --next-hop-ip-address <address of the node>',
        'az network nic update -g <resource-group> -n <NIC of the node> --ip-forwarding true',
      ],
    },
  },
});
