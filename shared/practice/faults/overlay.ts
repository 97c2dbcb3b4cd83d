import { editFile } from '../edit';
import type { NodeState } from '../state';
import type { Fault } from './common';

function unreachable(state: NodeState, targets: (target: string) => boolean): NodeState {
  return { ...state, remote: Object.fromEntries(Object.entries(state.remote).filter(([target]) => !targets(target))) };
}

const isPod = (target: string): boolean => /^10\.(?:244|240)\./.test(target);

/** Packets between the overlays of the nodes are lost on the way: something below takes them. */
export const overlayTaken: Fault = (state) => unreachable(state, isPod);

/** The nodes themselves do not reach each other. */
export const nodesUnreachable: Fault = (state) =>
  unreachable(state, (target) => isPod(target) || target.endsWith(':10250'));

const NET_CONF = 'C:\\etc\\kube-flannel\\net-conf.json';

/** flannel was set up with the port that Linux uses by default. */
export const vxlanPortMismatch: Fault = (state) =>
  overlayTaken(editFile(state, NET_CONF, (text) => text.replace(/("Port"\s*:\s*)\d+/, '$18472')));

/** flannel's network is one that Windows does not take. */
export const vniTooLow: Fault = (state) =>
  overlayTaken(editFile(state, NET_CONF, (text) => text.replace(/("VNI"\s*:\s*)\d+/, '$11')));

/** The firewall has no rule for the overlay. */
export const overlayPortBlocked: Fault = (state) => {
  const { rules } = state.firewall;
  return overlayTaken({
    ...state,
    firewall: { ...state.firewall, rules: rules.filter(({ ports }) => ports !== '4789') },
  });
};
