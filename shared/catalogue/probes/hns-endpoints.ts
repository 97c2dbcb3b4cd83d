import { z } from 'zod';
import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { hnsObjects, sameId } from './parse/hns';

const addresses = z.array(z.string()).nullish();
const policy = z.object({
  Type: z.string(),
  ExceptionList: addresses,
  Exceptions: addresses,
  Settings: z.object({ Exceptions: addresses }).nullish(),
  InternalPort: z.number().nullish(),
  ExternalPort: z.number().nullish(),
  Protocol: z.union([z.number(), z.string()]).nullish(),
});
const endpoint = z.object({
  ID: z.string(),
  Name: z.string().nullish(),
  VirtualNetworkName: z.string().nullish(),
  IPAddress: z.string().nullish(),
  MacAddress: z.string().nullish(),
  State: z.number().nullish(),
  IsRemoteEndpoint: z.boolean().nullish(),
  Namespace: z.object({ ID: z.string().nullish() }).nullish(),
  GatewayAddress: z.string().nullish(),
  SharedContainers: z.array(z.string()).nullish(),
  Policies: z.array(policy).nullish(),
  Resources: z
    .object({
      Allocators: z.array(z.object({ Tag: z.string().nullish(), EndpointPortGuid: z.string().nullish() })).nullish(),
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
      gateway: found.GatewayAddress ?? null,
      namespace: typeof found.Namespace?.ID === 'string' ? sameId(found.Namespace.ID) : null,
      policies: (found.Policies ?? []).map(({ Type }) => Type),
      /** Destinations that are not translated on their way out, of both versions of the policy. */
      exceptions: (found.Policies ?? [])
        .filter(({ Type }) => /^OutBoundNAT$/i.test(Type))
        .flatMap(({ ExceptionList, Exceptions, Settings }) => [
          ...(ExceptionList ?? []),
          ...(Exceptions ?? []),
          ...(Settings?.Exceptions ?? []),
        ]),
      /** Ports of the host that lead to this endpoint: `NAT` of both versions, `PortMapping` of the second. */
      portMappings: (found.Policies ?? [])
        .filter(({ Type }) => /^(?:NAT|PortMapping)$/i.test(Type))
        .map(({ InternalPort, ExternalPort, Protocol }) => ({
          internalPort: InternalPort ?? null,
          externalPort: ExternalPort ?? null,
          protocol: Protocol ?? null,
        })),
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
