import type { Plan, Remediation, Risk } from '../../shared/catalogue/define';
import { lookUp } from '../../shared/engine/catalogue';
import type { Evidence } from '../../shared/engine/evidence';
import { type Verification, type Verified, verify } from '../../shared/engine/verify';
import type { Finding, GivenAnswer } from '../../shared/engine/walk';
import { answered, couldNotCheck, type CouldNotCheck, type Outcome } from '../../shared/node/outcome';
import { renderRead, renderWrite } from '../../shared/node/powershell';
import type { Answer } from '../../shared/node/read';
import { cutSecretsIn } from '../../shared/node/secrets';
import { stableText } from '../../shared/node/stable-text';
import {
  backupOf,
  type Inverse,
  inverseOf,
  type Irreversible,
  unexpectedBefore,
  type Write,
} from '../../shared/node/write';
import type { Run } from '../../shared/session/runs';
import type { EarlierRun } from '../journal/journal';
import { askAgain, probesOf } from './again';
import { askAll, askOne, askProbes } from './ask';
import { type Core, type Done, DONE, failed, type Failed } from './core';
import { carryOut, guarded, safeInverse } from './write';

/** An earlier run of the same remediation on the same node, and what became of it. */
interface RanBefore {
  readonly at: string;
  readonly result: Verification | Run['status'];
}

/** What a person is shown before anything changes. */
export type Preview =
  | {
      readonly kind: 'writes';
      readonly remediation: string;
      /** Allows exactly one application of exactly this plan. */
      readonly ticket: string;
      readonly lines: readonly string[];
      readonly undoLines: readonly string[];
      readonly irreversible: readonly Irreversible[];
      /** The lines that read what is backed up. */
      readonly backup: readonly string[];
      readonly risk: Exclude<Risk, 'copy-text'>;
      readonly pods: readonly string[] | null;
      readonly seconds: number | null;
      readonly earlierRuns: readonly RanBefore[];
      /** Seconds after a run within which it should not run again. */
      readonly cooldown: number;
      readonly nodeName: string;
    }
  | { readonly kind: 'copy'; readonly remediation: string; readonly lines: readonly string[] }
  | { readonly kind: 'not-here'; readonly remediation: string; readonly why: string }
  | Failed;

/** What a person agreed to: one preview, and for what destroys, the node by its name. */
export interface Consent {
  readonly ticket: string;
  readonly nodeName: string | null;
}

/** Limit of a backup, in milliseconds. */
export const BACKUP_LIMIT = 30_000;

/** How long a preview may be agreed to, in milliseconds: what was looked at for it is of then. */
const TICKET_LIFE = 15 * 60_000;

interface Ticket {
  readonly ticket: string;
  readonly remediation: string;
  readonly writes: readonly Write[];
  readonly risk: Exclude<Risk, 'copy-text'>;
  readonly nodeName: string;
  readonly finding: Finding;
  /** When it was made, in milliseconds. */
  readonly at: number;
  /** What the plan was made from. */
  readonly evidence: Evidence;
  readonly answers: readonly GivenAnswer[];
}

/** Previews, applies and verifies remediations of the session's finding. */
export class Remedies {
  readonly #core: Core;
  readonly #newId: () => string;
  readonly #earlier: (remediation: string) => readonly EarlierRun[];
  #ticket: Ticket | null = null;

  constructor(core: Core, newId: () => string, earlier: (remediation: string) => readonly EarlierRun[]) {
    this.#core = core;
    this.#newId = newId;
    this.#earlier = earlier;
  }

  /** What a remediation would do on the node as it is now. Asks what its plan needs; changes nothing. */
  async preview(id: string, signal: AbortSignal): Promise<Preview> {
    const core = this.#core;
    this.#ticket = null;
    if (core.state.stale) await askAgain(core, signal);
    const finding = offering(core, id);
    if (finding.kind === 'failed') return finding;
    const remediation = lookUp(core.catalogue.remediations, id);
    const known = Object.entries(core.state.evidence).filter(([, { kind }]) => kind === 'answered');
    await askProbes(core, wanted(remediation), Object.fromEntries(known), null, signal);
    const { evidence, answers } = core.state;
    const found = valuesOf(remediation, evidence);
    if (found.kind === 'could-not-check') return failed('no-evidence', found.detail);
    const values = found.value;
    const plan: Plan = remediation.plan(values);
    if (plan.kind === 'copy') return { kind: 'copy', remediation: id, lines: plan.lines };
    if (plan.kind === 'not-here') return { kind: 'not-here', remediation: id, why: plan.why };
    if (!core.source.writable) return failed('read-only', core.source.name);
    if (remediation.risk === 'copy-text') return failed('not-offered', id);

    const { writes } = plan;
    const reads = writes.map(backupOf);
    const [shell, ...backups] = await askAll(core, [{ kind: 'shell' }, ...reads], BACKUP_LIMIT, signal);
    const inverses = writes.map((write, index) => inverseFrom(write, backups[index]));
    const irreversible = inverses.flatMap((inverse) => (inverse.kind === 'irreversible' ? [inverse.why] : []));
    const ticket = this.#newId();
    const at = core.clock().getTime();
    const nodeName = nameIn(shell) ?? core.source.name;
    const risk = raised(remediation.risk, irreversible);
    this.#ticket = { ticket, remediation: id, writes, risk, nodeName, finding: finding.finding, at, evidence, answers };
    const { pods, seconds } = remediation.hurts(values);
    return {
      kind: 'writes',
      remediation: id,
      ticket,
      lines: writes.map(renderWrite),
      undoLines: inverses
        .toReversed()
        .flatMap((inverse) => (inverse.kind === 'writes' ? inverse.writes.map(renderWrite) : [])),
      irreversible: [...new Set(irreversible)],
      backup: reads.map(renderRead),
      risk,
      pods,
      seconds,
      earlierRuns: this.#earlierRuns(id),
      cooldown: remediation.cooldown,
      nodeName,
    };
  }

  /** Carries out what was previewed: backup and write one by one up to the first failure, then verification. */
  async apply(id: string, consent: Consent, signal: AbortSignal): Promise<Done> {
    const core = this.#core;
    const ticket = this.#ticket;
    this.#ticket = null;
    const { evidence, answers } = core.state;
    const fits =
      ticket?.ticket === consent.ticket &&
      ticket.remediation === id &&
      core.clock().getTime() - ticket.at <= TICKET_LIFE;
    if (!ticket || !fits || ticket.evidence !== evidence || ticket.answers !== answers || core.state.stale) {
      return failed('old-preview', id);
    }
    if (ticket.risk === 'destructive' && consent.nodeName?.trim().toLowerCase() !== ticket.nodeName.toLowerCase()) {
      this.#ticket = ticket; // it may be typed again
      return failed('wrong-name', ticket.nodeName);
    }
    const { writes, finding, risk } = ticket;
    const run = core.state.runs.length;
    core.emit({
      kind: 'remedy-consented',
      run,
      remediation: id,
      cause: finding.cause,
      step: finding.step,
      writes: writes.map((write) => cutSecretsIn(write)),
      lines: writes.map((write) => cutSecretsIn(renderWrite(write))),
      consent: { risk, nodeName: consent.nodeName },
    });
    const changed = await guarded(() => this.#secondSample(run, ticket, signal));
    if (changed) {
      core.emit({ kind: 'remedy-stopped', run, index: 0, why: changed });
      return failed('stopped', `${changed.reason}: ${changed.detail}`);
    }
    for (const [index, write] of writes.entries()) {
      const why = await guarded(() => this.#one(run, index, write, signal));
      if (!why) continue;
      core.emit({ kind: 'remedy-stopped', run, index, why });
      return failed('stopped', `${why.reason}: ${why.detail}`);
    }
    // After a restart the session is taken up again, and verified then.
    if (!writes.some(({ kind }) => kind === 'restart')) await this.#verify(run, finding, evidence, signal);
    return DONE;
  }

  /** Looks a second time at what the plan rests on, where it asks for that; why nothing may be written, or null. */
  async #secondSample(run: number, ticket: Ticket, signal: AbortSignal): Promise<CouldNotCheck | null> {
    const core = this.#core;
    const remediation = lookUp(core.catalogue.remediations, ticket.remediation);
    if (remediation.resample === undefined) return null;
    const until = ticket.at + remediation.resample * 1000;
    core.emit({ kind: 'sample-awaited', run, until: new Date(until).toISOString() });
    await core.wait(Math.max(0, until - core.clock().getTime()), signal);
    if (signal.aborted) return couldNotCheck('cancelled', '');
    const evidence = await askProbes(core, wanted(remediation), {}, run, signal);
    const values = valuesOf(remediation, evidence);
    if (values.kind === 'could-not-check') return values;
    const plan = remediation.plan(values.value);
    const still = new Set(plan.kind === 'writes' ? plan.writes.map((write) => stableText(write)) : []);
    const gone = ticket.writes.filter((write) => !still.has(stableText(write)));
    return gone.length === 0 ? null : couldNotCheck('not-applicable', gone.map(renderWrite).join('; '));
  }

  /** Asks once more what a run has mended; only while the evidence from before it is there. */
  async verifyAgain(number: number, signal: AbortSignal): Promise<Done> {
    const { runs, stale, evidence } = this.#core.state;
    const run = runs.at(-1);
    if (run?.run !== number || run.status === 'undone') return failed('no-such-run', String(number));
    const end = this.#core.walk()?.end;
    if (!stale || end?.kind !== 'finding' || end.finding.step !== run.step) return failed('old-evidence');
    await this.#verify(number, end.finding, evidence, signal);
    return DONE;
  }

  /** Backs up and writes; why it must not go on, or null. */
  async #one(run: number, index: number, write: Write, signal: AbortSignal): Promise<CouldNotCheck | null> {
    const core = this.#core;
    const backup = signal.aborted
      ? couldNotCheck('cancelled', '')
      : await askOne(core, backupOf(write), BACKUP_LIMIT, signal);
    if (backup.kind === 'could-not-check') return cutSecretsIn(backup);
    const inverse = safeInverse(inverseOf(write, backup.value));
    const { hash } = core.journal.keep(JSON.stringify(cutSecretsIn(backup.value)), true);
    core.emit({ kind: 'backup-taken', run, index, raw: hash, inverse });
    const unexpected = unexpectedBefore(write, backup.value);
    if (unexpected !== null) return couldNotCheck('not-applicable', unexpected);
    if (signal.aborted) return couldNotCheck('cancelled', '');
    core.emit({ kind: 'write-started', run, index });
    const outcome = await carryOut(core, write, signal);
    core.emit({ kind: 'write-ended', run, index, outcome, inverse });
    return outcome.kind === 'could-not-check' ? outcome : null;
  }

  async #verify(run: number, finding: Finding, before: Evidence, signal: AbortSignal): Promise<void> {
    const core = this.#core;
    const { symptom, answers } = core.state;
    const path = core.walk()?.path ?? [];
    const upTo = path.slice(0, path.findIndex((step) => step.key === finding.step) + 1);
    const after = await askProbes(core, probesOf(core, upTo), {}, run, signal);
    let verified: Verified;
    try {
      verified = verify(core.catalogue, symptom ?? finding.symptom, finding, answers, before, after);
    } catch {
      verified = { result: 'could-not-check', values: [] }; // a tree that stumbles over what it sees now proves nothing
    }
    const values = verified.values.map(({ citation: { probe, pointer }, ...rest }) => ({
      citation: { probe, pointer },
      ...rest,
    }));
    core.emit({ kind: 'verified', run, result: verified.result, values });
  }

  #earlierRuns(remediation: string): readonly RanBefore[] {
    return this.#earlier(remediation).map(({ at, run }) => ({
      at,
      result: run.status === 'verified' ? (run.result ?? run.status) : run.status,
    }));
  }
}

/** The finding that offers this remediation, if it still stands. */
function offering(core: Core, remediation: string): { readonly kind: 'finding'; readonly finding: Finding } | Failed {
  const end = core.walk()?.end;
  if (end?.kind !== 'finding') return failed('no-finding');
  const { finding } = end;
  if (finding.by === 'machine' && finding.citations.length === 0) return failed('no-finding');
  if (!finding.remediations.includes(remediation)) return failed('not-offered', remediation);
  return { kind: 'finding', finding };
}

function wanted({ probes, also }: Remediation): readonly string[] {
  return [...probes, ...also];
}

/** What a plan is made from, or which probe that it needs has no evidence. */
function valuesOf(remediation: Remediation, evidence: Evidence): Outcome<Readonly<Record<string, unknown>>> {
  const values: Record<string, unknown> = {};
  for (const probe of wanted(remediation)) {
    const outcome = evidence[probe];
    if (outcome?.kind !== 'answered' && remediation.also.includes(probe)) continue;
    if (outcome?.kind !== 'answered')
      return couldNotCheck(outcome?.reason ?? 'cancelled', `${probe}: ${outcome?.detail ?? ''}`);
    values[probe] = outcome.value;
  }
  return answered(values);
}

function inverseFrom(write: Write, backup: Outcome<Answer> | undefined): Inverse {
  if (backup?.kind !== 'answered') return { kind: 'irreversible', why: 'unknown-before' };
  return safeInverse(inverseOf(write, backup.value));
}

/** A write that turns out to have no way back is no longer safe. */
function raised(risk: Exclude<Risk, 'copy-text'>, irreversible: readonly Irreversible[]): Exclude<Risk, 'copy-text'> {
  const grave = irreversible.some((why) => why === 'unknown-before' || why === 'hns-object-gone');
  return risk === 'safe' && grave ? 'disrupts-pods' : risk;
}

function nameIn(shell: Outcome<Answer> | undefined): string | null {
  return shell?.kind === 'answered' && 'hostName' in shell.value ? shell.value.hostName : null;
}
