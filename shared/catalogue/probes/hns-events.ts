import { CannotInterpret } from '../../node/outcome';
import { defineProbe, seconds } from '../define';
import { codesIn } from './parse/codes';

const LOGS = {
  network: 'Microsoft-Windows-Host-Network-Service-Admin',
  compute: 'Microsoft-Windows-Hyper-V-Compute-Admin',
  operational: 'Microsoft-Windows-Hyper-V-Compute-Operational',
} as const;
type Name = keyof typeof LOGS;

const HOURS = 24;

const read = <N extends Name>(name: N) =>
  ({ kind: 'events', log: LOGS[name], levels: [1, 2, 3], hours: HOURS, max: 40 }) as const;

/** Critical events, errors and warnings of host networking and host compute of the last day, newest first in each log. */
export const hnsEvents = defineProbe({
  id: 'hns-events',
  code: 'P09',
  rights: 'administrator',
  limit: seconds(15),
  reads: () => ({ network: read('network'), compute: read('compute'), operational: read('operational') }),
  interpret: (answers) => {
    const names = Object.keys(LOGS) as Name[]; // a literal object
    const events = names.flatMap((name) => {
      const outcome = answers[name];
      if (outcome.kind === 'could-not-check') return [];
      return outcome.value.rows.map(({ id, level, time, properties }) => ({
        log: LOGS[name],
        id,
        level,
        time,
        codes: codesIn(properties),
        properties: properties.map((text) => text.slice(0, 300)),
      }));
    });
    const unread = names.flatMap((name) => {
      const outcome = answers[name];
      return outcome.kind === 'could-not-check' ? [{ log: LOGS[name], outcome }] : [];
    });
    const [first] = unread;
    if (first && unread.length === names.length) throw new CannotInterpret(first.outcome);
    return {
      hours: HOURS,
      events,
      /** Distinct codes of all events, in lower-case hex. */
      codes: [...new Set(events.flatMap(({ codes }) => codes))],
      /** Logs that could not be read, and why: that nothing was found there means nothing. */
      unread: unread.map(({ log, outcome: { reason } }) => ({ log, reason })),
    };
  },
});
