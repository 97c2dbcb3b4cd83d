import { withFile, withRegistry } from '../edit';
import { guid } from '../ids';
import type { NodeState } from '../state';
import { type Fault, logged } from './common';

const HNS_DATA = 'C:\\ProgramData\\Microsoft\\Windows\\HNS\\HNS.data';
const VMSMP = 'SYSTEM\\CurrentControlSet\\Services\\vmsmp\\parameters';
const PENDING = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending';

/** Windows' words for 0x22, which are two lines long; structured logs write the line's end as `\n`. */
function wrongDisk({ windows }: NodeState): string {
  const [first, second] =
    windows.language === 'ja'
      ? [
          'ドライブに間違ったディスクが入っています。',
          '%2 (ボリューム シリアル番号: %3) をドライブ %1 に挿入してください。',
        ]
      : ['The wrong diskette is in the drive.', 'Insert %2 (Volume Serial Number: %3) into drive %1.'];
  return `hnsCall failed in Win32: ${first}\\n${second} (0x22)`;
}

/** HNS keeps its objects since before the update of February. */
function withOldStore(state: NodeState): NodeState {
  const file = state.files[HNS_DATA];
  return file ? withFile(state, HNS_DATA, { ...file, modified: '2026-01-20T09:14:00.000Z' }) : state;
}

function hotAttach(state: NodeState): string {
  return `failed to hot attach bridge HNSEndpoint ${state.layout.networkName}_ep to host compartment: ${wrongDisk(state)}`;
}

/** flanneld cannot attach the host's endpoint, which is from before an update. */
export const hostEndpointStale: Fault = (state) =>
  logged(withOldStore(state), 'agent', 1500, 'main.go:289', hotAttach(state));

/** The CNI plugin cannot make endpoints on a network from before an update. */
export const objectsStale: Fault = (state) =>
  logged(
    withOldStore(state),
    'kubelet',
    700,
    'pod_workers.go:1301',
    `"Error syncing pod, skipping" err="failed to setup network for sandbox: ${wrongDisk(state)}"`,
  );

/** A script has changed HNS's objects since the last update, and the CNI plugin cannot use them. */
export const changedByHand: Fault = (state) => logged(state, 'agent', 1500, 'main.go:289', hotAttach(state));

/** An update waits for a restart of Windows, and HNS is already the new one. */
export const hnsRestartDue: Fault = (state) => withRegistry(objectsStale(state), PENDING, {});

/** The same message, from before Windows was started. */
export const objectsWereStale: Fault = (state) => {
  const before = (Date.parse(state.windows.trueTime) - Date.parse(state.windows.boot)) / 1000 + 3600;
  return logged(
    state,
    'kubelet',
    before,
    'pod_workers.go:1301',
    `"Error syncing pod, skipping" err="${wrongDisk(state)}"`,
  );
};

/** An adapter of a network that was removed uncleanly. */
export const nicLeftBehind: Fault = (state) =>
  withRegistry(state, `${VMSMP}\\NicList\\{${guid(`${state.id} left nic`)}}`, { FriendlyName: 'vxlan0_ep' });

/** The host's endpoint on the network for pods is degraded. */
export const hostEndpointDegraded: Fault = (state) => ({
  ...state,
  hns: { ...state.hns, endpoints: state.hns.endpoints.map((endpoint) => ({ ...endpoint, state: 5 })) },
});
