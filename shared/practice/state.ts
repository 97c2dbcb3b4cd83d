import type { Certificate, Connection } from '../node/read';
import type { ToolId } from '../node/tools';

/** The display languages of Windows that practice nodes speak. */
export type Language = 'en' | 'ja';

/** How the node was joined to its cluster; decides paths, services and the CNI. */
export type Flavour = 'sdn-hostgw' | 'kubeadm-vxlan' | 'aks';

/** Windows itself. The practice clock stands still: `trueTime` is now, the node's clock is off by `skewSeconds`. */
export interface WindowsState {
  readonly build: number;
  readonly ubr: number;
  readonly product: string;
  readonly displayVersion: string;
  readonly core: boolean;
  readonly language: Language;
  readonly hostname: string;
  readonly timeZone: string;
  readonly boot: string;
  readonly trueTime: string;
  readonly skewSeconds: number;
  readonly maker: string;
  readonly model: string;
  readonly assetTag: string;
}

/** The shell that asks. */
export interface ShellState {
  readonly version: string;
  readonly elevated: boolean;
  readonly languageMode: string;
  readonly process64: boolean;
  readonly missingModules: readonly string[];
}

/** A process that runs as long as its service, or as a child of it. */
export interface ProgramState {
  readonly name: string;
  readonly path: string;
  readonly commandLine: string;
}

/** A Windows service. Its process runs exactly as long as it does, always with the same ids. */
export interface ServiceState {
  readonly state: 'Running' | 'Stopped';
  readonly mode: 'Auto' | 'Manual' | 'Disabled';
  readonly processId: number;
  readonly pathName: string;
  /** ExitCode of the last end; answered as 0 while it runs. */
  readonly exit: number;
  readonly serviceExit: number;
  /** What runs: the service's own program, or under nssm its child. */
  readonly program: ProgramState;
  readonly nssm: boolean;
  readonly started: string;
  readonly threads: number;
  /** Why it ends at once when it is started; null: it comes up. */
  readonly broken: string | null;
}

/** A bare process, or one in a HostProcess pod. */
export interface ProcessState extends ProgramState {
  readonly processId: number;
  readonly parentId: number;
  readonly started: string;
  /** The HostProcess pod it belongs to. */
  readonly pod: string | null;
}

/** A file. A binary has a length and no text. */
export interface FileState {
  readonly text: string;
  readonly length: number | null;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  readonly bom: boolean;
  readonly modified: string;
  /** What its PEM blocks or embedded certificates say. */
  readonly certificates: readonly Certificate[];
}

export type RegistryValue = string | number | readonly string[];

export interface AdapterState {
  readonly index: number;
  readonly name: string;
  readonly description: string;
  readonly mac: string;
  readonly up: boolean;
  readonly virtual: boolean;
  readonly mtu: number;
  readonly dns: readonly string[];
}

export interface IpState {
  readonly index: number;
  readonly address: string;
  readonly prefixLength: number;
}

export interface RouteState {
  readonly prefix: string;
  readonly nextHop: string;
  readonly interfaceIndex: number;
}

/** A subnet of the pods on another node. */
export interface RemoteSubnet {
  readonly prefix: string;
  readonly provider: string;
  readonly mac: string;
}

export interface HnsNetworkState {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly managementIp: string | null;
  readonly adapterName: string | null;
  readonly prefix: string;
  readonly gateway: string;
  readonly remote: readonly RemoteSubnet[];
}

/** An endpoint that follows from nothing else: of the host, or left behind. */
export interface HnsEndpointState {
  readonly id: string;
  readonly name: string;
  readonly network: string;
  readonly ip: string;
  readonly state: number;
  readonly remote: boolean;
}

export interface HnsState {
  readonly major: number;
  readonly minor: number;
  readonly networks: readonly HnsNetworkState[];
  readonly endpoints: readonly HnsEndpointState[];
  /** Networks that the CNI's agent makes the next time it starts. */
  readonly uncreated: readonly HnsNetworkState[];
  /** Ids of derived endpoints and load balancers that were deleted by hand. */
  readonly deleted: readonly string[];
  /** HNS restarted after kube-proxy's last synchronisation. */
  readonly loadBalancersLost: boolean;
  readonly hung: boolean;
}

export interface PortRange {
  readonly start: number;
  readonly count: number;
}

export interface ExcludedRange {
  readonly start: number;
  readonly end: number;
  readonly administered: boolean;
}

export interface PortsState {
  readonly dynamic: { readonly tcp: PortRange; readonly udp: PortRange };
  readonly excluded: { readonly tcp: readonly ExcludedRange[]; readonly udp: readonly ExcludedRange[] };
  readonly connections: number;
  /** Listeners that belong to none of the node's known programs. */
  readonly foreign: readonly { readonly protocol: 'tcp' | 'udp'; readonly port: number; readonly program: ProgramState; readonly processId: number }[];
}

export interface EventState {
  readonly log: string;
  readonly provider: string;
  readonly id: number;
  readonly level: number;
  readonly time: string;
  readonly properties: readonly string[];
}

/** What a client meets at the API server. */
export interface ApiServerState {
  /** As the node's kubeconfig names it when all is well. */
  readonly host: string;
  readonly port: number;
  readonly address: string;
  readonly reach: 'ok' | 'refused' | 'timed-out';
  readonly certificate: Certificate;
  readonly authority: Certificate;
  /** A proxy that answers TLS in the API server's place. */
  readonly interceptor: Certificate | null;
  readonly acceptsCredentials: boolean;
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
  readonly created: string;
  /** It has yet to be started: whatever stops a new pod stops this one. */
  readonly fresh: boolean;
  readonly volumeError: string | null;
  /** Its container cannot run: the process of a HostProcess pod ended. */
  readonly crashed: boolean;
}

export interface ClusterState {
  readonly version: string;
  readonly apiServer: ApiServerState;
  readonly nodeName: string;
  readonly nodeIp: string;
  readonly podCidr: string;
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

export type RegistryTrouble = 'dns' | 'proxy' | 'x509' | '429' | 'slow';

export interface RuntimeState {
  readonly kind: 'containerd' | 'docker';
  readonly version: string;
  readonly images: readonly ImageState[];
  /** What a pull runs into. */
  readonly trouble: RegistryTrouble | null;
}

export interface FirewallRule {
  readonly name: string;
  readonly action: number;
  readonly protocol: number;
  readonly ports: string;
  readonly profiles: number;
}

/** Where this flavour keeps what Winnow looks at. */
export interface LayoutState {
  readonly kubeconfig: string;
  readonly clientPem: string | null;
  readonly cniConf: string;
  readonly cniBin: string;
  readonly kubeletLog: string;
  readonly kubeProxyLog: string | null;
  readonly networkName: string;
  /** Null where the CNI needs no agent on the node. */
  readonly agentLog: string | null;
}

/**
 * A Windows node as plain JSON. Only what follows from nothing else is kept: a pipe, a condition, a load balancer or
 * a log line is derived when it is asked for, so that a write and its inverse bring back exactly this state.
 */
export interface NodeState {
  readonly id: string;
  readonly flavour: Flavour;
  readonly layout: LayoutState;
  readonly windows: WindowsState;
  readonly shell: ShellState;
  /** Win32_OptionalFeature InstallState by name: 1 enabled, 2 disabled, 3 absent. */
  readonly features: Readonly<Record<string, number>>;
  readonly services: Readonly<Record<string, ServiceState>>;
  readonly drivers: Readonly<Record<string, 'Running' | 'Stopped'>>;
  readonly processes: readonly ProcessState[];
  readonly files: Readonly<Record<string, FileState>>;
  readonly registry: Readonly<Record<string, Readonly<Record<string, RegistryValue>>>>;
  readonly adapters: readonly AdapterState[];
  readonly ips: readonly IpState[];
  readonly routes: readonly RouteState[];
  readonly hns: HnsState;
  readonly ports: PortsState;
  readonly events: readonly EventState[];
  readonly cluster: ClusterState;
  readonly runtime: RuntimeState;
  readonly tools: Readonly<Partial<Record<ToolId, string>>>;
  /** Names that the node's own servers can resolve. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** What other machines' `address:port` answer; `self:port` is a NodePort asked by the node itself. Anything else times out. */
  readonly remote: Readonly<Record<string, Connection>>;
  readonly firewall: { readonly active: number; readonly on: boolean; readonly rules: readonly FirewallRule[] };
  readonly updates: readonly { readonly kb: string; readonly time: string; readonly ok: boolean }[];
  readonly disk: { readonly size: number; readonly free: number };
  readonly memory: { readonly totalKb: number; readonly freeKb: number; readonly pagefileMb: number };
}
