import type { AnyProbe } from '../../define';
import { type ProbeId, probes } from '../index';
import { ask, type Given } from './ask';
import { HEALTHY_CLUSTER } from './healthy-cluster';
import { HEALTHY_NETWORK } from './healthy-network';
import { HEALTHY_WINDOWS } from './healthy-windows';

/** Answers of a node on which all is well, by probe and read. */
export const HEALTHY: Readonly<Record<ProbeId, Given>> = { ...HEALTHY_WINDOWS, ...HEALTHY_NETWORK, ...HEALTHY_CLUSTER };

/** Evidence of what a probe needs, from a node on which all is well. */
export function needsOf({ needs, wants }: AnyProbe): Given {
  return Object.fromEntries(Object.entries({ ...needs, ...wants }).map(([name, probe]) => [name, evidenceOf(probe)]));
}

/** Evidence of a probe; answers can be changed one by one. */
export function evidenceOf(probe: AnyProbe, change: Given = {}, needed: Given = needsOf(probe)): unknown {
  return ask(probe, { ...healthyAnswers(probe), ...change }, needed);
}

export function healthyAnswers({ id }: AnyProbe): Given {
  const known = Object.entries(HEALTHY).find(([name]) => name === id);
  if (!known || !Object.hasOwn(probes, id)) throw new Error(`no healthy answers for ${id}`);
  return known[1];
}
