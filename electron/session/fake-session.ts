import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Journals, openJournals } from '../journal/journal';
import type { Core } from './core';
import { type FakeNode, fakeCatalogue, fakeSource } from './fake';
import { createRunner, type Runner } from './runner';

/** A folder for the sessions of one test. */
export class Place {
  readonly root = mkdtempSync(join(tmpdir(), 'winnow-session-'));
  #ids = 0;

  runnerOn(
    node: FakeNode,
    version = '1',
    journal: Journals = openJournals(this.root),
    wait: Core['wait'] = () => Promise.resolve(),
    clock = () => new Date('2026-01-01T00:00:00Z'),
  ): Runner {
    return createRunner({
      catalogue: fakeCatalogue,
      source: fakeSource(node),
      journal,
      clock,
      wait,
      newId: () => `s${++this.#ids}`,
      version,
    });
  }

  /** The process is killed: what is on the disk is all there is. `keep`: how many events, and bytes of the next. */
  killedAfter(id: string, keep: number, bytes = 0): void {
    const file = join(this.root, id, 'events.jsonl');
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, `${lines.slice(0, keep).join('\n')}\n${lines[keep]?.slice(0, bytes) ?? ''}`);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** To the finding of a wrong configuration. */
export async function toFinding(runner: Runner): Promise<void> {
  runner.start('not-ready');
  runner.answer('not-ready/seen', 'yes', 'person');
  await runner.ask();
  runner.answer('not-ready/service', 'up', 'machine');
  await runner.ask();
  runner.answer('not-ready/config', 'bad', 'machine');
}

/** Previews and applies the remediation of that finding. */
export async function mend(runner: Runner, remediation = 'mend'): Promise<unknown> {
  const preview = await runner.preview(remediation);
  if (preview.kind !== 'writes') throw new Error(JSON.stringify(preview));
  return runner.apply(remediation, { ticket: preview.ticket, nodeName: null });
}

/** How many events there are up to the first of this kind. */
export function upTo(runner: Runner, kind: string): number {
  return runner.entries().findIndex(({ event }) => event.kind === kind) + 1;
}
