import { z } from 'zod';
import { defineProbe, seconds } from '../define';
import { kubeTools } from './kube-tools';
import { asNode, isMissing, kubectlGet } from './kubectl-call';
import { kubectlJson, listOf } from './parse/kubectl';

const service = z.looseObject({
  metadata: z.looseObject({ namespace: z.string(), name: z.string() }),
  spec: z.looseObject({
    clusterIP: z.string().optional(),
    type: z.string(),
    externalTrafficPolicy: z.string().optional(),
    ports: z
      .array(z.looseObject({ port: z.number(), nodePort: z.number().optional(), protocol: z.string().optional() }))
      .nullish(),
  }),
});

/** The cluster's services with their NodePorts. */
export const clusterServices = defineProbe({
  id: 'cluster-services',
  code: 'P24',
  rights: 'none',
  limit: seconds(15),
  needs: { tools: kubeTools },
  reads: ({ tools }) => {
    const leading = asNode(tools);
    return isMissing(leading) ? leading : { services: kubectlGet(leading, 'services', '-A') };
  },
  interpret: ({ services }) => {
    const list = kubectlJson(listOf(service), services).items.map(({ metadata, spec }) => ({
      namespace: metadata.namespace,
      name: metadata.name,
      clusterIp: spec.clusterIP ?? null,
      type: spec.type,
      localPolicy: spec.externalTrafficPolicy === 'Local',
      ports: (spec.ports ?? []).map(({ port, nodePort, protocol }) => ({
        port,
        nodePort: nodePort ?? null,
        protocol: protocol ?? 'TCP',
      })),
    }));
    const nodePorts = list.flatMap(({ namespace, name, localPolicy, ports }) =>
      ports.flatMap(({ nodePort, protocol }) =>
        nodePort === null ? [] : [{ service: `${namespace}/${name}`, nodePort, protocol, localPolicy }],
      ),
    );
    return { services: list, nodePorts, count: list.length };
  },
});
