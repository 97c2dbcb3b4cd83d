import { z } from 'zod';
import { must } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { hnsObjects, sameId } from './parse/hns';

const policyList = z.object({
  ID: z.string(),
  State: z.number().nullish(),
  References: z.array(z.string()).nullish(),
  Policies: z
    .array(
      z.object({
        Type: z.string(),
        VIPs: z.array(z.string()).nullish(),
        ExternalPort: z.number().nullish(),
        InternalPort: z.number().nullish(),
        Protocol: z.number().nullish(),
        IsDSR: z.boolean().nullish(),
        LocalRoutedVIP: z.boolean().nullish(),
        SourceVIP: z.string().nullish(),
      }),
    )
    .nullish(),
});

/** HNS load balancers. One without a VIP, routed locally, is a NodePort. */
export const hnsLoadbalancers = defineProbe({
  id: 'hns-loadbalancers',
  code: 'P14',
  rights: 'administrator',
  limit: seconds(15),
  reads: () => ({ lists: { kind: 'hns', path: '/policylists' } }),
  interpret: ({ lists }) => {
    const balancers = hnsObjects(policyList, must(lists).json).flatMap((list) =>
      (list.Policies ?? [])
        .filter(({ Type }) => /^ELB$/i.test(Type))
        .map((policy) => ({
          id: sameId(list.ID),
          state: list.State ?? 0,
          vip: policy.VIPs?.find((vip) => vip !== '') ?? null,
          externalPort: policy.ExternalPort ?? 0,
          internalPort: policy.InternalPort ?? 0,
          protocol: policy.Protocol ?? 0,
          dsr: policy.IsDSR ?? false,
          sourceVip: policy.SourceVIP === undefined || policy.SourceVIP === '' ? null : policy.SourceVIP,
          nodePort: (policy.VIPs ?? []).every((vip) => vip === '') && policy.LocalRoutedVIP !== false,
          endpoints: (list.References ?? []).map((reference) => sameId(reference.split('/').at(-1) ?? '')),
        })),
    );
    return { loadBalancers: balancers, count: balancers.length };
  },
});
