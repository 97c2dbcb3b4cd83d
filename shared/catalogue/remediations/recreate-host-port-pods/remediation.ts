import { defineRemediation } from '../../typed';

/** Deletes the pods with a host port, so that their controllers make them anew under the present configuration. */
export const recreateHostPortPods = defineRemediation({
  id: 'recreate-host-port-pods',
  risk: 'copy-text',
  probes: ['pods-here'],
  cooldown: 0,
  plan: ({ 'pods-here': { pods } }) => {
    const [first, ...rest] = pods.flatMap(({ name, hostNetwork, hostPorts }) => {
      const [namespace = '', pod = ''] = name.split('/');
      return hostNetwork || hostPorts.length === 0 ? [] : [`kubectl -n ${namespace} delete pod ${pod}`];
    });
    return first === undefined ? { kind: 'not-here', why: 'none' } : { kind: 'copy', lines: [first, ...rest] };
  },
  hurts: ({ 'pods-here': { pods } }) => ({
    pods: pods.flatMap(({ name, hostNetwork, hostPorts }) => (hostNetwork || hostPorts.length === 0 ? [] : [name])),
    seconds: null,
  }),
});
