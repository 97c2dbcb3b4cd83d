import type { ProgramState } from './windows';

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
interface RemoteSubnet {
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
  /** Endpoints of the host that the CNI's agent makes the next time it starts. */
  readonly endpointsToMake?: readonly HnsEndpointState[];
  /** Ids of derived endpoints and load balancers that were deleted by hand. */
  readonly deleted: readonly string[];
  /** HNS restarted after kube-proxy's last synchronisation. */
  /** Ranges that Pods still have excepted from translation, from an older CNI configuration. */
  readonly oldExceptions: readonly string[];
  readonly loadBalancersLost: boolean;
  readonly hung: boolean;
}

/** flanneld, where the node has it. */
export interface FlannelState {
  readonly version: string;
  /** Its subnet.env is the one of its last start; false: that was lost, or replaced by hand. */
  readonly wrote: boolean;
  /** What stops it before it has made network and file: the end of its log; null: nothing does. */
  readonly complaint: string | null;
  /** The MAC address of the overlay's router that the cluster was told, where the router has another one since. */
  readonly toldMac?: string;
  /** MAC addresses that other nodes, by name, have told since this one made its routes. */
  readonly otherMacs?: Readonly<Record<string, string>>;
}

interface PortRange {
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
  readonly foreign: ReadonlyArray<{
    readonly protocol: 'tcp' | 'udp';
    readonly port: number;
    readonly program: ProgramState;
    readonly processId: number;
  }>;
}

export interface EventState {
  readonly log: string;
  readonly provider: string;
  readonly id: number;
  readonly level: number;
  readonly time: string;
  readonly properties: readonly string[];
}
