import type { Evidence } from '../engine/evidence';
import type { GivenAnswer } from '../engine/walk';
import type { SourceKind } from '../node/source';
import type { AskedRead, EndedRead, Entry, EventOf, SessionEvent } from './events';
import { reduceRuns, type Run } from './runs';

/** What became of a probe. While it is asked again, `reads` are still those of the last time. */
export interface ProbeState {
  readonly status: 'asking' | 'answered' | 'could-not-check';
  readonly asked: readonly AskedRead[];
  readonly reads: readonly EndedRead[];
  /** When this status began. */
  readonly since: string;
}

/** A session, as far as its events tell. */
export interface SessionState {
  readonly id: string;
  /** Of the last event; 0 before the first. */
  readonly seq: number;
  readonly started: string;
  readonly source: string;
  readonly sourceKind: SourceKind;
  /** Of the Winnow that wrote last. */
  readonly version: string;
  readonly symptom: string | null;
  /** In the order of the walk. */
  readonly answers: readonly GivenAnswer[];
  readonly evidence: Evidence;
  readonly probes: Readonly<Record<string, ProbeState>>;
  readonly runs: readonly Run[];
  /** The node was changed since the evidence was taken; it is dropped as soon as the diagnosis goes on. */
  readonly stale: boolean;
  readonly exports: ReadonlyArray<{ readonly at: string; readonly format: string; readonly sha256: string }>;
  readonly journalLost: string | null;
  readonly closed: boolean;
}

/** A session before its first event. */
export const EMPTY: SessionState = {
  id: '',
  seq: 0,
  started: '',
  source: '',
  sourceKind: 'live',
  version: '',
  symptom: null,
  answers: [],
  evidence: {},
  probes: {},
  runs: [],
  stale: false,
  exports: [],
  journalLost: null,
  closed: false,
};

/** The state that these events add up to. Any events give a state: what makes no sense where it stands changes nothing. */
export function fold(entries: readonly Entry[]): SessionState {
  return entries.reduce(reduce, EMPTY);
}

/** The one reducer: what an event makes of a session. Pure, and never throws. */
export function reduce(state: SessionState, { seq, at, event }: Entry): SessionState {
  return { ...afterEvent(state, at, event), seq };
}

function afterEvent(state: SessionState, at: string, event: SessionEvent): SessionState {
  switch (event.kind) {
    case 'started':
      return { ...EMPTY, ...own(event), started: at };
    case 'symptom-chosen':
      return { ...withoutStale(state), symptom: event.symptom, answers: [] };
    case 'probe-started':
      return event.run === null ? probeStarted(withoutStale(state), at, event) : state;
    case 'probe-ended':
      return event.run === null ? probeEnded(state, at, event) : inRuns(state, at, event);
    case 'answered': {
      const { step, answer, by } = event;
      return { ...state, answers: [...before(state.answers, step), { step, answer, by, settled: false }] };
    }
    case 'settled':
      return {
        ...state,
        answers: state.answers.map((given) => (given.step === event.step ? { ...given, settled: true } : given)),
      };
    case 'went-back':
      return { ...withoutStale(state), answers: before(state.answers, event.step) };
    case 'write-started':
      return { ...inRuns(state, at, event), stale: true };
    case 'undo-started':
      return { ...inRuns(state, at, event), stale: true };
    case 'resumed':
      return resumed(inRuns(state, at, event), event.version);
    case 'journal-lost':
      return { ...state, journalLost: state.journalLost ?? event.detail };
    case 'exported':
      return { ...state, exports: [...state.exports, { at, format: event.format, sha256: event.sha256 }] };
    case 'closed':
      return { ...state, closed: true };
    default:
      return inRuns(state, at, event);
  }
}

function own({ id, source, sourceKind, version }: EventOf<'started'>): Partial<SessionState> {
  return { id, source, sourceKind, version };
}

function inRuns(state: SessionState, at: string, event: SessionEvent): SessionState {
  return { ...state, runs: reduceRuns(state.runs, at, event) };
}

/** The answers above a step: a new answer leaves only these. */
function before(answers: readonly GivenAnswer[], step: string): readonly GivenAnswer[] {
  const place = answers.findIndex((given) => given.step === step);
  return place < 0 ? answers : answers.slice(0, place);
}

function withoutStale(state: SessionState): SessionState {
  return state.stale ? { ...state, evidence: {}, stale: false } : state;
}

function probeStarted(state: SessionState, since: string, { probe, reads }: EventOf<'probe-started'>): SessionState {
  const last = Object.hasOwn(state.probes, probe) ? state.probes[probe] : undefined;
  const asking: ProbeState = { status: 'asking', asked: reads, reads: last?.reads ?? [], since };
  return { ...state, probes: { ...state.probes, [probe]: asking } };
}

function probeEnded(state: SessionState, since: string, event: EventOf<'probe-ended'>): SessionState {
  const { probe, reads, evidence } = event;
  const started = Object.hasOwn(state.probes, probe) ? state.probes[probe] : undefined;
  const ended: ProbeState = { status: evidence.kind, asked: started?.asked ?? [], reads, since };
  return {
    ...state,
    evidence: { ...state.evidence, [probe]: evidence },
    probes: { ...state.probes, [probe]: ended },
  };
}

/** What was being asked was not answered; what another version made of answers is asked anew. */
function resumed(state: SessionState, version: string): SessionState {
  const evidence = version === state.version ? state.evidence : {};
  const probes = Object.entries(state.probes).flatMap(([probe, was]): Array<[string, ProbeState]> => {
    const outcome = Object.hasOwn(evidence, probe) ? evidence[probe] : undefined;
    return outcome ? [[probe, { ...was, status: outcome.kind }]] : [];
  });
  return { ...state, version, evidence, probes: Object.fromEntries(probes), closed: false };
}
