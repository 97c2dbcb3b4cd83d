import { describe, expect, it } from 'vitest';
import { hnsWrongDiskette } from './symptom';

const BOOT = '2026-03-02T00:12:30.000Z';
const LATER = '2026-03-02T03:00:00.000Z';
const EARLIER = '2026-03-01T03:00:00.000Z';
const LOG = 'C:\\k\\flanneld.log';
const logged = (written: string | null, rule = 'old-objects', boot: string | null = BOOT) => ({
  'log-scan': { read: [LOG], hits: [{ rule, path: LOG, text: 'x', written }] },
  'os-build': { boot },
});
const quiet = { 'log-scan': { read: [LOG], hits: [] }, 'os-build': { boot: BOOT } };
const started = (at: string) => ({ processes: { list: [{ name: 'flanneld', start: at }] } });
const files = (change: object) => ({
  'hns-state-files': { hnsData: { modified: '2026-01-20T00:00:00.000Z' }, nics: [], ...change },
});
const updates = (...list: ReadonlyArray<readonly [kb: string, time: string, ok?: boolean]>) => ({
  'update-history': { updates: list.map(([kb, time, ok = true]) => ({ kb, time, ok })) },
});
const networks = (...names: readonly string[]) => ({ 'hns-networks': { networks: names.map((name) => ({ name })) } });
const nic = (...texts: readonly string[]) => files({ nics: [{ key: '{a}', texts }] });
const endpoint = (change: object) => ({
  'hns-endpoints': { endpoints: [{ state: 2, remote: false, containers: 0, name: 'cbr0_ep', ...change }] },
});

const ROWS = [
  ['log', logged(LATER), 'now'],
  ['log', logged(LATER, 'port-not-found'), 'now'],
  ['log', logged(LATER, 'balancer-refused'), 'never'],
  ['log', logged(EARLIER), 'history'],
  ['log', logged(null), 'undecided'],
  ['log', logged(LATER, 'old-objects', null), 'undecided'],
  ['log', quiet, 'never'],
  ['log', { ...quiet, 'log-scan': { read: [], hits: [] } }, 'undecided'],
  ['log', { ...logged(LATER), ...started('2026-03-02T03:10:00.000Z') }, 'history'],
  ['log', { ...logged(LATER), ...started('2026-03-02T02:10:00.000Z') }, 'now'],
  ['log', { ...logged(LATER), 'hns-process': { process: { start: '2026-03-02T03:10:00.000Z' } } }, 'history'],
  ['restart-due', { features: { rebootPending: true } }, 'due'],
  ['restart-due', { features: { rebootPending: false } }, 'not-due'],
  ['restart-due', { features: { rebootPending: null } }, 'undecided'],
  ['store', { ...files({}), ...updates(['KB5050109', '2026-02-12T00:00:00.000Z']) }, 'older'],
  ['store', { ...files({}), ...updates(['KB5050109', '2026-01-12T00:00:00.000Z']) }, 'newer'],
  [
    'store',
    { ...files({}), ...updates(['KB2267602', '2026-03-01T00:00:00.000Z'], ['KB5', '2026-01-12T00:00:00.000Z']) },
    'newer',
  ],
  ['store', { ...files({}), ...updates(['KB5050109', '2026-02-12T00:00:00.000Z', false]) }, 'undecided'],
  ['store', { ...files({ hnsData: null }), ...updates(['KB5050109', '2026-02-12T00:00:00.000Z']) }, 'undecided'],
  ['nic-list', { ...nic('cbr0_ep'), ...networks('vxlan0') }, 'leftover'],
  ['nic-list', { ...nic('CBR0_ep'), ...networks('cbr0') }, 'clean'],
  ['nic-list', { ...nic('vEthernet (Ethernet)', 'azure_ep'), ...networks() }, 'clean'],
  ['nic-list', { ...files({ nics: null }), ...networks() }, 'undecided'],
  ['endpoints', endpoint({}), 'whole'],
  ['endpoints', endpoint({ state: 5 }), 'broken'],
  ['endpoints', endpoint({ state: 6 }), 'broken'],
  ['endpoints', endpoint({ state: 4 }), 'broken'],
  ['endpoints', endpoint({ state: 4, containers: 2 }), 'whole'],
  ['endpoints', endpoint({ state: 5, remote: true }), 'whole'],
  ['quiet', { ...quiet, ...nic('cbr0_ep'), ...networks('cbr0') }, 'quiet'],
  ['quiet', { ...quiet, ...files({ nics: null }), ...networks('cbr0') }, 'undecided'],
  ['quiet', { ...logged(EARLIER), ...nic('cbr0_ep'), ...networks('cbr0') }, 'quiet'],
  ['quiet', { ...logged(LATER), ...nic('cbr0_ep'), ...networks('cbr0') }, 'contradiction'],
  ['quiet', { ...logged(null), ...nic('cbr0_ep'), ...networks('cbr0') }, 'undecided'],
] as const;

describe('hns-wrong-diskette', () => {
  it.each(ROWS)('%s over %j: %s', (name, evidence, answer) => {
    const decision = hnsWrongDiskette.steps[name]?.decide(evidence);
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});
