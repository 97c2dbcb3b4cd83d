import type { PracticeNode } from './practice-node';

/** Nodes with a fault each. */
export const faultyNodes: readonly PracticeNode[] = [];
