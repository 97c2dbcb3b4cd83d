import type { Certificate } from '../../node/read';

/** What a client meets at the API server. */
export interface ApiServerState {
  /** As the node's kubeconfig names it when all is well. */
  readonly host: string;
  readonly port: number;
  readonly address: string;
  /** `no-tls`: something takes the connection and says nothing. */
  readonly reach: 'ok' | 'refused' | 'timed-out' | 'no-tls';
  readonly certificate: Certificate;
  readonly authority: Certificate;
  /** A proxy that answers TLS in the API server's place. */
  readonly interceptor: Certificate | null;
  readonly acceptsCredentials: boolean;
  /** It ends a connection that brings no client certificate, before any answer. */
  readonly wantsClient?: true;
  /** Something behind it, such as etcd, has failed: it answers with errors of its own. */
  readonly unwell: boolean;
}

export interface BackendState {
  readonly ip: string;
  readonly node: string;
  readonly ready: boolean;
}

export interface ServicePort {
  readonly protocol: 'TCP' | 'UDP';
  readonly port: number;
  readonly targetPort: number;
  readonly nodePort: number | null;
}

export interface KubeServiceState {
  readonly namespace: string;
  readonly name: string;
  readonly clusterIp: string;
  readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer';
  readonly localPolicy: boolean;
  readonly ports: readonly ServicePort[];
  readonly backends: readonly BackendState[];
}

/** A pod bound to this node. Whether it runs follows from the node, unless it did before the trouble began. */
export interface PodState {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly ip: string;
  readonly image: string;
  readonly hostProcess: boolean;
  /** A port of the host that leads to one of its container. */
  readonly hostPort?: { readonly host: number; readonly container: number };
  readonly created: string;
  /** It has yet to be started: whatever stops a new pod stops this one. */
  readonly fresh: boolean;
  readonly volumeError: string | null;
  /** Its container cannot run: the process of a HostProcess pod ended. */
  readonly crashed: boolean;
  /** Between two attempts to start it: its state tells only that the kubelet waits. */
  readonly backedOff?: true;
  /** How its container ended the last time, and how often it was started again. */
  readonly exit: { readonly code: number; readonly restarts: number };
}

export interface ClusterState {
  readonly version: string;
  readonly apiServer: ApiServerState;
  readonly nodeName: string;
  /** The cluster has no Node object for this node. */
  readonly unregistered?: true;
  /** Nothing is scheduled here: somebody has cordoned the node. */
  readonly cordoned?: true;
  /** Why the kubelet holds its node for not ready, where runtime and network are well. */
  readonly kubeletTrouble?: string;
  readonly nodeIp: string;
  readonly podCidr: string;
  /** flannel keeps the subnets in etcd: the Node objects tell none. */
  readonly subnetsInEtcd?: true;
  /** Pods that the node may have. */
  readonly maxPods: number;
  readonly clusterCidr: string;
  readonly dnsIp: string;
  readonly services: readonly KubeServiceState[];
  readonly pods: readonly PodState[];
}

export interface ImageState {
  readonly tag: string;
  readonly size: number;
  /** Build of the Windows base image; null for an image that fits no Windows at all. */
  readonly build: number | null;
  readonly present: boolean;
}

export type RegistryTrouble = 'layers' | 'dns' | 'proxy' | 'x509' | '429' | 'denied' | 'blocked' | 'slow';

/** The sandbox of a pod that ended, which the kubelet has yet to clean up. */
export interface ExitedSandbox {
  readonly id: string;
  readonly pod: string;
}

export interface RuntimeState {
  readonly kind: 'containerd' | 'docker';
  readonly version: string;
  readonly images: readonly ImageState[];
  /** Sandboxes that are listed as not ready. */
  readonly exited: readonly ExitedSandbox[];
  /** It runs, but its pipe is not there. */
  readonly pipeLost?: boolean;
  /** What a pull runs into. */
  readonly trouble: RegistryTrouble | null;
}
