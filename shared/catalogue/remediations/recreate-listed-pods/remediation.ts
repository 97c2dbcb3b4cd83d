import type { EvidenceOf } from '../../define';
import type { probes } from '../../probes';
import { defineRemediation } from '../../typed';

type Pods = EvidenceOf<(typeof probes)['pods-here']>;

function networked({ pods }: Pods) {
  return pods.filter(({ phase, hostNetwork }) => phase === 'Running' && !hostNetwork).map(({ name }) => name);
}

/** Deletes this node's Pods, so that their controllers make them anew with the list of today. */
export const recreateListedPods = defineRemediation({
  id: 'recreate-listed-pods',
  risk: 'copy-text',
  probes: ['pods-here'],
  cooldown: 0,
  plan: ({ 'pods-here': pods }) => {
    const [first, ...rest] = networked(pods).map((name) => `kubectl -n ${name.replace('/', ' delete pod ')}`);
    return first === undefined ? { kind: 'not-here', why: 'no-pods' } : { kind: 'copy', lines: [first, ...rest] };
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: networked(pods), seconds: null }),
});
