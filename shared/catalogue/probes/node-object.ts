import { z } from 'zod';
import { defineProbe, seconds } from '../define';
import { OWN_NODE, ownNodeReads } from './own-node';
import { flannelFacts } from './parse/flannel';
import { kubectlJson } from './parse/kubectl';

const node = z.object({
  metadata: z.object({
    name: z.string(),
    annotations: z.record(z.string(), z.string()).nullish(),
    labels: z.record(z.string(), z.string()).nullish(),
  }),
  spec: z.object({
    podCIDR: z.string().nullish(),
    unschedulable: z.boolean().nullish(),
    taints: z.array(z.object({ key: z.string(), effect: z.string() })).nullish(),
  }),
  status: z.object({
    conditions: z
      .array(
        z.object({
          type: z.string(),
          status: z.string(),
          reason: z.string().optional(),
          message: z.string().optional(),
        }),
      )
      .nullish(),
    capacity: z.record(z.string(), z.string()).nullish(),
    allocatable: z.record(z.string(), z.string()).nullish(),
    addresses: z.array(z.object({ type: z.string(), address: z.string() })).optional(),
    nodeInfo: z.object({
      kubeletVersion: z.string(),
      containerRuntimeVersion: z.string(),
      osImage: z.string().optional(),
      kernelVersion: z.string().optional(),
    }),
  }),
});

/** The Node object, as the kubelet's own identity may see it. */
export const nodeObject = defineProbe({
  id: 'node-object',
  code: 'P23',
  rights: 'none',
  limit: seconds(12),
  needs: OWN_NODE,
  reads: ownNodeReads,
  interpret: ({ node: answer }) => {
    const { metadata, spec, status } = kubectlJson(node, answer);
    const conditions = status.conditions ?? [];
    const ready = conditions.find(({ type }) => type === 'Ready');
    return {
      name: metadata.name,
      podCidr: spec.podCIDR ?? null,
      ready: ready ? { status: ready.status, reason: ready.reason ?? '', message: ready.message ?? '' } : null,
      conditions: conditions.map(({ type, status: state, reason, message }) => ({
        type,
        status: state,
        reason: reason ?? '',
        message: message ?? '',
      })),
      unschedulable: spec.unschedulable ?? false,
      taints: (spec.taints ?? []).map(({ key, effect }) => `${key}:${effect}`),
      osImage: status.nodeInfo.osImage ?? null,
      kernel: status.nodeInfo.kernelVersion ?? null,
      buildLabel: metadata.labels?.['node.kubernetes.io/windows-build'] ?? null,
      /** What flannel told the other nodes: JSON with the VNI and the MAC address of this node's router. */
      flannelBackend: metadata.annotations?.['flannel.alpha.coreos.com/backend-data'] ?? null,
      flannel: flannelFacts(metadata.annotations ?? {}),
      /** Pods that this node may have. */
      maxPods: wholeNumber(status.allocatable?.pods ?? status.capacity?.pods),
      kubelet: status.nodeInfo.kubeletVersion,
      runtime: status.nodeInfo.containerRuntimeVersion,
      internalIp: status.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? null,
    };
  },
});

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
}
