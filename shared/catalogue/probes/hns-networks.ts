import { z } from 'zod';
import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { hnsObjects, sameId } from './parse/hns';

const network = z.object({
  ID: z.string(),
  Name: z.string(),
  Type: z.string(),
  ManagementIP: z.string().nullish(),
  NetworkAdapterName: z.string().nullish(),
  DrMacAddress: z.string().nullish(),
  State: z.number().nullish(),
  Subnets: z
    .array(
      z.object({
        AddressPrefix: z.string().nullish(),
        GatewayAddress: z.string().nullish(),
        Policies: z.array(z.object({ Type: z.string(), VSID: z.number().nullish() })).nullish(),
      }),
    )
    .nullish(),
  CurrentEndpointCount: z.number().nullish(),
  Policies: z
    .array(
      z.object({
        Type: z.string(),
        DestinationPrefix: z.string().nullish(),
        ProviderAddress: z.string().nullish(),
        DistributedRouterMacAddress: z.string().nullish(),
        IsolationId: z.number().nullish(),
      }),
    )
    .nullish(),
});

/** HNS networks. `type` is in lower case, since nodes write it in any. */
export const hnsNetworks = defineProbe({
  id: 'hns-networks',
  code: 'P12',
  rights: 'administrator',
  limit: seconds(10),
  reads: () => ({ networks: { kind: 'hns', path: '/networks' } }),
  interpret: ({ networks }) => ({
    networks: hnsObjects(network, must(networks).json).map((found) => ({
      id: sameId(found.ID),
      name: found.Name,
      type: found.Type.toLowerCase(),
      managementIp: typeof found.ManagementIP === 'string' && found.ManagementIP !== '' ? found.ManagementIP : null,
      adapterName: found.NetworkAdapterName ?? null,
      prefixes: (found.Subnets ?? []).flatMap(({ AddressPrefix }) =>
        typeof AddressPrefix === 'string' ? [AddressPrefix] : [],
      ),
      gateways: (found.Subnets ?? []).flatMap(({ GatewayAddress }) =>
        typeof GatewayAddress === 'string' ? [GatewayAddress] : [],
      ),
      state: found.State ?? null,
      endpoints: found.CurrentEndpointCount ?? null,
      /** The MAC address of the overlay's router; null on other networks. */
      routerMac: found.DrMacAddress ?? null,
      vsids: (found.Subnets ?? []).flatMap(({ Policies }) =>
        (Policies ?? []).flatMap(({ Type, VSID }) => (Type === 'VSID' && typeof VSID === 'number' ? [VSID] : [])),
      ),
      /** Pod subnets of other nodes and where this overlay sends their traffic. */
      remoteSubnets: (found.Policies ?? [])
        .filter(({ Type }) => Type === 'RemoteSubnetRoute')
        .map(({ DestinationPrefix, ProviderAddress, DistributedRouterMacAddress, IsolationId }) => ({
          prefix: DestinationPrefix ?? null,
          provider: ProviderAddress ?? null,
          mac: DistributedRouterMacAddress ?? null,
          vsid: IsolationId ?? null,
        })),
    })),
  }),
});
