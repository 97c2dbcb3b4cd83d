import { describe, expect, it } from 'vitest';
import {
  because,
  cite,
  conclude,
  continueAt,
  goTo,
  ruledOut,
  type Symptom,
  undecided,
  unknown,
} from '../catalogue/define';
import { answered, couldNotCheck } from '../node/outcome';
import type { Catalogue } from './catalogue';
import type { Evidence } from './evidence';
import { walkUnattended } from './unattended';
import { verify } from './verify';
import { type GivenAnswer, UNSURE, walk } from './walk';

interface Facts {
  readonly on: boolean;
}

function asks(
  probe: string,
  yes: ReturnType<typeof goTo>,
  no: ReturnType<typeof goTo>,
  unsure: ReturnType<typeof goTo>,
) {
  return {
    probes: [probe],
    also: [],
    decide: (evidence: Readonly<Record<string, unknown>>) => {
      const { on } = evidence[probe] as Facts;
      return because(on ? 'yes' : 'no', cite(probe, '/on'));
    },
    answers: { yes, no },
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
    power: asks('power', goTo('bulb'), conclude('no-power', 'confirmed'), goTo('bulb')),
    bulb: asks('bulb', goTo('shade'), conclude('dead-bulb', 'confirmed'), goTo('shade')),
    shade: {
      probes: [],
      also: [],
      decide: () => undecided(),
      answers: { clean: ruledOut, dirty: unknown },
      unsure: unknown,
    },
  },
  causes: { 'no-power': { remediations: [] }, 'dead-bulb': { remediations: ['change-bulb'] } },
};
const catalogue: Catalogue = { probes: {}, symptoms: { lamp }, remediations: {} };

function evidence(power: boolean, bulb: boolean): Evidence {
  return { power: answered({ on: power }), bulb: answered({ on: bulb }) };
}

function said(step: string, answer: string, by: GivenAnswer['by'] = 'machine', settled = false): GivenAnswer {
  return { step: `lamp/${step}`, answer, by, settled };
}

describe('a walk', () => {
  it('asks the node first', () => {
    expect(walk(catalogue, 'lamp', [], {}).end).toEqual({ kind: 'asking', step: 'lamp/power', probes: ['power'] });
  });

  it('proposes an answer with what it rests on', () => {
    expect(walk(catalogue, 'lamp', [], evidence(false, true)).path[0]?.proposal).toEqual(
      because('no', cite('power', '/on')),
    );
  });

  it('concludes with citations, and tells what it excluded', () => {
    const { end, ruledOut: excluded } = walk(
      catalogue,
      'lamp',
      [said('power', 'yes'), said('bulb', 'no')],
      evidence(true, false),
    );
    expect(end).toMatchObject({ kind: 'finding', finding: { cause: 'dead-bulb', citations: [cite('bulb', '/on')] } });
    expect(excluded).toMatchObject([{ cause: 'no-power', citations: [cite('power', '/on')] }]);
  });

  it('does not tell what it found as excluded by an earlier step', () => {
    const steps = { ...lamp.steps, bulb: asks('bulb', goTo('shade'), conclude('no-power', 'likely'), goTo('shade')) };
    const tree: Catalogue = { ...catalogue, symptoms: { lamp: { ...lamp, steps } } };
    const found = walkUnattended(tree, 'lamp', evidence(true, false), {}).walk;
    expect(found.end).toMatchObject({ kind: 'finding', finding: { cause: 'no-power' } });
    expect(found.ruledOut).toEqual([]);
  });

  it('cites what led to a step, where a cause is what is left without an answer to it', () => {
    const { bulb } = lamp.steps;
    if (!bulb) throw new Error('no bulb');
    const left = { ...lamp, steps: { ...lamp.steps, bulb: { ...bulb, unsure: conclude('dead-bulb', 'likely') } } };
    const seen = { power: answered({ on: true }), bulb: couldNotCheck('timed-out', '') };
    const { end } = walk(
      { ...catalogue, symptoms: { lamp: left } },
      'lamp',
      [said('power', 'yes'), said('bulb', UNSURE)],
      seen,
    );
    expect(end).toMatchObject({ kind: 'finding', finding: { cause: 'dead-bulb', citations: [cite('power', '/on')] } });
  });

  it('stops where a person and the machine exclude each other, until the person stands by it', () => {
    const over = [said('power', 'yes', 'person')];
    expect(walk(catalogue, 'lamp', over, evidence(false, false)).end).toMatchObject({
      kind: 'contradiction',
      step: 'lamp/power',
    });
    const settled = [said('power', 'yes', 'person', true)];
    expect(walk(catalogue, 'lamp', settled, evidence(false, false)).end).toEqual({
      kind: 'question',
      step: 'lamp/bulb',
    });
  });

  it('concludes no more than likely where a person stands by what the machine sees otherwise', () => {
    const settled = [said('power', 'no', 'person', true)];
    expect(walk(catalogue, 'lamp', settled, evidence(true, true)).end).toMatchObject({
      kind: 'finding',
      finding: { cause: 'no-power', verdict: 'likely', citations: [] },
    });
  });

  it('takes what could not be checked for neither answer, and "I don’t know" leads on', () => {
    const blind = { ...evidence(true, true), power: couldNotCheck('not-elevated', '0x80070005') };
    expect(walk(catalogue, 'lamp', [], blind)).toMatchObject({
      path: [{ proposal: { kind: 'could-not-check' } }],
      end: { kind: 'question' },
    });
    expect(walk(catalogue, 'lamp', [said('power', UNSURE)], blind).end).toEqual({
      kind: 'question',
      step: 'lamp/bulb',
    });
  });

  it('is not changed by answers to steps that are not on its path', () => {
    const answers = [said('bulb', 'no'), said('power', 'no')];
    expect(walk(catalogue, 'lamp', answers, evidence(false, true)).path).toHaveLength(1);
  });

  it('asks a person where no probe can know, and says so when nobody is there', () => {
    const { walk: alone, needsAnswer } = walkUnattended(catalogue, 'lamp', evidence(true, true), {});
    expect(alone.end.kind).toBe('unknown');
    expect(needsAnswer).toEqual(['lamp/shade']);
    expect(walkUnattended(catalogue, 'lamp', evidence(true, true), { 'lamp/shade': 'clean' }).walk.end.kind).toBe(
      'ruled-out',
    );
  });

  it('never goes in a circle without saying so', () => {
    const steps = { ...lamp.steps, shade: asks('bulb', goTo('power'), unknown, goTo('power')) };
    const round = { ...catalogue, symptoms: { lamp: { ...lamp, steps } } };
    const answers = [said('power', 'yes'), said('bulb', 'yes'), said('shade', 'yes')];
    expect(() => walk(round, 'lamp', answers, evidence(true, true))).toThrow('circle');
  });

  it('takes a citation that leads nowhere for a bug', () => {
    expect(() => walk(catalogue, 'lamp', [], { power: answered({}), bulb: answered({ on: true }) })).toThrow(
      'not there',
    );
  });
});

describe('verification', () => {
  const answers = [said('power', 'yes'), said('bulb', 'no')];
  const before = evidence(true, false);
  const { end } = walk(catalogue, 'lamp', answers, before);
  if (end.kind !== 'finding') throw new Error('no finding');
  const { finding } = end;
  const result = (after: Evidence) => verify(catalogue, 'lamp', finding, answers, before, after).result;

  it('says fixed when the step answers otherwise', () => expect(result(evidence(true, true))).toBe('fixed'));
  it('says no change when nothing changed', () => expect(result(evidence(true, false))).toBe('no-change'));
  it('says worse when a step that was passed now fails', () => expect(result(evidence(false, false))).toBe('worse'));
  it('says that it could not check where an earlier step regresses into a question and the own step is silent', () => {
    const steps = {
      ...lamp.steps,
      power: { ...asks('power', goTo('bulb'), goTo('shade'), goTo('bulb')) },
      bulb: {
        ...asks('bulb', goTo('shade'), conclude('dead-bulb', 'confirmed'), goTo('shade')),
        decide: ({ power, bulb }: Readonly<Record<string, unknown>>) =>
          (power as Facts).on ? because((bulb as Facts).on ? 'yes' : 'no', cite('bulb', '/on')) : undecided(),
        probes: ['power', 'bulb'],
      },
    };
    const other = { ...catalogue, symptoms: { lamp: { ...lamp, steps } } };
    expect(verify(other, 'lamp', finding, answers, before, evidence(false, false)).result).toBe('could-not-check');
  });
  it('says that it could not check', () =>
    expect(result({ ...evidence(true, true), bulb: couldNotCheck('timed-out', '10 s') })).toBe('could-not-check'));
  it('asks the step of another tree itself where the way there is left, however far health is from here', () => {
    // The lamp's own way to health is longer than the one in the tree that it leads to.
    const power = asks('power', goTo('bulb'), continueAt('mains', 'fuse'), goTo('bulb'));
    const mains: Symptom = {
      ...lamp,
      id: 'mains',
      first: 'fuse',
      steps: { fuse: asks('power', ruledOut, conclude('blown', 'confirmed'), unknown) },
      causes: { blown: { remediations: [] } },
    };
    const both = { ...catalogue, symptoms: { lamp: { ...lamp, steps: { ...lamp.steps, power } }, mains } };
    const led = [said('power', 'no'), { ...said('fuse', 'no'), step: 'mains/fuse' }];
    const dark = evidence(false, true);
    const found = walk(both, 'lamp', led, dark).end;
    if (found.kind !== 'finding') throw new Error('no finding');
    expect(verify(both, 'lamp', found.finding, led, dark, evidence(true, true)).result).toBe('fixed');
  });
  it('shows the deciding value before and after', () =>
    expect(verify(catalogue, 'lamp', finding, answers, before, evidence(true, true)).values).toEqual([
      { citation: cite('bulb', '/on'), before: false, after: true },
    ]));
});
