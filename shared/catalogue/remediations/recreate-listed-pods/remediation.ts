import { defineRemediation } from '../../typed';
import { deletePods, runningPods } from '../pods';

/** Deletes this node's Pods, so that their controllers make them anew with the list of today. */
export const recreateListedPods = defineRemediation({
  id: 'recreate-listed-pods',
  risk: 'copy-text',
  probes: ['pods-here'],
  cooldown: 0,
  plan: ({ 'pods-here': pods }) => deletePods(runningPods(pods), 'no-pods'),
  hurts: ({ 'pods-here': pods }) => ({ pods: runningPods(pods), seconds: null }),
});
