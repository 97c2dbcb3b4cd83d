import { defineRemediation } from '../../typed';

/** The cumulative update from which a Server 2019 reaches its own NodePorts is 17763.1432 (KB4571748). */
export const updateWindows = defineRemediation({
  id: 'update-windows',
  risk: 'copy-text',
  probes: ['node-object'],
  cooldown: 0,
  plan: ({ 'node-object': { name } }) => ({
    kind: 'copy',
    lines: [`kubectl drain ${name} --ignore-daemonsets --delete-emptydir-data`, 'sconfig', `kubectl uncordon ${name}`],
  }),
  hurts: () => ({ pods: null, seconds: null }),
});
