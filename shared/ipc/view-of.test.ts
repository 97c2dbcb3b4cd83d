import { describe, expect, it } from 'vitest';
import {
  because,
  cite,
  conclude,
  goTo,
  ruledOut,
  type Step,
  type Symptom,
  undecided,
  unknown,
} from '../catalogue/define';
import type { Catalogue } from '../engine/catalogue';
import { UNSURE } from '../engine/walk';
import { winnow } from '../engine/winnow';
import { answered, couldNotCheck, type Outcome } from '../node/outcome';
import type { Write } from '../node/write';
import type { EndedRead, SessionEvent } from '../session/events';
import { fold } from '../session/reduce';
import { words } from '../catalogue/words';
import { sessionViewSchema } from './view';
import { citedView, readsOf, shownValue, viewOf } from './view-of';

const at = '2026-01-01T00:00:00.000Z';
const HASH = 'a'.repeat(64);

function asks(probe: string, answers: Step['answers'], unsure: Step['unsure'], also: readonly string[] = []): Step {
  return {
    probes: [probe],
    also,
    decide: (evidence) => {
      const { on } = evidence[probe] as { on: boolean | null };
      return on === null ? undecided(cite(probe, '/on')) : because(on ? 'yes' : 'no', cite(probe, '/on'));
    },
    answers,
    unsure,
  };
}

const lamp: Symptom = {
  id: 'lamp',
  code: 'S00',
  anchor: 'lamp',
  group: 'node',
  example: '',
  recognise: [],
  first: 'power',
  steps: {
    power: asks('power', { yes: goTo('bulb'), no: conclude('no-power', 'confirmed') }, goTo('bulb')),
    bulb: asks('bulb', { yes: goTo('shade'), no: conclude('dead-bulb', 'likely') }, goTo('shade')),
    shade: {
      probes: [],
      also: [],
      decide: () => undecided(),
      answers: { clean: ruledOut, dirty: unknown },
      unsure: unknown,
    },
  },
  causes: {
    'no-power': { remediations: ['switch-on', 'call'], explains: ['dark-room'] },
    'dead-bulb': { remediations: [], byDesign: true },
  },
  pageCommands: { hammer: { command: 'hammer lamp', instead: ['look at it'] } },
};
const catalogue: Catalogue = { probes: {}, symptoms: { lamp }, remediations: {} };

const read: EndedRead = {
  name: 'r',
  line: 'Get-R',
  at,
  milliseconds: 3,
  outcome: 'answered',
  detail: '',
  raw: HASH,
  size: 2,
};

function asked(probe: string, evidence: Outcome<unknown>): readonly SessionEvent[] {
  return [
    { kind: 'probe-started', probe, run: null, reads: [] },
    { kind: 'probe-ended', probe, run: null, reads: [read], evidence },
  ];
}

const is = (on: boolean | null) => answered({ on });

function said(step: string, answer: string, by: 'machine' | 'person' | 'file' = 'machine'): SessionEvent {
  return { kind: 'answered', step: `lamp/${step}`, answer, by };
}

/** The view of a session in which this happened. It must be what goes over the wire. */
function view(...events: readonly SessionEvent[]) {
  const begun: readonly SessionEvent[] = [
    { kind: 'started', id: 'one', source: 'practice:lamp', sourceKind: 'practice', version: '1' },
    { kind: 'symptom-chosen', symptom: 'lamp' },
  ];
  const entries = [...begun, ...events].map((event, index) => ({ seq: index + 1, at, event }));
  return sessionViewSchema.parse(structuredClone(viewOf(catalogue, fold(entries), 'lamp')));
}

describe('the end of a walk', () => {
  it('is the node that is asked, while something has no answer yet', () => {
    const { end, path, probes, seq } = view({ kind: 'probe-started', probe: 'power', run: null, reads: [] });
    expect(end).toEqual({ kind: 'asking', step: 'lamp/power' });
    expect(path).toMatchObject([
      { key: 'lamp/power', answers: ['yes', 'no'], proposal: { kind: 'not-asked' }, by: null },
    ]);
    expect(probes).toMatchObject([{ probe: 'power', status: 'asking', reads: 0 }]);
    expect(seq).toBe(3);
  });

  it('is a question that the machine answers, with what it rests on', () => {
    const { end, path } = view(...asked('power', is(false)));
    expect(end).toEqual({ kind: 'question', step: 'lamp/power' });
    expect(path[0]?.proposal).toEqual({
      kind: 'because',
      answer: 'no',
      citations: [{ probe: 'power', pointer: '/on', value: 'false', place: null, list: null }],
    });
  });

  it('is a question that the machine cannot decide, with what it looked at', () => {
    const { end, path } = view(...asked('power', is(null)));
    expect(end).toEqual({ kind: 'question', step: 'lamp/power' });
    expect(path[0]?.proposal).toMatchObject({ kind: 'undecided', citations: [{ probe: 'power', value: 'null' }] });
  });

  it('is a question that only a person can answer', () => {
    const { end, path } = view(
      ...asked('power', is(true)),
      said('power', 'yes'),
      ...asked('bulb', is(true)),
      said('bulb', 'yes'),
    );
    expect(end).toEqual({ kind: 'question', step: 'lamp/shade' });
    expect(path.map(({ proposal, answer, by }) => [proposal.kind, answer, by])).toEqual([
      ['because', 'yes', 'machine'],
      ['because', 'yes', 'machine'],
      ['person', null, null],
    ]);
  });

  it('is a question with the reason, where it could not be checked; that is neither good nor bad', () => {
    const {
      end,
      path,
      notChecked,
      probes,
      finding,
      ruledOut: excluded,
    } = view(...asked('power', couldNotCheck('not-elevated', 'x'.repeat(1000))));
    expect(end).toEqual({ kind: 'question', step: 'lamp/power' });
    const detail = `${'x'.repeat(300)}…`;
    expect(path[0]?.proposal).toEqual({
      kind: 'could-not-check',
      probes: [{ probe: 'power', reason: 'not-elevated', detail }],
    });
    expect(notChecked).toEqual([{ probe: 'power', reason: 'not-elevated', detail }]);
    expect(probes).toMatchObject([{ status: 'could-not-check', reason: 'not-elevated', detail }]);
    expect([finding, excluded]).toEqual([null, []]);
  });

  it('is a contradiction where a person and the machine exclude each other', () => {
    const { end, path, finding } = view(...asked('power', is(false)), said('power', 'yes', 'person'));
    expect(end).toEqual({ kind: 'contradiction', step: 'lamp/power' });
    expect(path[0]).toMatchObject({ proposal: { kind: 'because', answer: 'no' }, answer: 'yes', by: 'person' });
    expect(finding).toBeNull();
  });

  it('is a finding, with its verdict, what it rests on, what mends it, and what it explains', () => {
    const { end, finding } = view(...asked('power', is(false)), said('power', 'no'));
    expect(end).toEqual({ kind: 'finding' });
    expect(finding).toEqual({
      cause: 'no-power',
      symptom: 'lamp',
      step: 'lamp/power',
      verdict: 'confirmed',
      citations: [{ probe: 'power', pointer: '/on', value: 'false', place: null, list: null }],
      by: 'machine',
      remediations: ['switch-on', 'call'],
      byDesign: false,
      explains: ['dark-room'],
    });
  });

  it('is a finding by design, with nothing to mend, beside what was ruled out before', () => {
    const { finding, ruledOut: excluded } = view(
      ...asked('power', is(true)),
      said('power', 'yes'),
      ...asked('bulb', is(false)),
      said('bulb', 'no'),
    );
    expect(finding).toMatchObject({ cause: 'dead-bulb', verdict: 'likely', byDesign: true, remediations: [] });
    expect(excluded).toEqual([
      {
        cause: 'no-power',
        symptom: 'lamp',
        step: 'lamp/power',
        citations: [{ probe: 'power', pointer: '/on', value: 'true', place: null, list: null }],
      },
    ]);
  });

  it('is a finding of a person, who is named in place of evidence', () => {
    const { finding } = view(...asked('power', couldNotCheck('timed-out', '')), said('power', 'no', 'person'));
    expect(finding).toMatchObject({ cause: 'no-power', by: 'person', citations: [] });
  });

  it('is ruled out, or unknown', () => {
    const toShade = [
      ...asked('power', is(true)),
      said('power', 'yes'),
      ...asked('bulb', is(true)),
      said('bulb', 'yes'),
    ];
    expect(view(...toShade, said('shade', 'clean', 'person')).end).toMatchObject({ kind: 'ruled-out' });
    expect(view(...toShade, said('shade', 'dirty', 'person')).end).toEqual({ kind: 'unknown' });
    expect(view(...toShade, said('shade', UNSURE, 'person')).end).toEqual({ kind: 'unknown' });
  });
});

describe('the reads of a probe', () => {
  const was = (reads: readonly EndedRead[]) => ({ status: 'answered' as const, asked: [], reads, since: at });

  it('are counted in the view, and told when they are asked for', () => {
    const { probes } = view(...asked('power', is(false)));
    expect(probes).toEqual([
      { probe: 'power', status: 'answered', reason: null, detail: null, since: at, reads: 1, milliseconds: 3 },
    ]);
    const told = { name: 'r', line: 'Get-R', at, milliseconds: 3, outcome: 'answered', raw: HASH, size: 2 };
    expect(readsOf(was([read]), 0)).toEqual({ kind: 'reads', reads: [told], next: null });
  });

  it('come in pages that each fit a message, and lack none', () => {
    const reads = Array.from({ length: 300 }, (_, index) => ({ ...read, name: `r${index}`, line: 'x'.repeat(3000) }));
    const names: string[] = [];
    for (let from: number | null = 0; from !== null;) {
      const page: ReturnType<typeof readsOf> = readsOf(was(reads), from);
      expect(JSON.stringify(page).length).toBeLessThan(64_000);
      names.push(...page.reads.map(({ name }) => name));
      from = page.next;
    }
    expect(names).toEqual(reads.map(({ name }) => name));
  });

  it('are none past their end', () => {
    expect(readsOf(was([read]), 7)).toEqual({ kind: 'reads', reads: [], next: null });
  });
});

describe('a remediation in the view', () => {
  const write: Write = { kind: 'service', name: 'lamp', action: 'start' };
  const inverse = { kind: 'writes' as const, writes: [{ ...write, action: 'stop' as const }] };
  const consented: readonly SessionEvent[] = [
    ...asked('power', is(false)),
    said('power', 'no'),
    {
      kind: 'remedy-consented',
      run: 0,
      remediation: 'switch-on',
      cause: 'no-power',
      step: 'lamp/power',
      writes: [write, write],
      lines: ['Start-Service lamp', 'x'.repeat(3000)],
      consent: { risk: 'safe', nodeName: null },
    },
  ];
  const wrote: readonly SessionEvent[] = [
    ...consented,
    { kind: 'backup-taken', run: 0, index: 0, raw: HASH, inverse },
    { kind: 'write-started', run: 0, index: 0 },
    { kind: 'write-ended', run: 0, index: 0, outcome: answered({ detail: 'started' }), inverse },
  ];

  it('waits, then runs, then is done; its lines are short enough for a window', () => {
    const steps = (...events: readonly SessionEvent[]) => view(...events).runs[0]?.steps;
    expect(steps(...consented)).toEqual([
      { line: 'Start-Service lamp', status: 'waiting', detail: '' },
      { line: 'x'.repeat(2000), status: 'waiting', detail: '' },
    ]);
    expect(steps(...wrote.slice(0, -1))?.[0]?.status).toBe('running');
    expect(steps(...wrote)?.[0]).toEqual({ line: 'Start-Service lamp', status: 'done', detail: 'started' });
  });

  it('that stopped half way can be undone as far as it came', () => {
    const why = couldNotCheck('crashed', 'access denied');
    const [run] = view(
      ...wrote,
      { kind: 'write-started', run: 0, index: 1 },
      { kind: 'write-ended', run: 0, index: 1, outcome: why, inverse },
      { kind: 'remedy-stopped', run: 0, index: 1, why },
    ).runs;
    expect(run).toMatchObject({ status: 'stopped', result: null, undoable: true });
    expect(run?.steps[1]).toMatchObject({ status: 'failed', detail: 'crashed: access denied' });
  });

  it('that is verified shows the deciding values before and after, and is no longer undoable once undone', () => {
    const verified: readonly SessionEvent[] = [
      ...wrote,
      {
        kind: 'verified',
        run: 0,
        result: 'fixed',
        values: [
          { citation: cite('power', '/on'), before: false, after: true },
          { citation: cite('bulb', '/on'), before: [1] },
        ],
      },
    ];
    expect(view(...verified).runs[0]).toMatchObject({
      remediation: 'switch-on',
      cause: 'no-power',
      status: 'verified',
      result: 'fixed',
      undoable: true,
      values: [
        { probe: 'power', pointer: '/on', before: 'false', after: 'true' },
        { probe: 'bulb', pointer: '/on', before: '[1]', after: '' },
      ],
    });
    const undone = view(
      ...verified,
      { kind: 'undo-started', run: 0 },
      { kind: 'undo-write-ended', run: 0, index: 0, outcome: answered({ detail: '' }) },
      { kind: 'undo-ended', run: 0, restored: true },
    ).runs[0];
    expect(undone).toMatchObject({ status: 'undone', undoable: false });
  });

  it('whose process was killed is said to be interrupted, and its write not to be known', () => {
    const [run] = view(...wrote.slice(0, -1), { kind: 'resumed', version: '1' }).runs;
    expect(run).toMatchObject({ status: 'interrupted', undoable: true });
    expect(run?.steps[0]?.status).toBe('unsure');
  });
});

it('says that the journal is lost, and which commands of the page must not be run as they stand', () => {
  const { journalLost, pageCommands } = view({ kind: 'journal-lost', detail: 'ENOSPC' });
  expect(journalLost).toBe('ENOSPC');
  expect(pageCommands).toEqual([{ id: 'hammer', command: 'hammer lamp', instead: ['look at it'] }]);
});

describe('a cited value', () => {
  it('has the place it stands at, where the evidence knows it', () => {
    const evidence = { files: answered({ image: { path: 'C:\\k\\a.toml', line: 7, value: 'x' }, dir: { file: 'b' } }) };
    expect(citedView(evidence, cite('files', '/image/value')).place).toBe('C:\\k\\a.toml:7');
    expect(citedView(evidence, cite('files', '/image'))).toMatchObject({
      value: 'C:\\k\\a.toml',
      place: 'C:\\k\\a.toml:7',
    });
    expect(citedView(evidence, cite('files', '/dir')).place).toBeNull();
    expect(() => citedView(evidence, cite('files', '/nothing'))).toThrow('which is not there');
  });

  it('that is a list tells how many there are, and what the first are called', () => {
    const items = [{ name: 'a' }, { port: 80 }, 'c', { other: true }, 'e'];
    expect(shownValue(items).list).toEqual({ count: 5, first: ['a', '80', 'c'] });
    expect(shownValue([{ other: true }]).list).toEqual({ count: 1, first: ['{"other":true}'] });
    expect(shownValue([])).toEqual({ value: '[]', list: { count: 0, first: [] } });
  });
});

interface Texts {
  readonly steps: Readonly<Record<string, { readonly answers: Readonly<Record<string, string>> }>>;
}

it('the answer that says yes says so in both languages, at every step that has one', () => {
  const japanese: Readonly<Record<string, Texts>> = words.ja.symptoms;
  let seen = 0;
  for (const [id, symptom] of Object.entries(winnow.symptoms)) {
    for (const step of Object.keys(symptom.steps)) {
      const begun: Catalogue = { ...winnow, symptoms: { ...winnow.symptoms, [id]: { ...symptom, first: step } } };
      const [shown] = viewOf(begun, fold([]), id).path;
      if (!shown?.yes) continue;
      seen += 1;
      const texts = japanese[id]?.steps[step]?.answers ?? {};
      expect(texts[shown.yes], shown.key).toMatch(/^はい/);
      expect(texts[shown.answers.find((answer) => answer !== shown.yes) ?? ''], shown.key).toMatch(/^いいえ/);
    }
  }
  expect(seen).toBeGreaterThan(50);
});
