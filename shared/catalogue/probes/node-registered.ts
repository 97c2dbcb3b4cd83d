import { z } from 'zod';
import { defineProbe, seconds } from '../define';
import { OWN_NODE, ownNodeReads } from './own-node';
import { nodeName } from './node-name';
import { kubectlJson } from './parse/kubectl';

const named = z.object({ metadata: z.object({ name: z.string() }) });

/** Whether the cluster has a Node object under the name that this node goes by. */
export const nodeRegistered = defineProbe({
  id: 'node-registered',
  code: 'P23',
  rights: 'none',
  limit: seconds(12),
  needs: OWN_NODE,
  reads: ownNodeReads,
  interpret: ({ node }, { processes: running, build }) => {
    const asked = nodeName(running, build);
    const unknown = node.kind === 'answered' && node.value.found && node.value.stderr.includes('(NotFound)');
    return unknown
      ? { name: asked, registered: false }
      : { name: kubectlJson(named, node).metadata.name, registered: true };
  },
});
