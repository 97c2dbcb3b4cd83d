import { z } from 'zod';
import { defineProbe, seconds } from '../define';
import { kubeTools } from './kube-tools';
import { asNode, isMissing, kubectlGet } from './kubectl-call';
import { nodeName } from './node-name';
import { osBuild } from './os-build';
import { kubectlJson, listOf } from './parse/kubectl';
import { processes } from './processes';

const terminated = z.object({
  exitCode: z.number(),
  reason: z.string().optional(),
  message: z.string().optional(),
});
const status = z.object({
  name: z.string().optional(),
  image: z.string(),
  ready: z.boolean(),
  restartCount: z.number(),
  state: z
    .object({
      waiting: z.object({ reason: z.string().optional(), message: z.string().optional() }).optional(),
      terminated: terminated.optional(),
    })
    .optional(),
  lastState: z.object({ terminated: terminated.optional() }).optional(),
});
const windowsOptions = z.object({ hostProcess: z.boolean().optional() });
const pod = z.object({
  metadata: z.object({ namespace: z.string(), name: z.string(), creationTimestamp: z.string().nullish() }),
  spec: z.object({
    hostNetwork: z.boolean().optional(),
    securityContext: z.object({ windowsOptions: windowsOptions.nullish() }).nullish(),
    containers: z
      .array(
        z.object({
          image: z.string(),
          ports: z
            .array(
              z.object({
                containerPort: z.number(),
                hostPort: z.number().nullish(),
                protocol: z.string().nullish(),
              }),
            )
            .nullish(),
          securityContext: z.object({ windowsOptions: windowsOptions.nullish() }).nullish(),
        }),
      )
      .nullish(),
    nodeSelector: z.record(z.string(), z.string()).nullish(),
  }),
  status: z.object({
    phase: z.string(),
    podIP: z.string().optional(),
    startTime: z.string().nullish(),
    containerStatuses: z.array(status).nullish(),
  }),
});

/** The pods bound to this node. `local` leaves out those that share the host's network and have no endpoint of their own. */
export const podsHere = defineProbe({
  id: 'pods-here',
  code: 'P25',
  rights: 'none',
  limit: seconds(12),
  needs: { tools: kubeTools, processes, build: osBuild },
  reads: ({ tools, processes: running, build }) => {
    const leading = asNode(tools);
    if (isMissing(leading)) return leading;
    return { pods: kubectlGet(leading, 'pods', '-A', '--field-selector', `spec.nodeName=${nodeName(running, build)}`) };
  },
  interpret: ({ pods }) => {
    const list = kubectlJson(listOf(pod), pods).items.map(({ metadata, spec, status: current }) => {
      const containers = (current.containerStatuses ?? []).map((container) => ({
        name: container.name ?? '',
        image: container.image,
        ready: container.ready,
        restarts: container.restartCount,
        waiting: container.state?.waiting?.reason ?? null,
        message: container.state?.waiting?.message ?? null,
        /** Exit code of a container that ended and was not started again. */
        exit: container.state?.terminated?.exitCode ?? null,
        lastExit: container.lastState?.terminated?.exitCode ?? null,
        lastReason: container.lastState?.terminated?.reason ?? null,
        /** What the runtime said of its last end, such as why it could not start it. */
        lastMessage: container.lastState?.terminated?.message ?? null,
      }));
      return {
        name: `${metadata.namespace}/${metadata.name}`,
        phase: current.phase,
        ip: current.podIP ?? null,
        hostProcess: isHostProcess(spec),
        hostNetwork: spec.hostNetwork ?? false,
        nodeSelector: spec.nodeSelector ?? {},
        images: (spec.containers ?? []).map(({ image }) => image),
        hostPorts: (spec.containers ?? []).flatMap(({ ports }) =>
          (ports ?? []).flatMap(({ containerPort, hostPort, protocol }) =>
            typeof hostPort === 'number' && hostPort > 0
              ? [{ hostPort, containerPort, protocol: protocol ?? 'TCP' }]
              : [],
          ),
        ),
        /** When it was created, and when the kubelet took it; ISO 8601. */
        created: metadata.creationTimestamp ?? null,
        started: current.startTime ?? null,
        containers,
      };
    });
    const local = list.filter(({ hostProcess, hostNetwork }) => !hostProcess && !hostNetwork);
    return {
      pods: list,
      localRunning: local.filter(({ phase }) => phase === 'Running').length,
      creating: local
        .filter(({ containers }) => containers.some(({ waiting }) => waiting === 'ContainerCreating'))
        .map(({ name }) => name),
    };
  },
});

/** A pod is a HostProcess pod by its own setting, or by that of all its containers. */
function isHostProcess({ securityContext, containers }: z.infer<typeof pod>['spec']): boolean {
  const own = securityContext?.windowsOptions?.hostProcess;
  const list = containers ?? [];
  return (
    list.every((container) => container.securityContext?.windowsOptions?.hostProcess ?? own ?? false) &&
    (list.length > 0 || (own ?? false))
  );
}
