import { nodeName } from '../../probes/node-name';
import { defineRemediation } from '../../typed';

/** The cumulative update from which a Server 2019 reaches its own NodePorts is 17763.1432 (KB4571748). */
export const updateWindows = defineRemediation({
  id: 'update-windows',
  risk: 'copy-text',
  probes: ['processes', 'os-build'],
  also: ['node-object'],
  cooldown: 0,
  plan: ({ processes, 'os-build': build, 'node-object': node }) => {
    const name = node?.name ?? nodeName(processes, build);
    const drain = `kubectl drain ${name} --ignore-daemonsets --delete-emptydir-data`;
    return { kind: 'copy', lines: [drain, 'sconfig', `kubectl uncordon ${name}`] };
  },
  hurts: () => ({ pods: null, seconds: null }),
});
