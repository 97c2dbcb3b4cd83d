import type { RemediationId } from '../remediations';
import type { SymptomId } from '../symptoms';
import type { ProbeTexts, RemediationText, SymptomText } from '../texts';
import probes from '../probes/text.ja.json';
import addPortMappings from '../remediations/add-port-mappings/text.ja.json';
import addServiceFlag from '../remediations/add-service-flag/text.ja.json';
import alignVxlanPort from '../remediations/align-vxlan-port/text.ja.json';
import allowOverlayPort from '../remediations/allow-overlay-port/text.ja.json';
import approveRequest from '../remediations/approve-request/text.ja.json';
import assignPodSubnet from '../remediations/assign-pod-subnet/text.ja.json';
import clearDrainedNode from '../remediations/clear-drained-node/text.ja.json';
import copyKubeconfig from '../remediations/copy-kubeconfig/text.ja.json';
import correctKeptSourceVip from '../remediations/correct-kept-source-vip/text.ja.json';
import deleteOrphanEndpoints from '../remediations/delete-orphan-endpoints/text.ja.json';
import deleteStaleHostEndpoint from '../remediations/delete-stale-host-endpoint/text.ja.json';
import enableContainers from '../remediations/enable-containers/text.ja.json';
import enableDsr from '../remediations/enable-dsr/text.ja.json';
import keepOnePod from '../remediations/keep-one-pod/text.ja.json';
import largerNodeRange from '../remediations/larger-node-range/text.ja.json';
import lookAtControlPlane from '../remediations/look-at-control-plane/text.ja.json';
import mergeExceptions from '../remediations/merge-exceptions/text.ja.json';
import moveFabricPort from '../remediations/move-fabric-port/text.ja.json';
import moveLeakedLeases from '../remediations/move-leaked-leases/text.ja.json';
import moveLeftoverCni from '../remediations/move-leftover-cni/text.ja.json';
import nameTheAdapter from '../remediations/name-the-adapter/text.ja.json';
import pullImageAgain from '../remediations/pull-image-again/text.ja.json';
import recreateHostPortPods from '../remediations/recreate-host-port-pods/text.ja.json';
import recreateOverlayNetwork from '../remediations/recreate-overlay-network/text.ja.json';
import recreatePods from '../remediations/recreate-pods/text.ja.json';
import renewSourceVip from '../remediations/renew-source-vip/text.ja.json';
import registerRke2 from '../remediations/register-rke2/text.ja.json';
import registerServices from '../remediations/register-services/text.ja.json';
import rejoinNode from '../remediations/rejoin-node/text.ja.json';
import removeCniBom from '../remediations/remove-cni-bom/text.ja.json';
import removeKubeletFlags from '../remediations/remove-kubelet-flags/text.ja.json';
import removeLeakedEndpoints from '../remediations/remove-leaked-endpoints/text.ja.json';
import removeNiclistEntries from '../remediations/remove-niclist-entries/text.ja.json';
import removeSecondKubeProxy from '../remediations/remove-second-kube-proxy/text.ja.json';
import renameHnsData from '../remediations/rename-hns-data/text.ja.json';
import restartFlanneld from '../remediations/restart-flanneld/text.ja.json';
import restartCniAgent from '../remediations/restart-cni-agent/text.ja.json';
import restartHns from '../remediations/restart-hns/text.ja.json';
import restartKubeProxy from '../remediations/restart-kube-proxy/text.ja.json';
import restartKubelet from '../remediations/restart-kubelet/text.ja.json';
import restartNode from '../remediations/restart-node/text.ja.json';
import resyncClock from '../remediations/resync-clock/text.ja.json';
import setApiServer from '../remediations/set-api-server/text.ja.json';
import setKubeProxyName from '../remediations/set-kube-proxy-name/text.ja.json';
import setKubeletName from '../remediations/set-kubelet-name/text.ja.json';
import setPauseImage from '../remediations/set-pause-image/text.ja.json';
import startAutomatically from '../remediations/start-automatically/text.ja.json';
import startRuntime from '../remediations/start-runtime/text.ja.json';
import updateCniPlugins from '../remediations/update-cni-plugins/text.ja.json';
import updateWindows from '../remediations/update-windows/text.ja.json';
import writeSubnetEnv from '../remediations/write-subnet-env/text.ja.json';
import useFittingImage from '../remediations/use-fitting-image/text.ja.json';
import widenPortRange from '../remediations/widen-port-range/text.ja.json';
import azurePodRoutes from '../remediations/azure-pod-routes/text.ja.json';
import allowKubeletPort from '../remediations/allow-kubelet-port/text.ja.json';
import apiServerConnect from '../symptoms/api-server-connect/text.ja.json';
import containerCreating from '../symptoms/container-creating/text.ja.json';
import containersRestartingImageOs from '../symptoms/containers-restarting-image-os/text.ja.json';
import stillProblemsGeneric from '../symptoms/still-problems-generic/text.ja.json';
import controlPlaneTriage from '../symptoms/control-plane-triage/text.ja.json';
import endpointsLeaking from '../symptoms/endpoints-leaking/text.ja.json';
import flannelVxlanRejoin from '../symptoms/flannel-vxlan-rejoin/text.ja.json';
import flanneldWaitingForNetwork from '../symptoms/flanneld-waiting-for-network/text.ja.json';
import missingSubnetEnv from '../symptoms/missing-subnet-env/text.ja.json';
import hnsWrongDiskette from '../symptoms/hns-wrong-diskette/text.ja.json';
import hostportNotWorking from '../symptoms/hostport-not-working/text.ja.json';
import ipRangeExhausted from '../symptoms/ip-range-exhausted/text.ja.json';
import lbPlumbedInconsistently from '../symptoms/lb-plumbed-inconsistently/text.ja.json';
import azureHostgwNoInternet from '../symptoms/azure-hostgw-no-internet/text.ja.json';
import localNodeport from '../symptoms/local-nodeport/text.ja.json';
import noNetworkAdapter from '../symptoms/no-network-adapter/text.ja.json';
import nodeBringUpCheck from '../symptoms/node-bring-up-check/text.ja.json';
import nodeCannotReachServiceIp from '../symptoms/node-cannot-reach-service-ip/text.ja.json';
import nodeportAfterScaleDown from '../symptoms/nodeport-after-scale-down/text.ja.json';
import runInBackground from '../symptoms/run-in-background/text.ja.json';
import vnicsEndpointsDeleted from '../symptoms/vnics-endpoints-deleted/text.ja.json';
import vsphere4789 from '../symptoms/vsphere-4789/text.ja.json';
import podsCannotPingExternal from '../symptoms/pods-cannot-ping-external/text.ja.json';
import narrowExceptionList from '../remediations/narrow-exception-list/text.ja.json';
import recreateListedPods from '../remediations/recreate-listed-pods/text.ja.json';

/** All that the catalogue says in Japanese. */
export const words: {
  readonly symptoms: Readonly<Record<SymptomId, SymptomText>>;
  readonly remediations: Readonly<Record<RemediationId, RemediationText>>;
  readonly probes: ProbeTexts;
} = {
  symptoms: {
    'pods-cannot-ping-external': podsCannotPingExternal,
    'vsphere-4789': vsphere4789,
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
  },
  remediations: {
    'recreate-listed-pods': recreateListedPods,
    'narrow-exception-list': narrowExceptionList,
    'add-port-mappings': addPortMappings,
    'add-service-flag': addServiceFlag,
    'align-vxlan-port': alignVxlanPort,
    'allow-overlay-port': allowOverlayPort,
    'approve-request': approveRequest,
    'assign-pod-subnet': assignPodSubnet,
    'azure-pod-routes': azurePodRoutes,
    'allow-kubelet-port': allowKubeletPort,
    'clear-drained-node': clearDrainedNode,
    'copy-kubeconfig': copyKubeconfig,
    'correct-kept-source-vip': correctKeptSourceVip,
    'delete-orphan-endpoints': deleteOrphanEndpoints,
    'delete-stale-host-endpoint': deleteStaleHostEndpoint,
    'enable-containers': enableContainers,
    'enable-dsr': enableDsr,
    'keep-one-pod': keepOnePod,
    'larger-node-range': largerNodeRange,
    'look-at-control-plane': lookAtControlPlane,
    'merge-exceptions': mergeExceptions,
    'move-fabric-port': moveFabricPort,
    'move-leaked-leases': moveLeakedLeases,
    'move-leftover-cni': moveLeftoverCni,
    'name-the-adapter': nameTheAdapter,
    'pull-image-again': pullImageAgain,
    'recreate-host-port-pods': recreateHostPortPods,
    'recreate-overlay-network': recreateOverlayNetwork,
    'recreate-pods': recreatePods,
    'renew-source-vip': renewSourceVip,
    'register-rke2': registerRke2,
    'register-services': registerServices,
    'rejoin-node': rejoinNode,
    'remove-cni-bom': removeCniBom,
    'remove-kubelet-flags': removeKubeletFlags,
    'remove-leaked-endpoints': removeLeakedEndpoints,
    'remove-niclist-entries': removeNiclistEntries,
    'remove-second-kube-proxy': removeSecondKubeProxy,
    'rename-hns-data': renameHnsData,
    'restart-flanneld': restartFlanneld,
    'restart-cni-agent': restartCniAgent,
    'restart-hns': restartHns,
    'restart-kube-proxy': restartKubeProxy,
    'restart-kubelet': restartKubelet,
    'restart-node': restartNode,
    'resync-clock': resyncClock,
    'set-api-server': setApiServer,
    'set-kube-proxy-name': setKubeProxyName,
    'set-kubelet-name': setKubeletName,
    'set-pause-image': setPauseImage,
    'start-automatically': startAutomatically,
    'start-runtime': startRuntime,
    'update-cni-plugins': updateCniPlugins,
    'update-windows': updateWindows,
    'write-subnet-env': writeSubnetEnv,
    'use-fitting-image': useFittingImage,
    'widen-port-range': widenPortRange,
  },
  probes,
};
