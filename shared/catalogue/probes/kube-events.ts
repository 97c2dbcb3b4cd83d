import { z } from 'zod';
import { defineProbe, seconds } from '../define';
import { kubeTools } from './kube-tools';
import { asNode, isMissing, kubectlGet } from './kubectl-call';
import { kubectlJson, listOf } from './parse/kubectl';

const event = z.looseObject({
  type: z.string().optional(),
  reason: z.string().optional(),
  message: z.string().optional(),
  count: z.number().nullish(),
  lastTimestamp: z.string().nullish(),
  involvedObject: z.looseObject({ name: z.string().optional(), namespace: z.string().optional() }),
});

/** Warnings about pods. The kubelet's own identity may not list them; a person then pastes what `kubectl describe` says. */
export const kubeEvents = defineProbe({
  id: 'kube-events',
  code: 'P44',
  rights: 'none',
  limit: seconds(12),
  needs: { tools: kubeTools },
  reads: ({ tools }) => {
    const leading = asNode(tools);
    return isMissing(leading)
      ? leading
      : { events: kubectlGet(leading, 'events', '-A', '--field-selector', 'involvedObject.kind=Pod') };
  },
  interpret: ({ events }) => ({
    warnings: kubectlJson(listOf(event), events)
      .items.filter(({ type }) => type === 'Warning')
      .map(({ reason, message, count, lastTimestamp, involvedObject }) => ({
        reason: reason ?? '',
        pod: `${involvedObject.namespace ?? ''}/${involvedObject.name ?? ''}`,
        message: message ?? '',
        count: count ?? 1,
        last: lastTimestamp ?? null,
      })),
  }),
});
