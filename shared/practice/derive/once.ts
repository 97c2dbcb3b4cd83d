import type { NodeState } from '../state';

/** What follows from a node's state, worked out once for that state: states are never changed, only followed by others. */
export function once<T>(derive: (state: NodeState) => T): (state: NodeState) => T {
  const known = new WeakMap<NodeState, { readonly value: T }>();
  return (state) => {
    const before = known.get(state);
    if (before !== undefined) return before.value;
    const value = derive(state);
    known.set(state, { value });
    return value;
  };
}
