import { nodesUnreachable, overlayTaken, podsHereOnly, unreachable } from './overlay';
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
export const azureAlone: Fault = (state) => podsHereOnly(onAzure(state));

/** … and nothing outside of the cluster's networks answers the node itself. */
export const azureShutIn: Fault = (state) =>
  unreachable(azureAlone(state), (target) => target.startsWith('203.0.113.'));
