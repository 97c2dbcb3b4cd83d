import type { EvidenceOf } from '../define';
import { kubeTools } from './kube-tools';
import { asNode, isMissing, kubectlGet } from './kubectl-call';
import { nodeName } from './node-name';
import { osBuild } from './os-build';
import { processes } from './processes';

interface Needed {
  readonly tools: EvidenceOf<typeof kubeTools>;
  readonly processes: EvidenceOf<typeof processes>;
  readonly build: EvidenceOf<typeof osBuild>;
}

/** What must be known before the cluster can be asked for this node's own object: a way, and the node's name there. */
export const OWN_NODE = { tools: kubeTools, processes, build: osBuild };

/** The question for this node's own object; equal ones of different probes are asked once. */
export function ownNodeReads({ tools, processes: running, build }: Needed) {
  const leading = asNode(tools);
  return isMissing(leading) ? leading : { node: kubectlGet(leading, 'node', nodeName(running, build)) };
}
