import { lostEndpoints } from '../../probes/lost-endpoints';
import { defineRemediation } from '../../typed';

/** Deletes the pods without an endpoint, so that their controllers make them anew; those of no controller do not come back. */
export const recreatePods = defineRemediation({
  id: 'recreate-pods',
  risk: 'copy-text',
  probes: ['hns-endpoints', 'pods-here'],
  cooldown: 0,
  plan: ({ 'hns-endpoints': endpoints, 'pods-here': pods }) => {
    const [first, ...rest] = lostEndpoints(pods, endpoints).flatMap((at) => {
      const [namespace = '', name = ''] = pods.pods[at]?.name.split('/') ?? [];
      return name === '' ? [] : [`kubectl -n ${namespace} delete pod ${name}`];
    });
    return first === undefined ? { kind: 'not-here', why: 'none-lost' } : { kind: 'copy', lines: [first, ...rest] };
  },
  hurts: ({ 'hns-endpoints': endpoints, 'pods-here': pods }) => ({
    pods: lostEndpoints(pods, endpoints).flatMap((at) => pods.pods[at]?.name ?? []),
    seconds: null,
  }),
});
