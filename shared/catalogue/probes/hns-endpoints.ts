import { z } from 'zod';
import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { hnsObjects, sameId } from './parse/hns';

const addresses = z.array(z.string()).nullish();
const policy = z.looseObject({
  Type: z.string(),
  ExceptionList: addresses,
  Exceptions: addresses,
  Settings: z.looseObject({ Exceptions: addresses }).nullish(),
});
const endpoint = z.looseObject({
  ID: z.string(),
  Name: z.string().nullish(),
  VirtualNetworkName: z.string().nullish(),
  IPAddress: z.string().nullish(),
  MacAddress: z.string().nullish(),
  State: z.number().nullish(),
  IsRemoteEndpoint: z.boolean().nullish(),
  SharedContainers: z.array(z.string()).nullish(),
  Policies: z.array(policy).nullish(),
  Resources: z
    .looseObject({
      Allocators: z
        .array(z.looseObject({ Tag: z.string().nullish(), EndpointPortGuid: z.string().nullish() }))
        .nullish(),
    })
    .nullish(),
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
      containerIds: (found.SharedContainers ?? []).map(sameId),
      mac: found.MacAddress ?? null,
      policies: (found.Policies ?? []).map(({ Type }) => Type),
      /** Destinations that are not translated on their way out, of both versions of the policy. */
      exceptions: (found.Policies ?? [])
        .filter(({ Type }) => /^OutBoundNAT$/i.test(Type))
        .flatMap(({ ExceptionList, Exceptions, Settings }) => [
          ...(ExceptionList ?? []),
          ...(Exceptions ?? []),
          ...(Settings?.Exceptions ?? []),
        ]),
      /** Ports of the virtual switch, by which VFP names them. */
      ports: (found.Resources?.Allocators ?? []).flatMap(({ Tag, EndpointPortGuid }) =>
        Tag === 'Endpoint Port' && typeof EndpointPortGuid === 'string' ? [EndpointPortGuid] : [],
      ),
    }));
    return {
      endpoints: list,
      localPodEndpoints: list.filter(({ remote, containers }) => !remote && containers > 0).length,
    };
  },
});
