import type { EvidenceOf } from '../../define';
import type { hnsEndpoints } from '../../probes/hns-endpoints';
import { lostEndpoints } from '../../probes/lost-endpoints';
import type { podsHere } from '../../probes/pods-here';
import { defineRemediation } from '../../typed';
import { deletePods } from '../pods';

function withoutEndpoint(
  pods: EvidenceOf<typeof podsHere>,
  endpoints: EvidenceOf<typeof hnsEndpoints>,
): readonly string[] {
  return lostEndpoints(pods, endpoints).flatMap((at) => pods.pods[at]?.name ?? []);
}

/** Deletes the pods without an endpoint, so that their controllers make them anew; those of no controller do not come back. */
export const recreatePods = defineRemediation({
  id: 'recreate-pods',
  risk: 'copy-text',
  probes: ['hns-endpoints', 'pods-here'],
  cooldown: 0,
  plan: ({ 'hns-endpoints': endpoints, 'pods-here': pods }) =>
    deletePods(withoutEndpoint(pods, endpoints), 'none-lost'),
  hurts: ({ 'hns-endpoints': endpoints, 'pods-here': pods }) => ({
    pods: withoutEndpoint(pods, endpoints),
    seconds: null,
  }),
});
