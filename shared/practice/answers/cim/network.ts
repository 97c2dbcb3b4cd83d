import type { AdapterState, NodeState } from '../../state';
import { STANDARD, type CimClass, type CimRow } from './types';

function adapterRow(adapter: AdapterState): CimRow {
  return {
    Name: adapter.name,
    InterfaceDescription: adapter.description,
    InterfaceIndex: adapter.index,
    InterfaceName: `ethernet_${adapter.index}`,
    InterfaceOperationalStatus: adapter.up ? 1 : 2,
    InterfaceAdminStatus: adapter.up ? 1 : 2,
    MediaConnectState: adapter.up ? 1 : 2,
    PermanentAddress: adapter.mac.replaceAll('-', ''),
    NetworkAddresses: adapter.mac.replaceAll('-', ''),
    Virtual: adapter.virtual,
    HardwareInterface: !adapter.virtual,
    MtuSize: adapter.mtu,
    State: adapter.up ? 2 : 3,
  };
}

/** Loopback and the adapters, as the IP stack numbers them. */
function interfaces(
  state: NodeState,
): ReadonlyArray<{ readonly index: number; readonly name: string; readonly up: boolean; readonly mtu: number }> {
  return [{ index: 1, name: 'Loopback Pseudo-Interface 1', up: true, mtu: 4294967295 }, ...state.adapters];
}

function alias(state: NodeState, index: number): string | null {
  return interfaces(state).find((each) => each.index === index)?.name ?? null;
}

/** An adapter that is bound to a virtual switch has no address of its own and no IP interface. */
function hasIp(state: NodeState, index: number): boolean {
  return index === 1 || state.ips.some((ip) => ip.index === index);
}

function addressRows(state: NodeState): readonly CimRow[] {
  const loopback = { index: 1, address: '127.0.0.1', prefixLength: 8 };
  return [loopback, ...state.ips].map(({ index, address, prefixLength }) => {
    const up = index === 1 || state.adapters.some((adapter) => adapter.index === index && adapter.up);
    return {
      IPAddress: address,
      InterfaceIndex: index,
      InterfaceAlias: alias(state, index),
      AddressFamily: 2,
      PrefixLength: prefixLength,
      PrefixOrigin: 1,
      SuffixOrigin: 1,
      AddressState: up ? 4 : 1,
      Type: 1,
      SkipAsSource: false,
    };
  });
}

function interfaceRows(state: NodeState): readonly CimRow[] {
  return interfaces(state)
    .filter(({ index }) => hasIp(state, index))
    .map(({ index, name, up, mtu }) => ({
      InterfaceIndex: index,
      InterfaceAlias: name,
      AddressFamily: 2,
      ConnectionState: up ? 1 : 0,
      Dhcp: index === 1 ? 0 : 1,
      Forwarding: index === 1 ? 0 : 1,
      WeakHostSend: index === 1 ? 0 : 1,
      WeakHostReceive: index === 1 ? 0 : 1,
      NlMtu: mtu,
      InterfaceMetric: 25,
    }));
}

function routeRows(state: NodeState): readonly CimRow[] {
  return state.routes.map(({ prefix, nextHop, interfaceIndex }) => ({
    DestinationPrefix: prefix,
    NextHop: nextHop,
    InterfaceIndex: interfaceIndex,
    InterfaceAlias: alias(state, interfaceIndex),
    AddressFamily: 2,
    RouteMetric: 256,
    Protocol: 3,
    Store: 1,
  }));
}

function settingRows(state: NodeState): readonly CimRow[] {
  const { start, count } = state.ports.dynamic.tcp;
  return ['Internet', 'Datacenter', 'InternetCustom', 'DatacenterCustom', 'Compat'].map((name) => ({
    SettingName: name,
    DynamicPortRangeStartPort: start,
    DynamicPortRangeNumberOfPorts: count,
  }));
}

/** Network objects. Their enumerations are numbers: 1 is up, enabled, connected; address state 4 is preferred. */
export const NETWORK_CLASSES: Readonly<Record<string, CimClass>> = {
  MSFT_NetAdapter: { namespace: STANDARD, rows: (state) => state.adapters.map(adapterRow) },
  MSFT_NetIPAddress: { namespace: STANDARD, rows: addressRows },
  MSFT_NetIPInterface: { namespace: STANDARD, rows: interfaceRows },
  MSFT_NetRoute: { namespace: STANDARD, rows: routeRows },
  MSFT_NetTCPSetting: { namespace: STANDARD, rows: settingRows },
  MSFT_NetUDPSetting: {
    namespace: STANDARD,
    rows: ({ ports }) => [
      {
        SettingName: '',
        DynamicPortRangeStartPort: ports.dynamic.udp.start,
        DynamicPortRangeNumberOfPorts: ports.dynamic.udp.count,
      },
    ],
  },
  MSFT_DNSClientServerAddress: {
    namespace: STANDARD,
    rows: (state) =>
      state.adapters.flatMap(({ index, name, dns }) =>
        dns.length === 0
          ? []
          : [{ InterfaceIndex: index, InterfaceAlias: name, AddressFamily: 2, ServerAddresses: dns.join(',') }],
      ),
  },
};
