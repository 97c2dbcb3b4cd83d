import { allProbes, checkOf } from '../shared/engine/check';
import { lookUp, splitStepKey } from '../shared/engine/catalogue';
import { rounds } from '../shared/engine/evidence';
import { UNSURE } from '../shared/engine/walk';
import { winnow } from '../shared/engine/winnow';
import type { CheckView } from '../shared/ipc/check-view';
import type { Failure } from '../shared/ipc/contract';
import type { NodeSource } from '../shared/node/source';
import { type Checked, checkViewOf } from './check-view-of';
import { DONE, failed } from './ipc/answers';
import { messageOf } from './journal/files';
import type { Earlier, KeptChecks } from './journal/kept-checks';
import { askEverything, recordedAnswers } from './session/check-node';
import type { Runner } from './session/runner';
import { unrecordedRunner } from './session/unrecorded';

/** The node that is checked, and whether something else is going on there. */
export interface Checkable {
  readonly source: NodeSource;
  readonly runner: Pick<Runner, 'busy'>;
}

/** A check that is under way. */
interface Running {
  readonly runner: Runner;
  readonly total: number;
  done: number;
  cancelled: boolean;
  work: Promise<void>;
}

/** What a desk without a check holds. */
const NO_CHECK = { checked: null, comparedWith: null, outdated: false, trouble: null } as const;

/** The check of everything on the node that is on the desk: one at a time, the last one remembered with its evidence. */
export class CheckDesk {
  readonly #desk: Checkable;
  readonly #kept: KeptChecks;
  readonly #version: string;
  readonly #onChange: () => void;
  #running: Running | null = null;
  #earlier: (Earlier & { readonly node: string }) | null = null;
  #state: {
    readonly checked: Checked | null;
    readonly comparedWith: string | null;
    readonly outdated: boolean;
    readonly trouble: Failure | null;
  } = NO_CHECK;

  constructor(desk: Checkable, kept: KeptChecks, version: string, onChange: () => void) {
    this.#desk = desk;
    this.#kept = kept;
    this.#version = version;
    this.#onChange = onChange;
  }

  get running(): boolean {
    return this.#running !== null;
  }

  /** Begins a check; what the one before came to is forgotten, but for what is kept of it. */
  start(): typeof DONE | Failure {
    if (this.#running || this.#desk.runner.busy()) return failed('busy');
    const { source } = this.#desk;
    const runner = unrecordedRunner(source, this.#version);
    const total = rounds(winnow, allProbes(winnow), {}).flat().length;
    const running: Running = { runner, total, done: 0, cancelled: false, work: Promise.resolve() };
    this.#running = running;
    this.#state = NO_CHECK;
    runner.onEvent(({ event }) => {
      if (event.kind !== 'probe-ended') return;
      running.done += 1;
      this.#onChange();
    });
    running.work = this.#run(running, source);
    this.#onChange();
    return DONE;
  }

  /** Ends the check; what has no answer yet is cancelled, and what has one is judged. */
  cancel(): void {
    if (!this.#running) return;
    this.#running.cancelled = true;
    this.#running.runner.cancel();
  }

  /** Takes a person's answer and walks all trees again. The node is not asked. */
  answer(step: string, answer: string): typeof DONE | Failure {
    const { checked } = this.#state;
    if (!checked || !questionsOf(checked).includes(step)) return failed('not-on-path', step);
    if (answer !== UNSURE && !answersOf(step).includes(answer)) return failed('unknown-answer', answer);
    const answers = { ...checked.answers, [step]: answer };
    this.#take({ ...checked, answers, result: checkOf(winnow, checked.evidence, answers) });
    this.#onChange();
    return DONE;
  }

  /** Compares with an earlier check of this node; with null, with none. */
  compare(id: string | null): typeof DONE | Failure {
    if (id !== null && !this.#earlierOnes().checks.some((check) => check.id === id)) return failed('unknown-id', id);
    this.#state = { ...this.#state, comparedWith: id };
    this.#onChange();
    return DONE;
  }

  /** The node was changed: what the check says was so before. */
  outdate(): void {
    if (!this.#state.checked || this.#state.outdated) return;
    this.#state = { ...this.#state, outdated: true };
    this.#onChange();
  }

  /** Another node comes onto the desk: ends what is going on, and forgets. */
  async leave(): Promise<void> {
    this.cancel();
    await this.#running?.work;
    this.#state = NO_CHECK;
  }

  view(): CheckView {
    const { checked, comparedWith, outdated, trouble } = this.#state;
    const { checks, unreadable } = this.#earlierOnes();
    const now = checked?.at.toISOString();
    return checkViewOf({
      node: this.#desk.source.name,
      running: this.#running && { done: this.#running.done, total: this.#running.total },
      checked,
      questions: checked ? questionsOf(checked).map((step) => ({ step, answers: answersOf(step) })) : [],
      earlier: checks.filter(({ at }) => at !== now),
      unreadable,
      comparedWith: checks.find(({ id }) => id === comparedWith) ?? null,
      outdated,
      trouble,
    });
  }

  async #run(running: Running, source: NodeSource): Promise<void> {
    try {
      const evidence = await askEverything(running.runner);
      const answers = recordedAnswers(source);
      this.#take({
        at: new Date(),
        evidence,
        answers,
        result: checkOf(winnow, evidence, answers),
        cancelled: running.cancelled,
        complete: allProbes(winnow).every((probe) => evidence[probe]),
      });
      await running.runner.leave();
    } catch (error) {
      this.#state = { ...this.#state, trouble: failed('stopped', messageOf(error)) };
    } finally {
      this.#running = null;
      this.#onChange();
    }
  }

  /** Remembers a check, and keeps it where it came to its end. */
  #take(checked: Checked): void {
    const { comparedWith, outdated } = this.#state;
    let trouble = checked.complete ? null : failed('stopped');
    if (checked.complete && !checked.cancelled) {
      try {
        this.#kept.keep(this.#desk.source.name, checked.at, checked.result.findings);
        this.#earlier = null;
      } catch (error) {
        trouble = failed('not-saved', messageOf(error));
      }
    }
    this.#state = { checked, comparedWith, outdated, trouble };
  }

  #earlierOnes(): Earlier {
    const { name } = this.#desk.source;
    if (this.#earlier?.node !== name) this.#earlier = { node: name, ...this.#kept.of(name) };
    return this.#earlier;
  }
}

/** The steps that wait for a person, then those that have an answer already. */
function questionsOf({ result, answers }: Checked): readonly string[] {
  return [...new Set([...result.needsAnswer, ...Object.keys(answers)])];
}

function answersOf(key: string): readonly string[] {
  const { symptom, step } = splitStepKey(key);
  return Object.keys(lookUp(lookUp(winnow.symptoms, symptom).steps, step).answers);
}
