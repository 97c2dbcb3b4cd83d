import { answered, couldNotCheck, type Outcome } from '../../node/outcome';
import type { Answer, Read } from '../../node/read';
import { sameName } from '../edit';
import { nodeTime } from '../derive/api';
import { shifted } from '../ids';
import type { NodeState } from '../state';
import { unlessElevated } from './refuse';

const LOGS = [
  'System',
  'Application',
  'Microsoft-Windows-Host-Network-Service-Admin',
  'Microsoft-Windows-Host-Network-Service-Operational',
  'Microsoft-Windows-Hyper-V-Compute-Admin',
  'Microsoft-Windows-Hyper-V-Compute-Operational',
];

/** Ids, levels and properties of events, newest first. */
export function answerEvents(state: NodeState, read: Extract<Read, { kind: 'events' }>): Outcome<Answer<'events'>> {
  const log = LOGS.find((name) => sameName(name, read.log));
  if (log === undefined || (log.includes('Host-Network') && state.services.hns === undefined))
    return couldNotCheck('missing', read.log);
  const no = log.startsWith('Microsoft-') ? unlessElevated(state) : null;
  if (no !== null) return no;
  const since = shifted(nodeTime(state), -read.hours * 3600);
  const rows = state.events
    .filter((event) => event.log === log && event.time >= since)
    .filter((event) => read.provider === undefined || sameName(event.provider, read.provider))
    .filter((event) => (read.ids?.includes(event.id) ?? true) && (read.levels?.includes(event.level) ?? true))
    .sort((a, b) => (a.time > b.time ? -1 : a.time < b.time ? 1 : 0))
    .slice(0, read.max)
    .map(({ id, level, time, provider, properties }) => ({ id, level, time, provider, properties: [...properties] }));
  return answered({ rows });
}
