import { defineRemediation } from '../../typed';
import { deletePodLine, runningPods } from '../pods';
import { kubeletRestart } from '../restart';

/** HostProcess pods of the CNIs that make a network in HNS, as their manifests name them. */
const AGENT_PODS = /\/(?:calico-node-windows|kube-flannel|antrea-agent-windows|ovnkube-node-windows)/;

/**
 * Restarts what makes the network of the pods: Calico's service, the CNI's HostProcess pod by a line to be run elsewhere, or
 * with Azure CNI the kubelet, before which AKS prepares the network (AgentBaker's kubeletstart.ps1).
 */
export const restartCniAgent = defineRemediation({
  id: 'restart-cni-agent',
  risk: 'disrupts-pods',
  probes: ['services', 'processes'],
  also: ['pods-here', 'cni-config'],
  cooldown: 600,
  plan: ({ services, processes, 'pods-here': pods, 'cni-config': cni }) => {
    if (services.CalicoNode)
      return { kind: 'writes', writes: [{ kind: 'service', name: 'CalicoNode', action: 'restart' }] };
    const pod = pods?.pods.find(({ hostProcess, name }) => hostProcess && AGENT_PODS.test(name));
    if (pod) return { kind: 'copy', lines: [deletePodLine(pod.name)] };
    const azure = cni?.winner?.plugins.some(({ type }) => type === 'azure-vnet') ?? false;
    return azure ? kubeletRestart(services, processes.list) : { kind: 'not-here', why: 'agent-unknown' };
  },
  hurts: ({ 'pods-here': pods }) => ({ pods: pods ? runningPods(pods) : null, seconds: 60 }),
});
