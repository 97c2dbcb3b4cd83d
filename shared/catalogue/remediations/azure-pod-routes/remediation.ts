import type { EvidenceOf } from '../../define';
import type { probes } from '../../probes';
import { defineRemediation } from '../../typed';

type Nodes = EvidenceOf<(typeof probes)['cluster-nodes']>;
type Node = EvidenceOf<(typeof probes)['node-object']>;

/** Nodes whose Pods need a route, with the addresses of this cluster; only this node where no other may be listed. */
function routed(nodes: Nodes | undefined, own: Node | undefined) {
  const list = [...(nodes?.nodes ?? []), ...(own ? [own] : [])].flatMap(({ name, podCidr, internalIp }) =>
    podCidr === null || internalIp === null ? [] : [{ name, podCidr, internalIp }],
  );
  return list.filter(({ name }, index) => list.findIndex((other) => other.name === name) === index);
}

/**
 * Azure's routes to the Pods of every node. The source page stops after the routes: they change nothing before the table
 * is associated with the nodes' subnet and each node's network interface forwards what is not its own.
 */
export const azurePodRoutes = defineRemediation({
  id: 'azure-pod-routes',
  risk: 'copy-text',
  probes: [],
  also: ['cluster-nodes', 'node-object'],
  cooldown: 0,
  plan: (evidence) => {
    const nodes = routed(evidence['cluster-nodes'], evidence['node-object']);
    if (nodes.length === 0) return { kind: 'not-here', why: 'no-pod-subnet' };
    return {
      kind: 'copy',
      lines: [
        'az network vnet subnet show -g <resource-group> --vnet-name <vnet> -n <subnet> --query routeTable.id',
        'az network route-table create -g <resource-group> -n BridgeRoute',
        ...nodes.map(
          ({ name, podCidr, internalIp }) =>
            `az network route-table route create -g <resource-group> --route-table-name BridgeRoute -n pods-${name} --address-prefix ${podCidr} --next-hop-type VirtualAppliance --next-hop-ip-address ${internalIp}`,
        ),
        'az network vnet subnet update -g <resource-group> --vnet-name <vnet> -n <subnet> --route-table BridgeRoute',
        ...nodes.map(
          ({ name }) => `az network nic update -g <resource-group> -n <NIC of ${name}> --ip-forwarding true`,
        ),
      ],
    };
  },
  hurts: () => ({ pods: null, seconds: null }),
});
