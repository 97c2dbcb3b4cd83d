import type { RemediationId } from '../remediations';
import type { SymptomId } from '../symptoms';
import type { ProbeTexts, RemediationText, SymptomText } from '../texts';
import probes from '../probes/text.en.json';
import addPortMappings from '../remediations/add-port-mappings/text.en.json';
import addServiceFlag from '../remediations/add-service-flag/text.en.json';
import alignVxlanPort from '../remediations/align-vxlan-port/text.en.json';
import allowOverlayPort from '../remediations/allow-overlay-port/text.en.json';
import approveRequest from '../remediations/approve-request/text.en.json';
import assignPodSubnet from '../remediations/assign-pod-subnet/text.en.json';
import clearDrainedNode from '../remediations/clear-drained-node/text.en.json';
import copyKubeconfig from '../remediations/copy-kubeconfig/text.en.json';
import correctKeptSourceVip from '../remediations/correct-kept-source-vip/text.en.json';
import deleteOrphanEndpoints from '../remediations/delete-orphan-endpoints/text.en.json';
import deleteStaleHostEndpoint from '../remediations/delete-stale-host-endpoint/text.en.json';
import enableContainers from '../remediations/enable-containers/text.en.json';
import enableDsr from '../remediations/enable-dsr/text.en.json';
import keepOnePod from '../remediations/keep-one-pod/text.en.json';
import largerNodeRange from '../remediations/larger-node-range/text.en.json';
import lookAtControlPlane from '../remediations/look-at-control-plane/text.en.json';
import mergeExceptions from '../remediations/merge-exceptions/text.en.json';
import moveFabricPort from '../remediations/move-fabric-port/text.en.json';
import moveLeakedLeases from '../remediations/move-leaked-leases/text.en.json';
import moveLeftoverCni from '../remediations/move-leftover-cni/text.en.json';
import nameTheAdapter from '../remediations/name-the-adapter/text.en.json';
import pullImageAgain from '../remediations/pull-image-again/text.en.json';
import recreateHostPortPods from '../remediations/recreate-host-port-pods/text.en.json';
import recreateOverlayNetwork from '../remediations/recreate-overlay-network/text.en.json';
import recreatePods from '../remediations/recreate-pods/text.en.json';
import renewSourceVip from '../remediations/renew-source-vip/text.en.json';
import registerRke2 from '../remediations/register-rke2/text.en.json';
import registerServices from '../remediations/register-services/text.en.json';
import rejoinNode from '../remediations/rejoin-node/text.en.json';
import removeCniBom from '../remediations/remove-cni-bom/text.en.json';
import removeKubeletFlags from '../remediations/remove-kubelet-flags/text.en.json';
import removeLeakedEndpoints from '../remediations/remove-leaked-endpoints/text.en.json';
import removeNiclistEntries from '../remediations/remove-niclist-entries/text.en.json';
import removeSecondKubeProxy from '../remediations/remove-second-kube-proxy/text.en.json';
import renameHnsData from '../remediations/rename-hns-data/text.en.json';
import restartFlanneld from '../remediations/restart-flanneld/text.en.json';
import restartCniAgent from '../remediations/restart-cni-agent/text.en.json';
import restartHns from '../remediations/restart-hns/text.en.json';
import restartKubeProxy from '../remediations/restart-kube-proxy/text.en.json';
import restartKubelet from '../remediations/restart-kubelet/text.en.json';
import restartNode from '../remediations/restart-node/text.en.json';
import resyncClock from '../remediations/resync-clock/text.en.json';
import setApiServer from '../remediations/set-api-server/text.en.json';
import setKubeProxyName from '../remediations/set-kube-proxy-name/text.en.json';
import setKubeletName from '../remediations/set-kubelet-name/text.en.json';
import setPauseImage from '../remediations/set-pause-image/text.en.json';
import startAutomatically from '../remediations/start-automatically/text.en.json';
import startRuntime from '../remediations/start-runtime/text.en.json';
import updateCniPlugins from '../remediations/update-cni-plugins/text.en.json';
import updateWindows from '../remediations/update-windows/text.en.json';
import writeSubnetEnv from '../remediations/write-subnet-env/text.en.json';
import useFittingImage from '../remediations/use-fitting-image/text.en.json';
import widenPortRange from '../remediations/widen-port-range/text.en.json';
import azurePodRoutes from '../remediations/azure-pod-routes/text.en.json';
import allowKubeletPort from '../remediations/allow-kubelet-port/text.en.json';
import apiServerConnect from '../symptoms/api-server-connect/text.en.json';
import containerCreating from '../symptoms/container-creating/text.en.json';
import containersRestartingImageOs from '../symptoms/containers-restarting-image-os/text.en.json';
import stillProblemsGeneric from '../symptoms/still-problems-generic/text.en.json';
import controlPlaneTriage from '../symptoms/control-plane-triage/text.en.json';
import endpointsLeaking from '../symptoms/endpoints-leaking/text.en.json';
import flannelVxlanRejoin from '../symptoms/flannel-vxlan-rejoin/text.en.json';
import flanneldWaitingForNetwork from '../symptoms/flanneld-waiting-for-network/text.en.json';
import missingSubnetEnv from '../symptoms/missing-subnet-env/text.en.json';
import hnsWrongDiskette from '../symptoms/hns-wrong-diskette/text.en.json';
import hostportNotWorking from '../symptoms/hostport-not-working/text.en.json';
import ipRangeExhausted from '../symptoms/ip-range-exhausted/text.en.json';
import lbPlumbedInconsistently from '../symptoms/lb-plumbed-inconsistently/text.en.json';
import azureHostgwNoInternet from '../symptoms/azure-hostgw-no-internet/text.en.json';
import localNodeport from '../symptoms/local-nodeport/text.en.json';
import noNetworkAdapter from '../symptoms/no-network-adapter/text.en.json';
import nodeBringUpCheck from '../symptoms/node-bring-up-check/text.en.json';
import nodeCannotReachServiceIp from '../symptoms/node-cannot-reach-service-ip/text.en.json';
import nodeportAfterScaleDown from '../symptoms/nodeport-after-scale-down/text.en.json';
import runInBackground from '../symptoms/run-in-background/text.en.json';
import vnicsEndpointsDeleted from '../symptoms/vnics-endpoints-deleted/text.en.json';
import vsphere4789 from '../symptoms/vsphere-4789/text.en.json';
import podsCannotPingExternal from '../symptoms/pods-cannot-ping-external/text.en.json';
import narrowExceptionList from '../remediations/narrow-exception-list/text.en.json';
import recreateListedPods from '../remediations/recreate-listed-pods/text.en.json';

/** All that the catalogue says in English. */
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
