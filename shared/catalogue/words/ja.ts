import type { RemediationId } from '../remediations';
import type { SymptomId } from '../symptoms';
import type { ProbeTexts, RemediationText, SymptomText } from '../texts';
import probes from '../probes/text.ja.json';
import clearDrainedNode from '../remediations/clear-drained-node/text.ja.json';
import copyKubeconfig from '../remediations/copy-kubeconfig/text.ja.json';
import keepOnePod from '../remediations/keep-one-pod/text.ja.json';
import largerNodeRange from '../remediations/larger-node-range/text.ja.json';
import lookAtControlPlane from '../remediations/look-at-control-plane/text.ja.json';
import moveLeakedLeases from '../remediations/move-leaked-leases/text.ja.json';
import moveLeftoverCni from '../remediations/move-leftover-cni/text.ja.json';
import recreatePods from '../remediations/recreate-pods/text.ja.json';
import rejoinNode from '../remediations/rejoin-node/text.ja.json';
import removeSecondKubeProxy from '../remediations/remove-second-kube-proxy/text.ja.json';
import removeLeakedEndpoints from '../remediations/remove-leaked-endpoints/text.ja.json';
import restartFlanneld from '../remediations/restart-flanneld/text.ja.json';
import restartKubeProxy from '../remediations/restart-kube-proxy/text.ja.json';
import resyncClock from '../remediations/resync-clock/text.ja.json';
import setApiServer from '../remediations/set-api-server/text.ja.json';
import setKubeProxyName from '../remediations/set-kube-proxy-name/text.ja.json';
import setPauseImage from '../remediations/set-pause-image/text.ja.json';
import startRuntime from '../remediations/start-runtime/text.ja.json';
import updateWindows from '../remediations/update-windows/text.ja.json';
import apiServerConnect from '../symptoms/api-server-connect/text.ja.json';
import containerCreating from '../symptoms/container-creating/text.ja.json';
import controlPlaneTriage from '../symptoms/control-plane-triage/text.ja.json';
import endpointsLeaking from '../symptoms/endpoints-leaking/text.ja.json';
import ipRangeExhausted from '../symptoms/ip-range-exhausted/text.ja.json';
import localNodeport from '../symptoms/local-nodeport/text.ja.json';
import noNetworkAdapter from '../symptoms/no-network-adapter/text.ja.json';
import nodeportAfterScaleDown from '../symptoms/nodeport-after-scale-down/text.ja.json';
import vnicsEndpointsDeleted from '../symptoms/vnics-endpoints-deleted/text.ja.json';

/** All that the catalogue says in Japanese. */
export const words: {
  readonly symptoms: Readonly<Record<SymptomId, SymptomText>>;
  readonly remediations: Readonly<Record<RemediationId, RemediationText>>;
  readonly probes: ProbeTexts;
} = {
  symptoms: {
    'container-creating': containerCreating,
    'local-nodeport': localNodeport,
    'nodeport-after-scale-down': nodeportAfterScaleDown,
    'vnics-endpoints-deleted': vnicsEndpointsDeleted,
    'ip-range-exhausted': ipRangeExhausted,
    'endpoints-leaking': endpointsLeaking,
    'no-network-adapter': noNetworkAdapter,
    'control-plane-triage': controlPlaneTriage,
    'api-server-connect': apiServerConnect,
  },
  remediations: {
    'clear-drained-node': clearDrainedNode,
    'copy-kubeconfig': copyKubeconfig,
    'keep-one-pod': keepOnePod,
    'larger-node-range': largerNodeRange,
    'look-at-control-plane': lookAtControlPlane,
    'move-leaked-leases': moveLeakedLeases,
    'move-leftover-cni': moveLeftoverCni,
    'recreate-pods': recreatePods,
    'rejoin-node': rejoinNode,
    'remove-second-kube-proxy': removeSecondKubeProxy,
    'remove-leaked-endpoints': removeLeakedEndpoints,
    'restart-flanneld': restartFlanneld,
    'restart-kube-proxy': restartKubeProxy,
    'resync-clock': resyncClock,
    'set-api-server': setApiServer,
    'set-kube-proxy-name': setKubeProxyName,
    'set-pause-image': setPauseImage,
    'start-runtime': startRuntime,
    'update-windows': updateWindows,
  },
  probes,
};
