import { adapters } from './adapters';
import { apiReach } from './api-reach';
import { certs } from './certs';
import { clusterNodes } from './cluster-nodes';
import { clusterServices } from './cluster-services';
import { cniBinaries } from './cni-binaries';
import { cniConfig, cniDirectory } from './cni-config';
import { componentConfig } from './component-config';
import { componentVersions } from './component-versions';
import { controlPlane } from './control-plane';
import { criState } from './cri-state';
import { defender } from './defender';
import { disk } from './disk';
import { dns } from './dns';
import { dnsServers } from './dns-servers';
import { fabricReach } from './fabric-reach';
import { features } from './features';
import { filters } from './filters';
import { firewall } from './firewall';
import { flannelState } from './flannel-state';
import { hnsEndpoints } from './hns-endpoints';
import { hnsEvents } from './hns-events';
import { hnsLoadbalancers } from './hns-loadbalancers';
import { hnsNetworks } from './hns-networks';
import { hnsProcess } from './hns-process';
import { hnsStateFiles } from './hns-state-files';
import { hnsVersion } from './hns-version';
import { imagePlatforms } from './image-platforms';
import { images } from './images';
import { ipam, ipamDirectory } from './ipam';
import { kubeEvents } from './kube-events';
import { kubeTools } from './kube-tools';
import { localHealth } from './local-health';
import { locale } from './locale';
import { logFiles } from './log-files';
import { logScan } from './log-scan';
import { memoryPagefile } from './memory-pagefile';
import { nodeObject } from './node-object';
import { nodeRegistered } from './node-registered';
import { osBuild } from './os-build';
import { peerReach } from './peer-reach';
import { platform } from './platform';
import { podsHere } from './pods-here';
import { portOwners } from './port-owners';
import { ports } from './ports';
import { processParents } from './process-parents';
import { processes } from './processes';
import { proxyEnv } from './proxy-env';
import { psHost } from './ps-host';
import { routes } from './routes';
import { runtime } from './runtime';
import { serviceCrashes } from './service-crashes';
import { serviceRecovery } from './service-recovery';
import { services } from './services';
import { time } from './time';
import { updateHistory } from './update-history';
import { vfpPorts } from './vfp-ports';

/** Every probe. */
export const probes = {
  'ps-host': psHost,
  'os-build': osBuild,
  locale,
  features,
  services,
  'service-recovery': serviceRecovery,
  processes,
  'process-parents': processParents,
  'component-config': componentConfig,
  'hns-process': hnsProcess,
  'service-crashes': serviceCrashes,
  'hns-events': hnsEvents,
  adapters,
  routes,
  'hns-networks': hnsNetworks,
  'hns-endpoints': hnsEndpoints,
  'hns-loadbalancers': hnsLoadbalancers,
  'hns-version': hnsVersion,
  'hns-state-files': hnsStateFiles,
  ports,
  'port-owners': portOwners,
  'cni-directory': cniDirectory,
  'cni-config': cniConfig,
  'cni-binaries': cniBinaries,
  'component-versions': componentVersions,
  'ipam-directory': ipamDirectory,
  ipam,
  'flannel-state': flannelState,
  'kube-tools': kubeTools,
  'node-object': nodeObject,
  'node-registered': nodeRegistered,
  'cluster-nodes': clusterNodes,
  'cluster-services': clusterServices,
  'pods-here': podsHere,
  'api-reach': apiReach,
  'control-plane': controlPlane,
  certs,
  time,
  dns,
  'dns-servers': dnsServers,
  runtime,
  'cri-state': criState,
  images,
  'image-platforms': imagePlatforms,
  'proxy-env': proxyEnv,
  'peer-reach': peerReach,
  'fabric-reach': fabricReach,
  'kube-events': kubeEvents,
  'log-files': logFiles,
  'log-scan': logScan,
  firewall,
  'local-health': localHealth,
  disk,
  'memory-pagefile': memoryPagefile,
  defender,
  filters,
  'vfp-ports': vfpPorts,
  platform,
  'update-history': updateHistory,
} as const;

export type ProbeId = keyof typeof probes;
