import { couldNotCheck, type CouldNotCheck } from '../../node/outcome';
import type { Read } from '../../node/read';

interface Tools {
  readonly chosen: { readonly path: string } | null;
}

/** The leading arguments of a call of kubectl with the node's own kubeconfig. */
export function asNode({ chosen }: Tools): readonly string[] | CouldNotCheck {
  return chosen ? ['--kubeconfig', chosen.path, '--request-timeout', '8s'] : couldNotCheck('missing', 'kubeconfig');
}

/** One call of kubectl that prints JSON. */
export function kubectlGet(leading: readonly string[], ...words: readonly string[]): Extract<Read, { kind: 'tool' }> {
  return { kind: 'tool', tool: 'kubectl', args: [...leading, 'get', ...words, '-o', 'json'] };
}

export function isMissing(leading: readonly string[] | CouldNotCheck): leading is CouldNotCheck {
  return 'kind' in leading;
}
