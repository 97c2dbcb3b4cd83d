import { apiServerConnect } from './api-server-connect';
import { containerCreating } from './container-creating';
import { containersRestartingImageOs } from './containers-restarting-image-os';
import { stillProblemsGeneric } from './still-problems-generic';
import { controlPlaneTriage } from './control-plane-triage';
import { endpointsLeaking } from './endpoints-leaking';
import { flannelVxlanRejoin } from './flannel-vxlan-rejoin';
import { flanneldWaitingForNetwork } from './flanneld-waiting-for-network';
import { hnsWrongDiskette } from './hns-wrong-diskette';
import { hostportNotWorking } from './hostport-not-working';
import { ipRangeExhausted } from './ip-range-exhausted';
import { lbPlumbedInconsistently } from './lb-plumbed-inconsistently';
import { azureHostgwNoInternet } from './azure-hostgw-no-internet';
import { missingSubnetEnv } from './missing-subnet-env';
import { localNodeport } from './local-nodeport';
import { noNetworkAdapter } from './no-network-adapter';
import { nodeBringUpCheck } from './node-bring-up-check';
import { nodeCannotReachServiceIp } from './node-cannot-reach-service-ip';
import { nodeportAfterScaleDown } from './nodeport-after-scale-down';
import { runInBackground } from './run-in-background';
import { vnicsEndpointsDeleted } from './vnics-endpoints-deleted';
import { vsphere4789 } from './vsphere-4789';
import { podsCannotPingExternal } from './pods-cannot-ping-external';

/** Nodes with a fault each, by what their operator sees. */
export const faultyNodes = [
  ...nodeBringUpCheck,
  ...runInBackground,
  ...containerCreating,
  ...lbPlumbedInconsistently,
  ...hostportNotWorking,
  ...hnsWrongDiskette,
  ...nodeCannotReachServiceIp,
  ...azureHostgwNoInternet,
  ...localNodeport,
  ...nodeportAfterScaleDown,
  ...vnicsEndpointsDeleted,
  ...ipRangeExhausted,
  ...endpointsLeaking,
  ...containersRestartingImageOs,
  ...flannelVxlanRejoin,
  ...flanneldWaitingForNetwork,
  ...missingSubnetEnv,
  ...noNetworkAdapter,
  ...stillProblemsGeneric,
  ...controlPlaneTriage,
  ...apiServerConnect,
  ...vsphere4789,
  ...podsCannotPingExternal,
];
