import type { NodeState } from '../../state';

export type CimRow = Readonly<Record<string, string | number | boolean | null>>;

/** A CIM class of a practice node: where it lives and which rows it has. */
export interface CimClass {
  readonly namespace: string;
  readonly rows: (state: NodeState) => readonly CimRow[];
}

export const CIMV2 = 'root/cimv2';
export const STANDARD = 'root/StandardCimv2';
