import type { Both, RemediationText } from '../texts';
import copyKubeconfigEn from './copy-kubeconfig/text.en.json';
import copyKubeconfigJa from './copy-kubeconfig/text.ja.json';
import keepOnePodEn from './keep-one-pod/text.en.json';
import keepOnePodJa from './keep-one-pod/text.ja.json';
import lookAtControlPlaneEn from './look-at-control-plane/text.en.json';
import lookAtControlPlaneJa from './look-at-control-plane/text.ja.json';
import moveLeftoverCniEn from './move-leftover-cni/text.en.json';
import moveLeftoverCniJa from './move-leftover-cni/text.ja.json';
import rejoinNodeEn from './rejoin-node/text.en.json';
import rejoinNodeJa from './rejoin-node/text.ja.json';
import restartFlanneldEn from './restart-flanneld/text.en.json';
import restartFlanneldJa from './restart-flanneld/text.ja.json';
import restartKubeProxyEn from './restart-kube-proxy/text.en.json';
import restartKubeProxyJa from './restart-kube-proxy/text.ja.json';
import resyncClockEn from './resync-clock/text.en.json';
import resyncClockJa from './resync-clock/text.ja.json';
import setApiServerEn from './set-api-server/text.en.json';
import setApiServerJa from './set-api-server/text.ja.json';
import setPauseImageEn from './set-pause-image/text.en.json';
import setPauseImageJa from './set-pause-image/text.ja.json';
import startRuntimeEn from './start-runtime/text.en.json';
import startRuntimeJa from './start-runtime/text.ja.json';
import updateWindowsEn from './update-windows/text.en.json';
import updateWindowsJa from './update-windows/text.ja.json';

/** What each remediation says. */
export const remediationTexts: Readonly<Record<string, Both<RemediationText>>> = {
  'copy-kubeconfig': { en: copyKubeconfigEn, ja: copyKubeconfigJa },
  'keep-one-pod': { en: keepOnePodEn, ja: keepOnePodJa },
  'look-at-control-plane': { en: lookAtControlPlaneEn, ja: lookAtControlPlaneJa },
  'move-leftover-cni': { en: moveLeftoverCniEn, ja: moveLeftoverCniJa },
  'rejoin-node': { en: rejoinNodeEn, ja: rejoinNodeJa },
  'restart-flanneld': { en: restartFlanneldEn, ja: restartFlanneldJa },
  'restart-kube-proxy': { en: restartKubeProxyEn, ja: restartKubeProxyJa },
  'resync-clock': { en: resyncClockEn, ja: resyncClockJa },
  'set-api-server': { en: setApiServerEn, ja: setApiServerJa },
  'set-pause-image': { en: setPauseImageEn, ja: setPauseImageJa },
  'start-runtime': { en: startRuntimeEn, ja: startRuntimeJa },
  'update-windows': { en: updateWindowsEn, ja: updateWindowsJa },
};
