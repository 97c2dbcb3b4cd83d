import { editFile } from '../edit';
import type { NodeState } from '../state';
import type { Fault } from './common';

/** The configuration of the other topology lies in the place of the cluster's own. */
export const otherPlugin: Fault = (state) =>
  editFile(state, `${state.layout.cniConf}\\cni.conf`, (text) => text.replace('"win-bridge"', '"win-overlay"'));

/** flannel's configuration was changed after it had made its network. */
export const otherBackend: Fault = (state) =>
  editFile(state, 'C:\\etc\\kube-flannel\\net-conf.json', (text) => text.replace('vxlan', 'host-gw'));

/** The network of the Pods stands on another address of the node than the cluster has. */
export function managedBy(address: string): Fault {
  return (state) => ({
    ...state,
    hns: {
      ...state.hns,
      networks: state.hns.networks.map((network) => ({ ...network, managementIp: address })),
    },
  });
}

function withoutKubeletRule(state: NodeState): NodeState['firewall'] {
  const { firewall } = state;
  return { ...firewall, rules: firewall.rules.filter(({ ports }) => ports !== '10250') };
}

/** The firewall has no rule for the kubelet. */
export const kubeletPortClosed: Fault = (state) => ({ ...state, firewall: withoutKubeletRule(state) });

/** A policy blocks the kubelet's port, whatever else allows it. */
export const kubeletPortBlocked: Fault = (state) => {
  const { rules } = state.firewall;
  const blocking = { name: 'Corporate baseline 42', action: 0, protocol: 6, ports: '10250', profiles: 2147483647 };
  return { ...state, firewall: { ...state.firewall, rules: [blocking, ...rules] } };
};

/** The application of a Pod on another node has stopped listening. */
export const remoteRefuses: Fault = (state) => ({
  ...state,
  remote: Object.fromEntries(
    Object.entries(state.remote).map(([target, connection]) => [
      target,
      /^10\.2\d\d\.\d+\.\d+:80$/.test(target) ? ('refused' as const) : connection,
    ]),
  ),
});
