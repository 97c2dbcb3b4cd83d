import { answered, couldNotCheck, type Outcome } from '../../node/outcome';
import type { Answer, Read } from '../../node/read';
import { endpointsOf, loadBalancersOf, portMappingsOf, type Endpoint, type LoadBalancer } from '../derive/hns';
import { routerMac } from '../derive/flannel';
import { isRunning } from '../derive/processes';
import { fileTime, guid, mac } from '../ids';
import type { HnsNetworkState, NodeState } from '../state';
import { unlessElevated, unlessFullLanguage } from './refuse';

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json | undefined };

/** FILETIMEs do not fit a number: they are written as text and their quotes taken off. */
function render(output: Json): string {
  return JSON.stringify({ Success: true, Output: output }).replace(/"filetime:(\d+)"/g, '$1');
}

/** Raw JSON as HNSCall returns it. */
export function answerHns(state: NodeState, read: Extract<Read, { kind: 'hns' }>): Outcome<Answer<'hns'>> {
  const no = unlessElevated(state) ?? unlessFullLanguage(state);
  if (no !== null) return no;
  if (state.services.hns === undefined) return couldNotCheck('missing', 'vmcompute.dll: 0x8007007e');
  if (state.hns.hung) return couldNotCheck('timed-out', `HNSCall GET ${read.path}`);
  if (!isRunning(state, 'hns')) return couldNotCheck('crashed', `HNSCall GET ${read.path} returned 0x800706ba`);
  return answered({ json: render(outputOf(state, read)), via: 'HNSCall' });
}

function outputOf(state: NodeState, { path }: Extract<Read, { kind: 'hns' }>): Json {
  switch (path) {
    case '/networks':
      return state.hns.networks.map((network) => networkJson(state, network));
    case '/endpoints':
      return endpointsOf(state).map((endpoint) => endpointJson(state, endpoint));
    case '/policylists':
      return loadBalancersOf(state).map((balancer) => balancerJson(state, balancer));
    case '/namespaces':
      return endpointsOf(state)
        .filter((endpoint) => endpoint.containers.length > 0)
        .map(({ id }) => ({
          CompartmentId: 3,
          ID: guid(`${id} namespace`),
          IsDefault: false,
          ResourceList: [{ Data: { Id: id }, Type: 'Endpoint' }],
        }));
    case '/globals/version':
      return { Major: state.hns.major, Minor: state.hns.minor };
    case '/portpools':
      return [];
  }
}

function health(state: NodeState): Json {
  return { LastErrorCode: 0, LastUpdateTime: `filetime:${fileTime(state.windows.boot)}` };
}

function networkJson(state: NodeState, network: HnsNetworkState): Json {
  const overlay = network.type.toLowerCase() === 'overlay';
  const routes = network.remote.map(({ prefix, provider, mac: router }) => ({
    DestinationPrefix: prefix,
    DistributedRouterMacAddress: router,
    IsolationId: 4096,
    ProviderAddress: provider,
    Type: 'RemoteSubnetRoute',
  }));
  return {
    ActivityId: guid(`${network.id} activity`),
    AdditionalParams: {},
    CurrentEndpointCount: endpointsOf(state).filter((endpoint) => endpoint.network === network.name).length,
    ...(overlay ? { DrMacAddress: routerMac(network) } : {}),
    Extensions: [
      { Id: 'E7C3B2F0-F3C5-48DF-AF2B-10FED6D72E7A', IsEnabled: false, Name: 'Microsoft Windows Filtering Platform' },
      { Id: 'E9B59CFA-2BE1-4B21-828F-B6FBDBDDC017', IsEnabled: true, Name: 'Microsoft Azure VFP Switch Extension' },
    ],
    Flags: 0,
    Health: health(state),
    ID: network.id,
    IPv6: false,
    LayeredOn: guid(`${network.id} layer`),
    MacPools: [{ EndMacAddress: '00-15-5D-52-CF-FF', StartMacAddress: '00-15-5D-52-C0-00' }],
    ...(network.managementIp === null ? {} : { ManagementIP: network.managementIp }),
    MaxConcurrentEndpoints: 12,
    Name: network.name,
    ...(network.adapterName === null ? {} : { NetworkAdapterName: network.adapterName }),
    Policies: overlay ? [{ Type: 'HostRoute' }, ...routes] : network.type === 'nat' ? [{ Type: 'VLAN', VLAN: 1 }] : [],
    Resources: resources(network),
    State: 1,
    Subnets: [subnet(state, network, overlay)],
    SwitchGuid: guid(`${network.id} switch`),
    TotalEndpoints: 41,
    Type: network.type,
    Version: 38654705666,
  };
}

function subnet(state: NodeState, network: HnsNetworkState, overlay: boolean): Json {
  return {
    AdditionalParams: {},
    AddressPrefix: network.prefix,
    Flags: 0,
    GatewayAddress: network.gateway,
    Health: health(state),
    ID: guid(`${network.id} subnet`),
    IpSubnets: [
      {
        AdditionalParams: {},
        Flags: 3,
        Health: health(state),
        ID: guid(`${network.id} ipsubnet`),
        IpAddressPrefix: network.prefix,
        ObjectType: 6,
        Policies: [],
        State: 0,
      },
    ],
    ObjectType: 5,
    Policies: overlay ? [{ Type: 'VSID', VSID: 4096 }] : [],
    State: 0,
  };
}

function resources(network: HnsNetworkState): Json {
  const host = {
    AdapterNetCfgInstanceId: guid(`${network.id} nic`),
    EndpointPortGuid: guid(`${network.id} host port`),
    InterfaceGuid: guid(`${network.id} interface`),
    MacAddress: mac(`${network.id} host`),
    NicFriendlyName: network.name.slice(0, 15),
    State: 1,
    Tag: 'Host Vnic',
  };
  const external = { EndpointPortGuid: guid(`${network.id} external port`), State: 1, Tag: 'External Adapter Info' };
  return {
    AdditionalParams: {},
    AllocationOrder: 2,
    Allocators: network.adapterName === null ? [host] : [host, external],
    ID: guid(`${network.id} resources`),
    State: 1,
  };
}

function endpointJson(state: NodeState, endpoint: Endpoint): Json {
  const network = state.hns.networks.find(({ name }) => name === endpoint.network);
  const overlay = network?.type.toLowerCase() === 'overlay';
  return {
    ActivityId: guid(`${endpoint.id} activity`),
    AdditionalParams: {},
    ...(endpoint.remote
      ? {}
      : { DNSServerList: state.cluster.dnsIp, DNSSuffix: 'default.svc.cluster.local,svc.cluster.local,cluster.local' }),
    ...(overlay ? { EncapOverhead: 50 } : {}),
    Flags: 0,
    GatewayAddress: network?.gateway ?? '0.0.0.0',
    Health: health(state),
    ID: endpoint.id,
    IPAddress: endpoint.ip,
    ...(endpoint.remote ? { IsRemoteEndpoint: true } : {}),
    MacAddress: mac(endpoint.id),
    Name: endpoint.name,
    ...(endpoint.containers.length > 0
      ? { Namespace: { ID: guid(`${endpoint.id} namespace`), IsDefault: false } }
      : {}),
    Policies: endpoint.remote
      ? overlay
        ? [{ PA: '192.168.10.12', Type: 'PA' }]
        : []
      : podPolicies(state, endpoint, overlay),
    PrefixLength: 24,
    Resources: {
      AdditionalParams: {},
      AllocationOrder: 1,
      Allocators: [{ EndpointPortGuid: guid(`${endpoint.id} port`), State: 1, Tag: 'Endpoint Port' }],
      ID: guid(`${endpoint.id} resources`),
      State: 1,
    },
    SharedContainers: endpoint.containers,
    StartTime: `filetime:${fileTime(state.windows.boot)}`,
    State: endpoint.state,
    Type: network?.type ?? 'L2Bridge',
    Version: 38654705666,
    VirtualNetwork: network?.id ?? '',
    VirtualNetworkName: endpoint.network,
  };
}

function podPolicies(state: NodeState, endpoint: Endpoint, overlay: boolean): readonly Json[] {
  const service = '10.96.0.0/12';
  const route = { DestinationPrefix: service, NeedEncap: true, Type: 'ROUTE' };
  const nodeRoute = { DestinationPrefix: `${state.cluster.nodeIp}/32`, NeedEncap: true, Type: 'ROUTE' };
  return [
    { ExceptionList: [state.cluster.clusterCidr, service, ...state.hns.oldExceptions], Type: 'OutBoundNAT' },
    route,
    ...portMappingsOf(state, endpoint).map(({ host, container }) => ({
      ExternalPort: host,
      InternalPort: container,
      Protocol: 'TCP',
      Type: 'NAT',
    })),
    ...(overlay ? [{ PA: state.cluster.nodeIp, Type: 'PA' }] : [nodeRoute]),
  ];
}

function balancerJson(state: NodeState, balancer: LoadBalancer): Json {
  return {
    ActivityId: guid(`${balancer.id} activity`),
    AdditionalParams: {},
    Flags: 0,
    Health: health(state),
    ID: balancer.id,
    Policies: [
      {
        ExternalPort: balancer.externalPort,
        InternalPort: balancer.internalPort,
        IsDSR: balancer.dsr,
        LocalRoutedVIP: balancer.vip === null,
        Protocol: balancer.protocol,
        Type: 'ELB',
        ...(balancer.vip === null ? {} : { VIPs: [balancer.vip] }),
      },
    ],
    References: balancer.endpoints.map((id) => `/endpoints/${id}`),
    Resources: {
      AdditionalParams: {},
      AllocationOrder: 0,
      Allocators: [],
      ID: guid(`${balancer.id} resources`),
      State: 1,
    },
    State: 2,
    Version: 38654705666,
  };
}
