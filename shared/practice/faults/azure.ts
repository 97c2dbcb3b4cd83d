import type { NodeState } from '../state';
import { nodesUnreachable, overlayTaken } from './overlay';
import type { Fault } from './common';

/** The tag of every virtual machine of Azure. */
const AZURE = '7783-7084-3265-9085-8269-3286-77';

/** The node is one of Azure's machines; Azure's routes to the Pods are there. */
export const onAzure: Fault = (state) => ({ ...state, windows: { ...state.windows, assetTag: AZURE } });

/** Azure does not carry the Pods' packets. */
export const azureDropsPods: Fault = (state) => overlayTaken(onAzure(state));

/** A security group stops the nodes' own packets as well. */
export const azureDropsNodes: Fault = (state) => nodesUnreachable(onAzure(state));

/** The cluster has Pods on this node only, and nothing outside of the node answers the Pods. */
export const azureAlone: Fault = (state) => {
  const { cluster } = onAzure(state);
  const alone = (service: NodeState['cluster']['services'][number]) =>
    service.name === 'kubernetes'
      ? service
      : { ...service, backends: service.backends.filter(({ node }) => node === cluster.nodeName) };
  return { ...onAzure(state), cluster: { ...cluster, services: cluster.services.map(alone) } };
};
