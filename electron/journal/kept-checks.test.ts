import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CheckedCause } from '../../shared/engine/check';
import { openKeptChecks } from './kept-checks';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'winnow-checks-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const FOUND: CheckedCause = {
  symptom: 'container-creating',
  cause: 'runtime-stopped',
  verdict: 'confirmed',
  by: 'machine',
  byDesign: false,
  follows: false,
  remediations: [],
  citations: [{ probe: 'services', pointer: '/containerd/state', value: 'Stopped' }],
};
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute));
const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));

it('reads back what it kept, the newest first, and of this node only', () => {
  const kept = openKeptChecks(folder);
  kept.keep('live', at(1), [FOUND]);
  kept.keep('live', at(2), []);
  kept.keep('practice:other', at(3), []);
  const { checks, unreadable } = openKeptChecks(folder).of('live');
  expect(checks.map((check) => check.at)).toEqual([at(2).toISOString(), at(1).toISOString()]);
  expect(checks[1]?.findings).toEqual([
    {
      symptom: 'container-creating',
      cause: 'runtime-stopped',
      verdict: 'confirmed',
      citations: [{ probe: 'services', pointer: '/containerd/state', value: 'Stopped' }],
    },
  ]);
  expect(unreadable).toEqual([]);
});

it('keeps ten of a node, and removes the oldest', () => {
  const kept = openKeptChecks(folder);
  for (let minute = 0; minute < 12; minute += 1) kept.keep('live', at(minute), []);
  const { checks } = kept.of('live');
  expect(checks).toHaveLength(10);
  expect(checks.at(-1)?.at).toBe(at(2).toISOString());
  expect(files()).toHaveLength(10);
});

it('leaves out a damaged one, and says why', () => {
  const kept = openKeptChecks(folder);
  kept.keep('live', at(1), []);
  kept.keep('live', at(2), []);
  const [first = ''] = files().toSorted();
  writeFileSync(join(folder, first), '{"format":');
  const { checks, unreadable } = kept.of('live');
  expect(checks.map((check) => check.at)).toEqual([at(2).toISOString()]);
  expect(unreadable).toEqual([expect.stringMatching(/^2026-01-01t00-01-00-000z\.json: .+/)]);
});

it('has nothing where nothing was kept, and takes no name of a node for a path', () => {
  const kept = openKeptChecks(folder);
  expect(kept.of('live')).toEqual({ checks: [], unreadable: [] });
  kept.keep('bundle:../../../x.zip', at(1), []);
  expect(files()).toHaveLength(1);
});
