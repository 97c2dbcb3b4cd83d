import { apiServerConnect } from './api-server-connect';
import { containerCreating } from './container-creating';
import { lbPlumbedInconsistently } from './lb-plumbed-inconsistently';
import { hostportNotWorking } from './hostport-not-working';
import { hnsWrongDiskette } from './hns-wrong-diskette';
import { nodeCannotReachServiceIp } from './node-cannot-reach-service-ip';
import { containersRestartingImageOs } from './containers-restarting-image-os';
import { controlPlaneTriage } from './control-plane-triage';
import { endpointsLeaking } from './endpoints-leaking';
import { ipRangeExhausted } from './ip-range-exhausted';
import { flanneldWaitingForNetwork } from './flanneld-waiting-for-network';
import { localNodeport } from './local-nodeport';
import { noNetworkAdapter } from './no-network-adapter';
import { nodeportAfterScaleDown } from './nodeport-after-scale-down';
import { runInBackground } from './run-in-background';
import { vnicsEndpointsDeleted } from './vnics-endpoints-deleted';
import { vsphere4789 } from './vsphere-4789';

/** Nodes with a fault each, by what their operator sees. */
export const faultyNodes = [
  ...runInBackground,
  ...containerCreating,
  ...lbPlumbedInconsistently,
  ...hostportNotWorking,
  ...hnsWrongDiskette,
  ...nodeCannotReachServiceIp,
  ...localNodeport,
  ...nodeportAfterScaleDown,
  ...vnicsEndpointsDeleted,
  ...ipRangeExhausted,
  ...endpointsLeaking,
  ...containersRestartingImageOs,
  ...flanneldWaitingForNetwork,
  ...noNetworkAdapter,
  ...controlPlaneTriage,
  ...apiServerConnect,
  ...vsphere4789,
];
