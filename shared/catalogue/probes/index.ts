import { adapters } from './adapters';
import { apiReach } from './api-reach';
import { certs } from './certs';
import { clusterServices } from './cluster-services';
import { cniBinaries } from './cni-binaries';
import { cniConfig, cniDirectory } from './cni-config';
import { criState } from './cri-state';
import { features } from './features';
import { flannelState } from './flannel-state';
import { hnsEndpoints } from './hns-endpoints';
import { hnsEvents } from './hns-events';
import { hnsLoadbalancers } from './hns-loadbalancers';
import { hnsNetworks } from './hns-networks';
import { hnsProcess } from './hns-process';
import { hnsVersion } from './hns-version';
import { images } from './images';
import { ipam, ipamDirectory } from './ipam';
import { kubeEvents } from './kube-events';
import { kubeTools } from './kube-tools';
import { locale } from './locale';
import { logScan } from './log-scan';
import { nodeObject } from './node-object';
import { osBuild } from './os-build';
import { peerReach } from './peer-reach';
import { podsHere } from './pods-here';
import { ports } from './ports';
import { processes } from './processes';
import { proxyEnv } from './proxy-env';
import { psHost } from './ps-host';
import { routes } from './routes';
import { runtime } from './runtime';
import { serviceCrashes } from './service-crashes';
import { services } from './services';
import { time } from './time';

/** Every probe. */
export const probes = {
  'ps-host': psHost,
  'os-build': osBuild,
  locale,
  features,
  services,
  processes,
  'hns-process': hnsProcess,
  'service-crashes': serviceCrashes,
  'hns-events': hnsEvents,
  adapters,
  routes,
  'hns-networks': hnsNetworks,
  'hns-endpoints': hnsEndpoints,
  'hns-loadbalancers': hnsLoadbalancers,
  'hns-version': hnsVersion,
  ports,
  'cni-directory': cniDirectory,
  'cni-config': cniConfig,
  'cni-binaries': cniBinaries,
  'ipam-directory': ipamDirectory,
  ipam,
  'flannel-state': flannelState,
  'kube-tools': kubeTools,
  'node-object': nodeObject,
  'cluster-services': clusterServices,
  'pods-here': podsHere,
  'api-reach': apiReach,
  certs,
  time,
  runtime,
  'cri-state': criState,
  images,
  'proxy-env': proxyEnv,
  'peer-reach': peerReach,
  'kube-events': kubeEvents,
  'log-scan': logScan,
} as const;

export type ProbeId = keyof typeof probes;
