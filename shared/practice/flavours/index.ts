import type { Flavour, NodeState } from '../state';
import { aks } from './aks';
import { kubeadmVxlan } from './kubeadm-vxlan';
import type { Options } from './options';
import { sdnHostgw } from './sdn-hostgw';

/** How a healthy node of each flavour is made. */
export const FLAVOURS: Readonly<Record<Flavour, (options: Options) => NodeState>> = {
  'sdn-hostgw': sdnHostgw,
  'kubeadm-vxlan': kubeadmVxlan,
  aks,
};
