import { randomUUID } from 'node:crypto';
import type { Evidence } from '../shared/engine/evidence';
import { winnow } from '../shared/engine/winnow';
import type { AppView, NodeChoice, SessionEntry } from '../shared/ipc/contract';
import { nodeFactsOf } from '../shared/ipc/node-facts';
import type { SessionView } from '../shared/ipc/view';
import { viewOf } from '../shared/ipc/view-of';
import type { NodeSource } from '../shared/node/source';
import { practiceNodes } from '../shared/practice/nodes';
import { practiceTexts } from '../shared/practice/texts';
import { BUILDS } from '../shared/practice/flavours/options';
import { fold, type SessionState } from '../shared/session/reduce';
import { failed } from './ipc/answers';
import type { Journals } from './journal/journal';
import type { Unreadable } from './journal/read';
import liveTitle from './node/title.json';
import { lookAt } from './node/facts';
import { askOn } from './session/ask-on';
import { replay } from './session/replay';
import { createRunner, type Runner } from './session/runner';
import { wait } from './session/wait';

/** Sessions in the list, the newest: a message to the window stays under 64 kB. The others stay where they are. */
const MOST_LISTED = 250;
/** Characters of what is wrong with a session that cannot be read. */
const LONGEST_TROUBLE = 200;

/** What is on the desk: one node, and at most one session on it. */
export class Desk {
  readonly #journals: Journals;
  readonly #version: string;
  readonly #onChange: () => void;
  #onLeave: () => Promise<void> = () => Promise.resolve();
  #source: NodeSource;
  #runner: Runner;
  /** What the node's own probes told; null until they were asked. */
  #seen: Evidence | null = null;

  constructor(source: NodeSource, journals: Journals, version: string, onChange: () => void) {
    this.#journals = journals;
    this.#version = version;
    this.#onChange = onChange;
    this.#source = source;
    this.#runner = this.#newRunner();
  }

  get runner(): Runner {
    return this.#runner;
  }

  get source(): NodeSource {
    return this.#source;
  }

  /** Who else works on the node ends with it. */
  onLeave(end: () => Promise<void>): void {
    this.#onLeave = end;
  }

  /** Puts another node on the desk; the session goes on later. */
  async use(source: NodeSource): Promise<void> {
    await this.#onLeave();
    await this.#runner.leave();
    await this.#source.close();
    this.#source = source;
    this.#seen = null;
    this.#runner = this.#newRunner();
  }

  /** Asks the node, once, what it is; true where that is news. Its session need not wait for it. */
  async look(): Promise<boolean> {
    if (this.#seen !== null) return false;
    this.#seen = {};
    const source = this.#source;
    const seen = await lookAt(source, this.#version);
    if (source !== this.#source) return false;
    this.#seen = seen;
    return true;
  }

  /** Walks a recorded session again, as it was answered. */
  async walkAgain(recorded: SessionState): Promise<void> {
    if (recorded.symptom === null) return;
    await this.#runner.leave();
    this.#runner = this.#newRunner();
    if (this.#runner.start(recorded.symptom).kind === 'done') await replay(this.#runner, recorded);
  }

  /** Begins a session of a symptom; the one before stays to be resumed. */
  async start(symptom: string): Promise<SessionView | null> {
    await this.#runner.leave();
    this.#runner = this.#newRunner();
    if (this.#runner.start(symptom).kind === 'failed') return null;
    void this.walkOn();
    return this.view();
  }

  /** Asks the node as long as the walk wants to know something. */
  walkOn(): Promise<void> {
    return askOn(this.#runner);
  }

  async resume(id: string): Promise<ReturnType<Runner['resume']>> {
    await this.#runner.leave();
    this.#runner = this.#newRunner();
    const resumed = this.#runner.resume(id);
    if (resumed.kind === 'done') void this.walkOn();
    return resumed;
  }

  /** The answer that the machine proposes for a step of the path. */
  proposed(step: string): string | null {
    const proposal = this.#runner.walk()?.path.find(({ key }) => key === step)?.proposal;
    return proposal?.kind === 'because' ? proposal.answer : null;
  }

  view(): SessionView | null {
    const state = this.#runner.state();
    return state?.symptom ? viewOf(winnow, state, state.symptom) : null;
  }

  sessions(): SessionEntry[] {
    return this.#journals
      .list()
      .slice(0, MOST_LISTED)
      .map((item) =>
        item.kind === 'session'
          ? {
              id: item.id,
              symptom: item.symptom,
              source: item.source,
              started: item.started,
              ended: item.closed,
              trouble: null,
            }
          : {
              id: item.id,
              symptom: null,
              source: '',
              started: '',
              ended: true,
              trouble: whyUnreadable(item),
            },
      );
  }

  /** The node of a session, by the session's journal. */
  sourceOf(id: string): { readonly kind: 'node'; readonly name: string } | ReturnType<typeof failed> {
    const read = this.#journals.read(id);
    return read.kind === 'read' ? { kind: 'node', name: fold(read.entries).source } : whyUnreadable(read);
  }

  node(): AppView['node'] {
    const { kind, name, writable, limits } = this.#source;
    return {
      name,
      kind,
      writable,
      limits: [...(limits ?? [])],
      title: titleOf(name),
      facts: nodeFactsOf(this.#seen ?? {}),
    };
  }

  nodes(): NodeChoice[] {
    return practiceNodes.map(({ id, symptom, language, flavour, build }) => {
      const name = `practice:${id}`;
      const { product, build: number } = BUILDS[build];
      return {
        name,
        title: titleOf(name),
        symptom,
        language,
        flavour,
        windows: `${product.replace(' Datacenter', '')} (${number})`,
      };
    });
  }

  #newRunner(): Runner {
    const runner = createRunner({
      catalogue: winnow,
      source: this.#source,
      journal: this.#journals,
      clock: () => new Date(),
      wait,
      newId: randomUUID,
      version: this.#version,
    });
    runner.onEvent(this.#onChange);
    return runner;
  }
}

function titleOf(name: string): AppView['node']['title'] {
  if (name === 'live') return liveTitle;
  const id = name.slice(name.indexOf(':') + 1);
  return { en: practiceTexts.en[id]?.title ?? id, ja: practiceTexts.ja[id]?.title ?? id };
}

function whyUnreadable({ why, detail }: Unreadable): ReturnType<typeof failed> {
  return failed(`journal-${why}`, detail.slice(0, LONGEST_TROUBLE));
}
