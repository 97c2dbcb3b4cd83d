import { keyOf } from '../edit';
import type { NodeState } from '../state';
import { notFound } from './api';
import { serviceCommandLine } from './processes';

/** Flags of the kubelet and the minor version of Kubernetes 1 that dropped them. */
const DROPPED: ReadonlyArray<readonly [flag: string, minor: number]> = [
  ['network-plugin', 24],
  ['image-pull-progress-deadline', 24],
  ['log-dir', 26],
  ['container-runtime', 27],
  ['pod-infra-container-image', 35],
];

const IN_USE = {
  en: 'Only one usage of each socket address (protocol/network address/port) is normally permitted.',
  ja: '通常、各ソケット アドレスに対してプロトコル、ネットワーク アドレス、またはポートのどれか一つのみを使用できます。',
};

/** Why the kubelet's service ends at once, in its own words; null: it comes up. */
export function kubeletTrouble(state: NodeState): string | null {
  const line = serviceCommandLine(state, 'kubelet');
  if (line === undefined) return null;
  const minor = Number(state.cluster.version.split('.')[1]);
  const flag = DROPPED.find(([name, since]) => minor >= since && new RegExp(`--${name}(?:[= ]|$)`).test(line))?.[0];
  if (flag !== undefined) return `failed to parse kubelet flag: unknown flag: --${flag}`;
  const config = /--config=(\S+)/.exec(line)?.[1];
  if (config !== undefined && keyOf(state.files, config) === undefined)
    return `failed to load kubelet config file, path: ${config}, error: failed to read kubelet config file \\"${config}\\", error: open ${config}: ${notFound(state)}`;
  return state.ports.foreign.some(({ port }) => port === 10_250)
    ? `failed to run Kubelet: listen tcp 0.0.0.0:10250: bind: ${IN_USE[state.windows.language]}`
    : null;
}
