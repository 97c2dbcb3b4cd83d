import * as api from './faults/api';
import * as cni from './faults/cni';
import type { Fault } from './faults/common';
import * as hns from './faults/hns';
import * as images from './faults/images';
import * as balancers from './faults/load-balancers';
import * as runtime from './faults/runtime';
import type { Release } from './flavours/options';
import { healthyNode } from './healthy';
import type { PracticeNode } from './practice-node';
import type { Flavour, Language } from './state';

type Row = readonly [cause: string, fault: Fault, flavour: Flavour, language: Language, build: Release];

const KUBEADM = 'kubeadm-vxlan';
const SDN = 'sdn-hostgw';
const DAY = 86_400;

const CONTAINER_CREATING: readonly Row[] = [
  ['containerd-stopped', runtime.containerdStopped, KUBEADM, 'ja', '20348'],
  ['containerd-stopped', runtime.containerdStopped, 'aks', 'en', '20348'],
  ['containerd-config-broken', runtime.containerdConfigBroken, KUBEADM, 'en', '26100'],
  ['kubelet-stopped', runtime.kubeletStopped, KUBEADM, 'ja', '20348'],
  ['pause-image-old', runtime.pauseImageOld('kubeletwin/pause'), KUBEADM, 'ja', '20348'],
  ['pause-image-old', runtime.pauseImageOld('kubeletwin/pause'), SDN, 'en', '17763'],
  ['pause-image-unset', runtime.pauseImageUnset, KUBEADM, 'en', '26100'],
  ['pause-wrong-os', runtime.pauseWrongOs, KUBEADM, 'ja', '20348'],
  ['leftover-cni-file', cni.leftoverCniFile, KUBEADM, 'ja', '20348'],
  ['cni-config-missing', cni.cniConfigMissing, 'aks', 'ja', '20348'],
  ['cni-config-bom', cni.cniConfigBom, SDN, 'ja', '20348'],
  ['cni-conf-dir-wrong', cni.cniConfDirWrong, KUBEADM, 'en', '20348'],
  ['flanneld-stopped', runtime.flanneldStopped, KUBEADM, 'ja', '20348'],
  ['flanneld-service-stopped', runtime.flanneldServiceStopped, SDN, 'ja', '20348'],
  ['registry-dns', images.registryDns, KUBEADM, 'ja', '20348'],
  ['registry-proxy', images.registryProxy, KUBEADM, 'ja', '20348'],
  ['registry-x509', images.registryX509, 'aks', 'en', '20348'],
  ['registry-429', images.registry429, KUBEADM, 'en', '20348'],
  ['image-os-mismatch', images.imageOsMismatch, KUBEADM, 'ja', '20348'],
  ['ip-range-exhausted', cni.ipRangeExhausted, SDN, 'ja', '20348'],
  ['volume-mount-fails', images.volumeMountFails, KUBEADM, 'en', '20348'],
  ['slow-pull', images.slowPull, KUBEADM, 'ja', '20348'],
  ['hns-times-out', hns.hnsTimesOut, 'aks', 'ja', '20348'],
];

const LOCAL_NODEPORT: readonly Row[] = [
  ['node-port-old-build', balancers.nodePortLocalFails, SDN, 'ja', '17763-old'],
  ['node-port-by-design', balancers.nodePortLocalFails, KUBEADM, 'ja', '20348'],
  ['node-port-listener-conflict', balancers.nodePortListenerConflict, KUBEADM, 'en', '20348'],
  ['node-port-remote-fails', balancers.nodePortRemoteFails, KUBEADM, 'ja', '20348'],
  ['lb-missing', balancers.lbMissing, 'aks', 'ja', '20348'],
  ['lb-missing', balancers.lbMissing, KUBEADM, 'en', '20348'],
];

const NODEPORT_AFTER_SCALE_DOWN: readonly Row[] = [
  ['no-local-pods', balancers.noLocalPods, KUBEADM, 'ja', '20348'],
  ['etp-local-no-backend', balancers.etpLocalNoBackend, 'aks', 'ja', '20348'],
];

const NO_NETWORK_ADAPTER: readonly Row[] = [
  ['containers-feature-missing', hns.containersFeatureMissing, KUBEADM, 'ja', '20348'],
  ['reboot-pending', hns.rebootPending, KUBEADM, 'ja', '20348'],
  ['hns-service-missing', hns.hnsServiceMissing, KUBEADM, 'en', '20348'],
  ['hns-stopped', hns.hnsStopped, KUBEADM, 'ja', '20348'],
  ['hns-crashing', hns.hnsCrashing, 'aks', 'ja', '20348'],
  ['hns-network-missing', hns.hnsNetworkMissing, SDN, 'ja', '20348'],
  ['vnic-down', hns.vnicDown, SDN, 'ja', '20348'],
  ['vnic-no-management-ip', hns.vnicNoManagementIp, KUBEADM, 'en', '20348'],
  ['interface-name-wrong', hns.interfaceNameWrong, SDN, 'ja', '20348'],
  ['name-pattern-only', hns.namePatternOnly, KUBEADM, 'ja', '20348'],
  ['not-elevated', hns.notElevated, KUBEADM, 'ja', '20348'],
];

const API_SERVER_CONNECT: readonly Row[] = [
  ['api-dns-fails', api.apiDnsFails, KUBEADM, 'ja', '20348'],
  ['api-refused', api.apiRefused, SDN, 'ja', '20348'],
  ['api-timeout', api.apiTimeout, 'aks', 'ja', '20348'],
  ['clock-skew-ahead', api.clockSkew(400 * DAY), KUBEADM, 'ja', '20348'],
  ['clock-skew-behind', api.clockSkew(-40 * DAY, 'Running'), SDN, 'en', '20348'],
  ['clock-skew-small', api.clockSkew(90, 'Running'), KUBEADM, 'ja', '20348'],
  ['no-time-source', api.noTimeSource, KUBEADM, 'ja', '20348'],
  ['cert-name-mismatch', api.certNameMismatch, KUBEADM, 'ja', '20348'],
  ['unknown-authority', api.unknownAuthority, SDN, 'ja', '20348'],
  ['tls-inspecting-proxy', api.tlsInspectingProxy, 'aks', 'ja', '20348'],
  ['client-cert-expired', api.clientCertExpired, KUBEADM, 'ja', '20348'],
  ['client-cert-link-broken', api.clientCertLinkBroken, KUBEADM, 'ja', '20348'],
  ['unauthorized-401', api.unauthorized401, KUBEADM, 'en', '20348'],
  ['kubeconfig-missing', api.kubeconfigMissing, SDN, 'ja', '20348'],
  ['kubeconfig-localhost', api.kubeconfigLocalhost, KUBEADM, 'ja', '20348'],
  ['kubeconfig-old-address', api.kubeconfigOldAddress, SDN, 'ja', '20348'],
];

/** What the operator of a node knows and no probe can tell, by node. */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'containerd-config-broken-en': { 'container-creating/runtime-config': 'broken' },
  'slow-pull-ja': { 'container-creating/waiting-time': 'short' },
  'node-port-old-build-ja': { 'local-nodeport/remote': 'works' },
  'node-port-by-design-ja': { 'local-nodeport/local-reach': 'fails', 'local-nodeport/remote': 'works' },
  'node-port-remote-fails-ja': { 'local-nodeport/remote': 'fails' },
  'kubeconfig-old-address-ja': { 'api-server-connect/address-changed': 'changed' },
  'unauthorized-401-en': { 'api-server-connect/credentials': 'unauthorized' },
};

/** Nodes on which the symptom turns out to be something else, or cannot be checked. */
const WITHOUT_CAUSE: readonly string[] = ['name-pattern-only', 'not-elevated', 'node-port-remote-fails'];

function nodes(symptom: string, rows: readonly Row[]): readonly PracticeNode[] {
  return rows.map(([cause, fault, flavour, language, build]) => {
    const healthy = healthyNode(`${cause}-${language}`, flavour, language, build);
    const answers = ANSWERS[healthy.id];
    return {
      ...healthy,
      symptom,
      cause: WITHOUT_CAUSE.includes(cause) ? null : cause,
      state: () => fault(healthy.state()),
      otherLanguage: () => fault(healthy.otherLanguage()),
      ...(answers ? { answers } : {}),
    };
  });
}

/** Nodes with a fault each, by what their operator sees. */
export const faultyNodes: readonly PracticeNode[] = [
  ...nodes('container-creating', CONTAINER_CREATING),
  ...nodes('local-nodeport', LOCAL_NODEPORT),
  ...nodes('nodeport-after-scale-down', NODEPORT_AFTER_SCALE_DOWN),
  ...nodes('no-network-adapter', NO_NETWORK_ADAPTER),
  ...nodes('api-server-connect', API_SERVER_CONNECT),
];
