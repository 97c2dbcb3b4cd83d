import { z } from 'zod';
import { CannotInterpret, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, seconds } from '../define';
import { kubeTools } from './kube-tools';
import { asNode, isMissing, kubectlGet } from './kubectl-call';
import { kubectlJson, listOf } from './parse/kubectl';

const service = z.object({
  metadata: z.object({ namespace: z.string(), name: z.string() }),
  spec: z.object({
    clusterIP: z.string().optional(),
    type: z.string(),
    externalTrafficPolicy: z.string().optional(),
    internalTrafficPolicy: z.string().optional(),
    sessionAffinity: z.string().optional(),
    healthCheckNodePort: z.number().optional(),
    externalIPs: z.array(z.string()).nullish(),
    ports: z
      .array(z.object({ port: z.number(), nodePort: z.number().optional(), protocol: z.string().optional() }))
      .nullish(),
  }),
  status: z
    .object({
      loadBalancer: z.object({ ingress: z.array(z.object({ ip: z.string().optional() })).nullish() }).nullish(),
    })
    .nullish(),
});

const slice = z.object({
  metadata: z.object({ namespace: z.string(), labels: z.record(z.string(), z.string()).nullish() }),
  endpoints: z
    .array(
      z.object({
        addresses: z.array(z.string()),
        nodeName: z.string().nullish(),
        conditions: z.object({ ready: z.boolean().nullish() }).nullish(),
      }),
    )
    .nullish(),
  ports: z.array(z.object({ port: z.number().nullish(), protocol: z.string().nullish() })).nullish(),
});

/** The cluster's services with their NodePorts. `backends` null: this identity may not list them, or they could not be read. */
export const clusterServices = defineProbe({
  id: 'cluster-services',
  code: 'P24',
  rights: 'none',
  limit: seconds(15),
  needs: { tools: kubeTools },
  reads: ({ tools }) => {
    const leading = asNode(tools);
    return isMissing(leading)
      ? leading
      : {
          services: kubectlGet(leading, 'services', '-A'),
          slices: kubectlGet(leading, 'endpointslices', '-A'),
        };
  },
  interpret: ({ services, slices }) => {
    const backends = backendsOf(slices);
    const list = kubectlJson(listOf(service), services).items.map(({ metadata, spec, status }) => ({
      namespace: metadata.namespace,
      name: metadata.name,
      clusterIp: spec.clusterIP ?? null,
      type: spec.type,
      localPolicy: spec.externalTrafficPolicy === 'Local',
      internalLocalPolicy: spec.internalTrafficPolicy === 'Local',
      sessionAffinity: spec.sessionAffinity ?? null,
      healthCheckNodePort: spec.healthCheckNodePort ?? null,
      /** Addresses outside the cluster that lead to it. */
      externalIps: [
        ...(spec.externalIPs ?? []),
        ...(status?.loadBalancer?.ingress ?? []).flatMap(({ ip }) => (ip === undefined ? [] : [ip])),
      ],
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
    return { services: list, nodePorts, count: list.length, backends };
  },
});

function backendsOf(outcome: Outcome<Answer<'tool'>>) {
  try {
    return kubectlJson(listOf(slice), outcome).items.flatMap(({ metadata, endpoints, ports }) =>
      (endpoints ?? []).flatMap(({ addresses, nodeName, conditions }) =>
        (ports ?? []).flatMap(({ port, protocol }) =>
          typeof port !== 'number'
            ? []
            : addresses.map((address) => ({
                service: `${metadata.namespace}/${metadata.labels?.['kubernetes.io/service-name'] ?? ''}`,
                address,
                port,
                protocol: protocol ?? 'TCP',
                // Kubernetes has an unknown readiness taken for readiness.
                ready: conditions?.ready ?? true,
                node: nodeName ?? null,
              })),
        ),
      ),
    );
  } catch (error) {
    if (error instanceof CannotInterpret) return null;
    throw error;
  }
}
