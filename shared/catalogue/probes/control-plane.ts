import { z } from 'zod';
import { CannotInterpret, couldNotCheck, must, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { defineProbe, seconds } from '../define';
import { kubeTools } from './kube-tools';
import { asNode, isMissing, kubectlGet } from './kubectl-call';
import { kubectlJson, kubectlTrouble, listOf } from './parse/kubectl';

const pod = z.object({
  metadata: z.object({ name: z.string(), labels: z.record(z.string(), z.string()).nullish() }),
  spec: z.object({ nodeName: z.string().nullish() }).nullish(),
  status: z.object({
    phase: z.string(),
    containerStatuses: z.array(z.object({ ready: z.boolean(), restartCount: z.number() })).nullish(),
  }),
});

/**
 * What the API server says of its own parts, and how the pods of the control plane do. `pods` null: this identity may not
 * list them, or they could not be read; a managed control plane has none.
 */
export const controlPlane = defineProbe({
  id: 'control-plane',
  code: 'P26',
  rights: 'none',
  limit: seconds(12),
  needs: { tools: kubeTools },
  reads: ({ tools }) => {
    const leading = asNode(tools);
    return isMissing(leading)
      ? leading
      : {
          livez: { kind: 'tool', tool: 'kubectl', args: [...leading, 'get', '--raw', '/livez?verbose'] },
          pods: kubectlGet(leading, 'pods', '-n', 'kube-system', '-l', 'tier=control-plane'),
        };
  },
  interpret: ({ livez, pods }) => {
    const result = must(livez);
    if (!result.found) throw new CannotInterpret(couldNotCheck('missing', 'kubectl'));
    const checks = checksIn(`${result.stdout}\n${result.stderr}`);
    if (result.exit !== 0 && checks.length === 0) throw new CannotInterpret(kubectlTrouble(result.stderr));
    return {
      live: result.exit === 0,
      failing: checks.flatMap(({ name, ok }) => (ok ? [] : [name])),
      checks: checks.length,
      pods: podsOf(pods),
    };
  },
});

/** The lines `[+]ping ok` and `[-]etcd failed: …`; kubectl puts those of a failure into a quoted text. */
function checksIn(text: string) {
  return [...text.matchAll(/\[([+-])\]([\w./-]{1,100}) (?:ok|failed|excluded)/g)].map(([, sign, name = '']) => ({
    name,
    ok: sign === '+',
  }));
}

function podsOf(outcome: Outcome<Answer<'tool'>>) {
  try {
    return kubectlJson(listOf(pod), outcome).items.map(({ metadata, spec, status }) => ({
      name: metadata.name,
      component: metadata.labels?.component ?? null,
      node: spec?.nodeName ?? null,
      phase: status.phase,
      ready: (status.containerStatuses ?? []).every(({ ready }) => ready),
      restarts: (status.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0),
    }));
  } catch (error) {
    if (error instanceof CannotInterpret) return null;
    throw error;
  }
}
