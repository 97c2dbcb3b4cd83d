import { describe, expect, it } from 'vitest';
import { because, cite, conclude, goTo, ruledOut, type Symptom, unknown } from '../catalogue/define';
import { answered, couldNotCheck } from '../node/outcome';
import type { Catalogue } from './catalogue';
import { checkOf, compareChecks } from './check';

function tree(id: string, probe: string, explains: readonly string[]): Symptom {
  return {
    id,
    code: 'S00',
    anchor: id,
    group: 'node',
    example: '',
    recognise: [],
    first: 'asked',
    steps: {
      asked: {
        probes: [],
        also: [],
        decide: () => ({ kind: 'undecided', citations: [] }),
        answers: { yes: goTo('on') },
        unsure: goTo('on'),
      },
      on: {
        probes: [probe],
        also: [],
        decide: (evidence) => because((evidence[probe] as { on: boolean }).on ? 'yes' : 'no', cite(probe, '/on')),
        answers: { yes: ruledOut, no: conclude(`${id}-off`, 'confirmed') },
        unsure: unknown,
      },
    },
    causes: { [`${id}-off`]: { remediations: [], explains, silences: explains.length > 0 ? ['lamp'] : [] } },
  };
}

const catalogue: Catalogue = {
  probes: {},
  symptoms: { lamp: tree('lamp', 'lamp', []), mains: tree('mains', 'mains', ['lamp-off']) },
  remediations: {},
};
const on = (lamp: boolean, mains: boolean) => ({ lamp: answered({ on: lamp }), mains: answered({ on: mains }) });

describe('a check of everything', () => {
  it('puts a cause above what follows from it', () => {
    const { findings, clean } = checkOf(catalogue, on(false, false), {});
    expect(findings.map(({ cause, follows }) => [cause, follows])).toEqual([
      ['mains-off', false],
      ['lamp-off', true],
    ]);
    expect(clean).toBe(false);
  });

  it('is clean where every tree came to its end, and then asks nobody anything', () => {
    const { findings, ruledOut: excluded, needsAnswer, clean } = checkOf(catalogue, on(true, true), {});
    expect({ findings, needsAnswer, clean }).toEqual({ findings: [], needsAnswer: [], clean: true });
    expect(excluded.map(({ cause }) => cause)).toEqual(['lamp-off', 'mains-off']);
  });

  it('names the questions of the trees that did not come to their end', () => {
    const blind = { lamp: couldNotCheck('timed-out', '10 s'), mains: answered({ on: true }) };
    expect(checkOf(catalogue, blind, {}).needsAnswer).toEqual(['lamp/asked', 'lamp/on']);
    expect(checkOf(catalogue, blind, { 'lamp/asked': 'yes' }).needsAnswer).toEqual(['lamp/on']);
  });

  it('does not ask what the node will answer by itself once a cause is mended', () => {
    const dark = { lamp: couldNotCheck('timed-out', '10 s'), mains: answered({ on: false }) };
    expect(checkOf(catalogue, dark, {}).needsAnswer).toEqual(['lamp/asked', 'mains/asked']);
  });

  it('says what could not be checked, once', () => {
    const blind = { lamp: couldNotCheck('timed-out', '10 s'), mains: answered({ on: true }) };
    expect(checkOf(catalogue, blind, {}).notChecked).toEqual([{ probe: 'lamp', reason: 'timed-out', detail: '10 s' }]);
  });
});

describe('two checks', () => {
  const found = (lamp: boolean, mains: boolean) => checkOf(catalogue, on(lamp, mains), {}).findings;

  it('differ by what is new and what is gone', () => {
    const { fresh, gone, changed } = compareChecks(found(false, true), found(true, false));
    expect(fresh.map(({ cause }) => cause)).toEqual(['mains-off']);
    expect(gone.map(({ cause }) => cause)).toEqual(['lamp-off']);
    expect(changed).toEqual([]);
  });

  it('differ where the same cause has other values', () => {
    const before = found(false, true).map((finding) => ({
      ...finding,
      citations: [{ probe: 'lamp', pointer: '/on', value: 0 }],
    }));
    const { changed, fresh, gone } = compareChecks(before, found(false, true));
    expect(changed).toMatchObject([
      { before: { citations: [{ value: 0 }] }, after: { citations: [{ value: false }] } },
    ]);
    expect([...fresh, ...gone]).toEqual([]);
  });

  it('are the same where nothing differs', () => {
    expect(compareChecks(found(false, true), found(false, true))).toEqual({ fresh: [], gone: [], changed: [] });
  });
});
