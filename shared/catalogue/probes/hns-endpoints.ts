import { z } from 'zod';
import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { hnsObjects, sameId } from './parse/hns';

const endpoint = z.looseObject({
  ID: z.string(),
  Name: z.string().optional(),
  VirtualNetworkName: z.string().optional(),
  IPAddress: z.string().optional(),
  State: z.number().optional(),
  IsRemoteEndpoint: z.boolean().optional(),
  SharedContainers: z.array(z.string()).nullish(),
});

/** HNS endpoints. State 3 is attached and shared by a pod's containers; host endpoints have no container. */
export const hnsEndpoints = defineProbe({
  id: 'hns-endpoints',
  code: 'P13',
  rights: 'administrator',
  limit: seconds(15),
  reads: () => ({ endpoints: { kind: 'hns', path: '/endpoints' } }),
  interpret: ({ endpoints }) => {
    const list = hnsObjects(endpoint, must(endpoints).json).map((found) => ({
      id: sameId(found.ID),
      name: found.Name ?? '',
      network: found.VirtualNetworkName ?? '',
      ip: found.IPAddress ?? '',
      state: found.State ?? 0,
      remote: found.IsRemoteEndpoint ?? false,
      containers: (found.SharedContainers ?? []).length,
    }));
    return {
      endpoints: list,
      localPodEndpoints: list.filter(({ remote, containers }) => !remote && containers > 0).length,
    };
  },
});
