import { adapters } from './adapters';
import { apiReach } from './api-reach';
import { certs } from './certs';
import { clusterServices } from './cluster-services';
import { cniConfig, cniDirectory } from './cni-config';
import { features } from './features';
import { flannelState } from './flannel-state';
import { hnsEndpoints } from './hns-endpoints';
import { hnsLoadbalancers } from './hns-loadbalancers';
import { hnsNetworks } from './hns-networks';
import { images } from './images';
import { kubeEvents } from './kube-events';
import { kubeTools } from './kube-tools';
import { locale } from './locale';
import { logScan } from './log-scan';
import { nodeObject } from './node-object';
import { osBuild } from './os-build';
import { podsHere } from './pods-here';
import { ports } from './ports';
import { processes } from './processes';
import { psHost } from './ps-host';
import { runtime } from './runtime';
import { services } from './services';

/** Every probe. */
export const probes = {
  'ps-host': psHost,
  'os-build': osBuild,
  locale,
  features,
  services,
  processes,
  adapters,
  'hns-networks': hnsNetworks,
  'hns-endpoints': hnsEndpoints,
  'hns-loadbalancers': hnsLoadbalancers,
  ports,
  'cni-directory': cniDirectory,
  'cni-config': cniConfig,
  'flannel-state': flannelState,
  'kube-tools': kubeTools,
  'node-object': nodeObject,
  'cluster-services': clusterServices,
  'pods-here': podsHere,
  'api-reach': apiReach,
  certs,
  runtime,
  images,
  'kube-events': kubeEvents,
  'log-scan': logScan,
} as const;

export type ProbeId = keyof typeof probes;
