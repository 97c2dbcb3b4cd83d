import { apiServerConnect } from './api-server-connect/symptom';
import { containerCreating } from './container-creating/symptom';
import { containersRestartingImageOs } from './containers-restarting-image-os/symptom';
import { stillProblemsGeneric } from './still-problems-generic/symptom';
import { controlPlaneTriage } from './control-plane-triage/symptom';
import { endpointsLeaking } from './endpoints-leaking/symptom';
import { flannelVxlanRejoin } from './flannel-vxlan-rejoin/symptom';
import { flanneldWaitingForNetwork } from './flanneld-waiting-for-network/symptom';
import { missingSubnetEnv } from './missing-subnet-env/symptom';
import { hnsWrongDiskette } from './hns-wrong-diskette/symptom';
import { hostportNotWorking } from './hostport-not-working/symptom';
import { ipRangeExhausted } from './ip-range-exhausted/symptom';
import { lbPlumbedInconsistently } from './lb-plumbed-inconsistently/symptom';
import { azureHostgwNoInternet } from './azure-hostgw-no-internet/symptom';
import { localNodeport } from './local-nodeport/symptom';
import { noNetworkAdapter } from './no-network-adapter/symptom';
import { nodeBringUpCheck } from './node-bring-up-check/symptom';
import { nodeCannotReachServiceIp } from './node-cannot-reach-service-ip/symptom';
import { nodeportAfterScaleDown } from './nodeport-after-scale-down/symptom';
import { runInBackground } from './run-in-background/symptom';
import { vnicsEndpointsDeleted } from './vnics-endpoints-deleted/symptom';
import { vsphere4789 } from './vsphere-4789/symptom';
import { podsCannotPingExternal } from './pods-cannot-ping-external/symptom';

/** Every symptom, in the order in which it is offered. */
export const symptoms = {
  'node-bring-up-check': nodeBringUpCheck,
  'run-in-background': runInBackground,
  'container-creating': containerCreating,
  'lb-plumbed-inconsistently': lbPlumbedInconsistently,
  'hostport-not-working': hostportNotWorking,
  'hns-wrong-diskette': hnsWrongDiskette,
  'node-cannot-reach-service-ip': nodeCannotReachServiceIp,
  'azure-hostgw-no-internet': azureHostgwNoInternet,
  'local-nodeport': localNodeport,
  'nodeport-after-scale-down': nodeportAfterScaleDown,
  'vnics-endpoints-deleted': vnicsEndpointsDeleted,
  'ip-range-exhausted': ipRangeExhausted,
  'containers-restarting-image-os': containersRestartingImageOs,
  'flannel-vxlan-rejoin': flannelVxlanRejoin,
  'flanneld-waiting-for-network': flanneldWaitingForNetwork,
  'missing-subnet-env': missingSubnetEnv,
  'endpoints-leaking': endpointsLeaking,
  'no-network-adapter': noNetworkAdapter,
  'still-problems-generic': stillProblemsGeneric,
  'control-plane-triage': controlPlaneTriage,
  'api-server-connect': apiServerConnect,
  'vsphere-4789': vsphere4789,
  'pods-cannot-ping-external': podsCannotPingExternal,
} as const;

export type SymptomId = keyof typeof symptoms;

export function isSymptomId(id: string): id is SymptomId {
  return Object.hasOwn(symptoms, id);
}
