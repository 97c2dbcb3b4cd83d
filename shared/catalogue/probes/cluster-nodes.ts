import { z } from 'zod';
import { defineProbe, seconds } from '../define';
import { kubeTools } from './kube-tools';
import { asNode, isMissing, kubectlGet } from './kubectl-call';
import { flannelFacts } from './parse/flannel';
import { kubectlJson, listOf } from './parse/kubectl';

const strings = z.record(z.string(), z.string()).nullish();
const node = z.object({
  metadata: z.object({ name: z.string(), labels: strings, annotations: strings }),
  spec: z.object({ podCIDR: z.string().nullish() }).nullish(),
  status: z
    .object({
      addresses: z.array(z.object({ type: z.string(), address: z.string() })).nullish(),
      conditions: z.array(z.object({ type: z.string(), status: z.string() })).nullish(),
      nodeInfo: z.object({ operatingSystem: z.string().optional(), kubeletVersion: z.string().optional() }).nullish(),
    })
    .nullish(),
});

/** All nodes of the cluster. A kubelet's own identity may not list them since Kubernetes 1.34. */
export const clusterNodes = defineProbe({
  id: 'cluster-nodes',
  code: 'P23',
  rights: 'none',
  limit: seconds(12),
  needs: { tools: kubeTools },
  reads: ({ tools }) => {
    const leading = asNode(tools);
    return isMissing(leading) ? leading : { nodes: kubectlGet(leading, 'nodes') };
  },
  interpret: ({ nodes }) => ({
    nodes: kubectlJson(listOf(node), nodes).items.map(({ metadata, spec, status }) => ({
      name: metadata.name,
      os: status?.nodeInfo?.operatingSystem ?? metadata.labels?.['kubernetes.io/os'] ?? null,
      kubelet: status?.nodeInfo?.kubeletVersion ?? null,
      ready: status?.conditions?.find(({ type }) => type === 'Ready')?.status ?? null,
      internalIp: status?.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? null,
      podCidr: spec?.podCIDR ?? null,
      flannel: flannelFacts(metadata.annotations ?? {}),
    })),
  }),
});
