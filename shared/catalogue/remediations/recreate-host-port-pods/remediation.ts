import type { EvidenceOf } from '../../define';
import type { podsHere } from '../../probes/pods-here';
import { defineRemediation } from '../../typed';
import { deletePods } from '../pods';

function withHostPort({ pods }: EvidenceOf<typeof podsHere>): readonly string[] {
  return pods.filter(({ hostNetwork, hostPorts }) => !hostNetwork && hostPorts.length > 0).map(({ name }) => name);
}

/** Deletes the pods with a host port, so that their controllers make them anew under the present configuration. */
export const recreateHostPortPods = defineRemediation({
  id: 'recreate-host-port-pods',
  risk: 'copy-text',
  probes: ['pods-here'],
  cooldown: 0,
  plan: ({ 'pods-here': pods }) => deletePods(withHostPort(pods), 'none'),
  hurts: ({ 'pods-here': pods }) => ({ pods: withHostPort(pods), seconds: null }),
});
