import { z } from 'zod';
import { defineProbe, seconds } from '../define';
import { kubeTools } from './kube-tools';
import { asNode, isMissing, kubectlGet } from './kubectl-call';
import { nodeName } from './node-name';
import { osBuild } from './os-build';
import { kubectlJson } from './parse/kubectl';
import { processes } from './processes';

const named = z.looseObject({ metadata: z.looseObject({ name: z.string() }) });

/** Whether the cluster has a Node object under the name that this node goes by. */
export const nodeRegistered = defineProbe({
  id: 'node-registered',
  code: 'P23',
  rights: 'none',
  limit: seconds(12),
  needs: { tools: kubeTools, processes, build: osBuild },
  reads: ({ tools, processes: running, build }) => {
    const leading = asNode(tools);
    return isMissing(leading) ? leading : { node: kubectlGet(leading, 'node', nodeName(running, build)) };
  },
  interpret: ({ node }, { processes: running, build }) => {
    const asked = nodeName(running, build);
    const unknown = node.kind === 'answered' && node.value.found && node.value.stderr.includes('(NotFound)');
    return unknown
      ? { name: asked, registered: false }
      : { name: kubectlJson(named, node).metadata.name, registered: true };
  },
});
