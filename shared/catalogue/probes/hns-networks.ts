import { z } from 'zod';
import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { hnsObjects, sameId } from './parse/hns';

const network = z.looseObject({
  ID: z.string(),
  Name: z.string(),
  Type: z.string(),
  ManagementIP: z.string().optional(),
  NetworkAdapterName: z.string().optional(),
  Subnets: z.array(z.looseObject({ AddressPrefix: z.string().optional() })).nullish(),
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
      managementIp: found.ManagementIP === undefined || found.ManagementIP === '' ? null : found.ManagementIP,
      adapterName: found.NetworkAdapterName ?? null,
      prefixes: (found.Subnets ?? []).flatMap(({ AddressPrefix }) =>
        AddressPrefix === undefined ? [] : [AddressPrefix],
      ),
    })),
  }),
});
