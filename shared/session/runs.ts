import type { Evidence } from '../engine/evidence';
import type { Verification } from '../engine/verify';
import type { CouldNotCheck } from '../node/outcome';
import type { Inverse, Write } from '../node/write';
import type { ComparedValue, EndedRead, EventOf, RecordedConsent, SessionEvent } from './events';

/** One write of a run. */
export interface RunStep {
  readonly write: Write;
  readonly line: string;
  /** `unsure`: the write began, and nobody saw it end. */
  readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'unsure' | 'undone';
  readonly detail: string;
  /** The raw answer that was read before the write. */
  readonly backup: string | null;
  readonly inverse: Inverse | null;
  /** Why it could not be taken back. */
  readonly undoFailed: CouldNotCheck | null;
}

/** A remediation that was consented to, and what became of it. */
export interface Run {
  readonly run: number;
  readonly at: string;
  readonly remediation: string;
  readonly cause: string;
  readonly step: string;
  readonly consent: RecordedConsent;
  readonly status: 'running' | 'stopped' | 'verified' | 'undoing' | 'undone' | 'undo-failed' | 'interrupted';
  readonly steps: readonly RunStep[];
  /** When what the plan rests on is looked at a second time; null where that is not needed, or done. */
  readonly sampleAt: string | null;
  /** Where it stopped. */
  readonly why: CouldNotCheck | null;
  readonly result: Verification | null;
  readonly values: readonly ComparedValue[];
  /** What was observed after the change. */
  readonly after: Evidence;
  readonly reads: readonly EndedRead[];
  /** Whether undo brought back what the backups say; null before an undo ended. */
  readonly restored: boolean | null;
}

/** What an event makes of the runs of a session. Events of runs that are not there change nothing. */
export function reduceRuns(runs: readonly Run[], at: string, event: SessionEvent): readonly Run[] {
  switch (event.kind) {
    case 'remedy-consented':
      return runs.some(({ run }) => run === event.run) ? runs : [...runs, consented(at, event)];
    case 'sample-awaited':
      return onRun(runs, event.run, (run) => ({ ...run, sampleAt: event.until }));
    case 'backup-taken':
      return onStep(runs, event, ({ status }) => status === 'waiting', { backup: event.raw, inverse: event.inverse });
    case 'write-started':
      return onStep(runs, event, ({ status }) => status === 'waiting', { status: 'running' });
    case 'write-ended':
      return onStep(runs, event, ({ status }) => status === 'running', { ...ended(event), inverse: event.inverse });
    case 'remedy-stopped':
      return onRun(runs, event.run, (run) => (run.status === 'running' ? stopped(run, event) : run));
    case 'probe-ended':
      return event.run === null ? runs : onRun(runs, event.run, (run) => observed(run, event));
    case 'verified':
      return onRun(runs, event.run, (run) => ({
        ...run,
        status: run.status === 'running' ? 'verified' : run.status,
        result: event.result,
        values: event.values,
      }));
    case 'undo-started':
      return onRun(runs, event.run, (run) => ({ ...run, status: 'undoing', restored: null }));
    case 'undo-write-ended':
      return onStep(
        runs,
        event,
        ({ status }) => status !== 'waiting' && status !== 'undone',
        event.outcome.kind === 'answered' ? { status: 'undone', undoFailed: null } : { undoFailed: event.outcome },
      );
    case 'undo-ended':
      return onRun(runs, event.run, (run) => ({ ...run, ...undoEnded(run), restored: event.restored }));
    case 'resumed':
      return runs.map(interrupted);
    default:
      return runs;
  }
}

/** The places of the writes that undo would take back, last first. A write that has no inverse is not among them. */
export function undoable(run: Run): readonly number[] {
  if (run.status === 'running' || run.status === 'undoing') return [];
  return touched(run).filter((index) => run.steps[index]?.inverse?.kind === 'writes');
}

/** The places of the writes that may have changed the node and were not taken back, last first. */
export function touched(run: Run): readonly number[] {
  return run.steps
    .flatMap(({ status }, index) => (status === 'waiting' || status === 'undone' ? [] : [index]))
    .reverse();
}

function consented(at: string, event: EventOf<'remedy-consented'>): Run {
  const { run, remediation, cause, step, consent, writes, lines } = event;
  return {
    run,
    at,
    remediation,
    cause,
    step,
    consent,
    status: 'running',
    steps: writes.map((write, index) => ({
      write,
      line: lines[index] ?? '',
      status: 'waiting',
      detail: '',
      backup: null,
      inverse: null,
      undoFailed: null,
    })),
    why: null,
    sampleAt: null,
    result: null,
    values: [],
    after: {},
    reads: [],
    restored: null,
  };
}

function onRun(runs: readonly Run[], wanted: number, change: (run: Run) => Run): readonly Run[] {
  return runs.map((run) => (run.run === wanted ? change(run) : run));
}

function onStep(
  runs: readonly Run[],
  at: { readonly run: number; readonly index: number },
  fits: (step: RunStep) => boolean,
  change: Partial<RunStep>,
): readonly Run[] {
  return onRun(runs, at.run, (run) => ({
    ...run,
    steps: run.steps.map((step, index) => (index === at.index && fits(step) ? { ...step, ...change } : step)),
  }));
}

function ended({ outcome }: EventOf<'write-ended'>): Partial<RunStep> {
  return outcome.kind === 'answered'
    ? { status: 'done', detail: outcome.value.detail }
    : { status: 'failed', detail: `${outcome.reason}: ${outcome.detail}` };
}

function stopped(run: Run, { why }: EventOf<'remedy-stopped'>): Run {
  return { ...run, status: 'stopped', why };
}

function observed(run: Run, { probe, evidence, reads }: EventOf<'probe-ended'>): Run {
  return { ...run, after: { ...run.after, [probe]: evidence }, reads: [...run.reads, ...reads] };
}

function undoEnded(run: Run): Pick<Run, 'status'> {
  const left = touched(run).some((index) => run.steps[index]?.inverse?.kind === 'writes');
  return { status: left ? 'undo-failed' : 'undone' };
}

/** A run that was going on when the process ended: where it stands is known from the events, what it last did is not. */
function interrupted(run: Run): Run {
  if (run.status !== 'running' && run.status !== 'undoing') return run;
  const steps = run.steps.map((step): RunStep => (step.status === 'running' ? { ...step, status: 'unsure' } : step));
  return { ...run, status: 'interrupted', steps };
}
