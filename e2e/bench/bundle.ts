import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { bundleOf, unpackBundle } from '../../electron/export/bundle';
import { openJournals } from '../../electron/journal/journal';
import { bundleSource } from '../../electron/node/bundle';
import { createRunner, type Runner } from '../../electron/session/runner';
import { walkAlone } from '../../electron/session/walk-alone';
import { allProbes } from '../../shared/engine/check';
import { walk } from '../../shared/engine/walk';
import { winnow } from '../../shared/engine/winnow';
import type { NodeSource } from '../../shared/node/source';
import { bigNode } from '../../shared/practice/big';
import { practiceSource } from '../../shared/practice/source';
import { inMb, inMilliseconds, inMs, limited, median, type Row, told } from './measure';
import { wait } from '../../electron/session/wait';

const AT = '2026-03-02T03:21:07.000Z';
const PACKED_BYTES = 10_000_000;
const OPEN_LIMIT = 1000;
const SYMPTOM = 'container-creating';

let ids = 0;

/** Runs work with a runner whose journal is gone afterwards. */
async function withRunner<T>(source: NodeSource, work: (runner: Runner) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-bench-'));
  const runner = createRunner({
    catalogue: winnow,
    source,
    journal: openJournals(folder),
    clock: () => new Date(AT),
    wait,
    newId: () => `bench-${ids++}`,
    version: '0.0.0',
  });
  try {
    return await work(runner);
  } finally {
    await runner.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes that no packer makes smaller, in each object of HNS: a real node's answers are long as well. */
const NOISE_BYTES = 760;

function busySource(): NodeSource {
  const node = bigNode(1);
  return practiceSource({ id: node.id, state: () => node }, { now: () => AT });
}

/** A busy node whose answers hardly get smaller when they are packed. */
function noisySource(): NodeSource {
  const source = busySource();
  return {
    ...source,
    read: (questions, onReply, signal) =>
      source.read(
        questions,
        (reply) => {
          const { outcome } = reply;
          if (outcome.kind === 'could-not-check' || !('json' in outcome.value)) {
            onReply(reply);
            return;
          }
          const json = outcome.value.json.replaceAll(
            '"ID":',
            () => `"Noise":"${randomBytes(NOISE_BYTES).toString('base64')}","ID":`,
          );
          onReply({ ...reply, outcome: { ...outcome, value: { ...outcome.value, json } } });
        },
        signal,
      ),
  };
}

/** The archive of a session on a node, everything asked. */
function bundleOn(source: NodeSource): Promise<Uint8Array> {
  return withRunner(source, async (runner) => {
    runner.start(SYMPTOM);
    await walkAlone(runner, {}, null);
    await runner.askFor(allProbes(winnow));
    return bundleOf(runner.entries(), (hash) => runner.raw(hash));
  });
}

/** The archive of a session on the busy node. */
export function busyBundle(): Promise<Uint8Array> {
  return bundleOn(busySource());
}

function open(bytes: Uint8Array) {
  const unpacked = unpackBundle(bytes);
  if ('kind' in unpacked) throw new Error(unpacked.detail);
  return unpacked;
}

/** What opening a bundle costs: unpacked and checked, folded, and its walk repeated to the same end. */
export async function measureBundle(): Promise<readonly Row[]> {
  const bytes = await bundleOn(noisySource());
  if (bytes.length < PACKED_BYTES) throw new Error(`the bundle has only ${bytes.length} bytes`);
  const read = open(bytes);
  const held = [...read.raw.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const { recorded } = bundleSource('bench', read);
  const was = JSON.stringify(walk(winnow, SYMPTOM, recorded.answers, recorded.evidence).end);
  const rewalk = median(5, () => {
    const opened = bundleSource('bench', open(bytes)).recorded;
    return walk(winnow, SYMPTOM, opened.answers, opened.evidence);
  });
  const unpack = median(5, () => open(bytes));
  const before = process.threadCpuUsage();
  const end = await withRunner(bundleSource('bench', open(bytes)), async (runner) => {
    runner.start(SYMPTOM);
    await walkAlone(runner, {}, null);
    return JSON.stringify(runner.walk()?.end);
  });
  const again = inMilliseconds(process.threadCpuUsage(before));
  if (end !== was) throw new Error('the bundle leads to another end');
  return [
    told('the bundle', `${inMb(bytes.length)} packed, ${inMb(held)} of raw answers, ${read.entries.length} events`),
    limited('that bundle opened, its walk repeated', rewalk, OPEN_LIMIT, inMs),
    told('… of which unpacking, checking and parsing', inMs(unpack)),
    limited('opened, and everything asked anew of it into a journal on disk, to the same end', again, OPEN_LIMIT, inMs),
  ];
}
