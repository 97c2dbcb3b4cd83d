import type { Reason } from '../node/outcome';
import type { Connection, ReadKind } from '../node/read';
import type { ToolId } from '../node/tools';
import type { ClusterState, RuntimeState } from './state/cluster';
import type {
  AdapterState,
  EventState,
  FlannelState,
  HnsState,
  IpState,
  PortsState,
  RouteState,
} from './state/network';
import type {
  FileState,
  LoggedLine,
  ProcessState,
  RegistryValue,
  ServiceState,
  ShellState,
  WindowsState,
} from './state/windows';

export type * from './state/cluster';
export type * from './state/network';
export type * from './state/windows';

/** How the node was joined to its cluster; decides paths, services and the CNI. */
export type Flavour = 'sdn-hostgw' | 'kubeadm-vxlan' | 'aks';

export interface FirewallRule {
  readonly name: string;
  readonly action: number;
  readonly protocol: number;
  readonly ports: string;
  readonly profiles: number;
}

/** A read without an answer, for a reason that lies outside of what is modelled: a broken repository of WMI, a locked file. */
export interface LostRead {
  readonly kind: ReadKind;
  /** The class, path, tool, log or server that is asked; every read of the kind where it is not said. */
  readonly of?: string;
  readonly reason: Reason;
  readonly detail: string;
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
  readonly lost?: readonly LostRead[];
  /** Win32_OptionalFeature InstallState by name: 1 enabled, 2 disabled, 3 absent. */
  readonly features: Readonly<Record<string, number>>;
  /** What a feature that was turned on brings with the next start of Windows. */
  readonly afterRestart?: Pick<NodeState, 'services' | 'drivers' | 'adapters' | 'ips' | 'routes'>;
  readonly services: Readonly<Record<string, ServiceState>>;
  readonly drivers: Readonly<Record<string, 'Running' | 'Stopped'>>;
  readonly processes: readonly ProcessState[];
  /** Programs that run but take no connections. */
  readonly mute?: readonly string[];
  readonly files: Readonly<Record<string, FileState>>;
  readonly registry: Readonly<Record<string, Readonly<Record<string, RegistryValue>>>>;
  readonly adapters: readonly AdapterState[];
  readonly ips: readonly IpState[];
  readonly routes: readonly RouteState[];
  readonly hns: HnsState;
  readonly flannel: FlannelState;
  readonly ports: PortsState;
  readonly events: readonly EventState[];
  readonly cluster: ClusterState;
  readonly runtime: RuntimeState;
  /** Version of the CNI plugins, where they are not current. */
  readonly cniPlugins?: string;
  readonly tools: Readonly<Partial<Record<ToolId, string>>>;
  /** Names that the node's own servers can resolve. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** What other machines' `address:port` answer; `self:port` is a NodePort asked by the node itself. Anything else times out. */
  readonly remote: Readonly<Record<string, Connection>>;
  readonly firewall: { readonly active: number; readonly on: boolean; readonly rules: readonly FirewallRule[] };
  /** What the components logged of troubles that are not derived, the oldest first. */
  readonly logged?: readonly LoggedLine[];
  readonly updates: ReadonlyArray<{ readonly kb: string; readonly time: string; readonly ok: boolean }>;
  readonly disk: { readonly size: number; readonly free: number };
  readonly memory: { readonly totalKb: number; readonly freeKb: number; readonly pagefileMb: number };
}
