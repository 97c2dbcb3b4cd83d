import { z } from 'zod';
import { defineProbe, seconds } from '../define';
import { kubeTools } from './kube-tools';
import { asNode, isMissing, kubectlGet } from './kubectl-call';
import { nodeName } from './node-name';
import { osBuild } from './os-build';
import { kubectlJson, listOf } from './parse/kubectl';
import { processes } from './processes';

const event = z.object({
  type: z.string().optional(),
  reason: z.string().optional(),
  message: z.string().optional(),
  count: z.number().nullish(),
  lastTimestamp: z.string().nullish(),
  source: z.object({ host: z.string().nullish() }).nullish(),
  reportingInstance: z.string().nullish(),
  involvedObject: z.object({ name: z.string().optional(), namespace: z.string().optional() }),
});

/** Warnings about pods that this node reported itself. The kubelet's own identity may not list them; a person then pastes what `kubectl describe` says. */
export const kubeEvents = defineProbe({
  id: 'kube-events',
  code: 'P44',
  rights: 'none',
  limit: seconds(12),
  needs: { tools: kubeTools, processes, build: osBuild },
  reads: ({ tools }) => {
    const leading = asNode(tools);
    return isMissing(leading)
      ? leading
      : { events: kubectlGet(leading, 'events', '-A', '--field-selector', 'involvedObject.kind=Pod') };
  },
  interpret: ({ events }, { processes: running, build }) => {
    const name = nodeName(running, build);
    const warnings = kubectlJson(listOf(event), events)
      .items.filter(({ type }) => type === 'Warning')
      .filter(({ source, reportingInstance }) =>
        [source?.host, reportingInstance].some((host) => host?.toLowerCase() === name),
      )
      .map(({ reason, message, count, lastTimestamp, involvedObject }) => ({
        reason: reason ?? '',
        pod: `${involvedObject.namespace ?? ''}/${involvedObject.name ?? ''}`,
        message: message ?? '',
        count: count ?? 1,
        last: lastTimestamp ?? null,
      }));
    return { warnings };
  },
});
