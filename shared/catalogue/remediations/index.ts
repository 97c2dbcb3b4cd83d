import { addServiceFlag } from './add-service-flag/remediation';
import { alignVxlanPort } from './align-vxlan-port/remediation';
import { allowOverlayPort } from './allow-overlay-port/remediation';
import { azurePodRoutes } from './azure-pod-routes/remediation';
import { allowKubeletPort } from './allow-kubelet-port/remediation';
import { clearDrainedNode } from './clear-drained-node/remediation';
import { approveRequest } from './approve-request/remediation';
import { assignPodSubnet } from './assign-pod-subnet/remediation';
import { copyKubeconfig } from './copy-kubeconfig/remediation';
import { correctKeptSourceVip } from './correct-kept-source-vip/remediation';
import { deleteOrphanEndpoints } from './delete-orphan-endpoints/remediation';
import { deleteStaleHostEndpoint } from './delete-stale-host-endpoint/remediation';
import { enableContainers } from './enable-containers/remediation';
import { enableDsr } from './enable-dsr/remediation';
import { addPortMappings } from './add-port-mappings/remediation';
import { keepOnePod } from './keep-one-pod/remediation';
import { largerNodeRange } from './larger-node-range/remediation';
import { lookAtControlPlane } from './look-at-control-plane/remediation';
import { mergeExceptions } from './merge-exceptions/remediation';
import { moveFabricPort } from './move-fabric-port/remediation';
import { moveLeakedLeases } from './move-leaked-leases/remediation';
import { moveLeftoverCni } from './move-leftover-cni/remediation';
import { nameTheAdapter } from './name-the-adapter/remediation';
import { pullImageAgain } from './pull-image-again/remediation';
import { recreateHostPortPods } from './recreate-host-port-pods/remediation';
import { recreateOverlayNetwork } from './recreate-overlay-network/remediation';
import { recreatePods } from './recreate-pods/remediation';
import { renewSourceVip } from './renew-source-vip/remediation';
import { registerRke2 } from './register-rke2/remediation';
import { registerServices } from './register-services/remediation';
import { rejoinNode } from './rejoin-node/remediation';
import { removeCniBom } from './remove-cni-bom/remediation';
import { removeKubeletFlags } from './remove-kubelet-flags/remediation';
import { removeLeakedEndpoints } from './remove-leaked-endpoints/remediation';
import { removeNiclistEntries } from './remove-niclist-entries/remediation';
import { removeSecondKubeProxy } from './remove-second-kube-proxy/remediation';
import { renameHnsData } from './rename-hns-data/remediation';
import { restartFlanneld } from './restart-flanneld/remediation';
import { restartCniAgent } from './restart-cni-agent/remediation';
import { restartHns } from './restart-hns/remediation';
import { restartKubeProxy } from './restart-kube-proxy/remediation';
import { restartKubelet } from './restart-kubelet/remediation';
import { restartNode } from './restart-node/remediation';
import { resyncClock } from './resync-clock/remediation';
import { setApiServer } from './set-api-server/remediation';
import { setKubeProxyName } from './set-kube-proxy-name/remediation';
import { setKubeletName } from './set-kubelet-name/remediation';
import { setPauseImage } from './set-pause-image/remediation';
import { startAutomatically } from './start-automatically/remediation';
import { startRuntime } from './start-runtime/remediation';
import { updateCniPlugins } from './update-cni-plugins/remediation';
import { updateWindows } from './update-windows/remediation';
import { writeSubnetEnv } from './write-subnet-env/remediation';
import { useFittingImage } from './use-fitting-image/remediation';
import { widenPortRange } from './widen-port-range/remediation';
import { narrowExceptionList } from './narrow-exception-list/remediation';
import { recreateListedPods } from './recreate-listed-pods/remediation';

/** Every remediation. */
export const remediations = {
  'add-service-flag': addServiceFlag,
  'align-vxlan-port': alignVxlanPort,
  'allow-overlay-port': allowOverlayPort,
  'azure-pod-routes': azurePodRoutes,
  'allow-kubelet-port': allowKubeletPort,
  'clear-drained-node': clearDrainedNode,
  'approve-request': approveRequest,
  'assign-pod-subnet': assignPodSubnet,
  'copy-kubeconfig': copyKubeconfig,
  'correct-kept-source-vip': correctKeptSourceVip,
  'delete-orphan-endpoints': deleteOrphanEndpoints,
  'delete-stale-host-endpoint': deleteStaleHostEndpoint,
  'enable-containers': enableContainers,
  'enable-dsr': enableDsr,
  'add-port-mappings': addPortMappings,
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
  'narrow-exception-list': narrowExceptionList,
  'recreate-listed-pods': recreateListedPods,
} as const;

export type RemediationId = keyof typeof remediations;
