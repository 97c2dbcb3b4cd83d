import { guid } from '../ids';
import type { BackendState, ImageState, KubeServiceState, PodState } from '../state';
import { BUILDS, SETUP, type Options } from './options';

/** Addresses of a cluster. */
export interface Addresses {
  readonly nodeName: string;
  readonly node: string;
  readonly gateway: string;
  readonly master: string;
  /** Another worker. */
  readonly worker: string;
  readonly api: { readonly host: string; readonly address: string; readonly port: number };
  readonly podCidr: string;
  readonly clusterCidr: string;
  /** Addresses of the pods here, of those on the other worker and of the cluster's DNS. */
  readonly pods: readonly [string, string, string];
  readonly remotePods: readonly [string, string];
  readonly dnsPod: string;
}

export function iisImage(options: Options): string {
  return `mcr.microsoft.com/windows/servercore/iis:windowsservercore-${BUILDS[options.release].ltsc}`;
}

export function pod(
  options: Options,
  namespace: string,
  name: string,
  ip: string,
  image: string,
  hostProcess = false,
): PodState {
  const uid = guid(`${options.id} pod ${namespace}/${name}`).toLowerCase();
  return {
    namespace,
    name,
    uid,
    ip,
    image,
    hostProcess,
    created: '2026-03-01T08:15:00.000Z',
    fresh: false,
    volumeError: null,
    crashed: false,
    exit: { code: 1, restarts: 7 },
  };
}

/** The workload that every practice node starts out with. */
export function workload(options: Options, { pods: [web, shop, invoice] }: Addresses): readonly PodState[] {
  const image = iisImage(options);
  return [
    pod(options, 'default', 'web-6c9f7d5b8-x2kqp', web, image),
    pod(options, 'default', 'shop-5d8b9c7f4-9wzrt', shop, image),
    pod(options, 'default', 'invoice-7f6d4c9b5-m4tnl', invoice, image),
  ];
}

/** The services of the cluster and their ready pods. */
export function services(addresses: Addresses): readonly KubeServiceState[] {
  const backend = (ip: string, node: string): BackendState => ({ ip, node, ready: true });
  const tcp = (
    port: number,
    targetPort: number,
    nodePort: number | null = null,
  ): KubeServiceState['ports'][number] => ({ protocol: 'TCP', port, targetPort, nodePort });
  const here = addresses.nodeName;
  const [remoteWeb, remoteShop] = addresses.remotePods;
  return [
    {
      namespace: 'default',
      name: 'kubernetes',
      clusterIp: '10.96.0.1',
      type: 'ClusterIP',
      localPolicy: false,
      ports: [tcp(443, addresses.api.port)],
      backends: [backend(addresses.master, 'control-plane-1')],
    },
    {
      namespace: 'kube-system',
      name: 'kube-dns',
      clusterIp: '10.96.0.10',
      type: 'ClusterIP',
      localPolicy: false,
      ports: [{ protocol: 'UDP', port: 53, targetPort: 53, nodePort: null }, tcp(53, 53)],
      backends: [backend(addresses.dnsPod, 'control-plane-1')],
    },
    {
      namespace: 'default',
      name: 'web',
      clusterIp: '10.96.14.20',
      type: 'NodePort',
      localPolicy: false,
      ports: [tcp(80, 80, 31080)],
      backends: [backend(addresses.pods[0], here), backend(remoteWeb, 'winnode-02')],
    },
    {
      namespace: 'default',
      name: 'shop',
      clusterIp: '10.96.77.3',
      type: 'LoadBalancer',
      localPolicy: true,
      ports: [tcp(80, 8080, 32207)],
      backends: [backend(addresses.pods[1], here), backend(remoteShop, 'winnode-02')],
    },
  ];
}

/** Images on the node. */
export function images(options: Options, pause: string, more: readonly string[]): readonly ImageState[] {
  const { build } = BUILDS[options.release];
  return [
    { tag: pause, size: 297_000, build, present: true },
    { tag: iisImage(options), size: 2_113_000_000, build, present: true },
    ...more.map((tag) => ({ tag, size: 118_000_000, build, present: true })),
  ];
}

export const UPDATES = [
  { kb: 'KB5050109', time: '2026-02-12T17:02:11.000Z', ok: true },
  { kb: 'KB5049614', time: '2026-01-16T17:05:43.000Z', ok: true },
  { kb: 'KB890830', time: SETUP, ok: true },
];
