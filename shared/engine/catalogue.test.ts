import { describe, expect, it } from 'vitest';
import type { Next, Symptom } from '../catalogue/define';
import { probes } from '../catalogue/probes';
import { remediations } from '../catalogue/remediations';
import { type SymptomId, symptoms } from '../catalogue/symptoms';
import { remediationTextSchema, symptomTextSchema } from '../catalogue/texts';
import { words } from '../catalogue/words';
import { lookUp } from './catalogue';

const all: Readonly<Record<string, Symptom>> = symptoms;
const LANGUAGES = ['en', 'ja'] as const;

/** Every way through the trees from a step on, as keys of steps with the answer taken. */
function paths(symptom: string, step: string, before: readonly string[]): ReadonlyArray<readonly string[]> {
  const key = `${symptom}/${step}`;
  if (before.some((part) => part.startsWith(`${key}=`))) throw new Error(`circle at ${key}`);
  const { answers, unsure } = lookUp(lookUp(all, symptom).steps, step);
  return [...Object.entries(answers), ['unsure', unsure] as const].flatMap(
    ([answer, next]: readonly [string, Next]) => {
      const here = [...before, `${key}=${answer}`];
      if (next.kind === 'go') return paths(symptom, next.step, here);
      if (next.kind === 'symptom') return paths(next.symptom, next.step, here);
      return [[...here, next.kind === 'conclude' ? `${symptom}:${next.cause}` : next.kind]];
    },
  );
}

describe.each(Object.keys(symptoms) as SymptomId[])('the tree of %s', (id) => {
  const symptom: Symptom = symptoms[id];

  it('ends on every path, and never goes in a circle', () => {
    expect(paths(id, symptom.first, []).length).toBeGreaterThan(1);
  });

  it('raises every cause it declares, and declares every cause it raises', () => {
    const raised = Object.values(symptom.steps).flatMap(({ answers, unsure }) =>
      [...Object.values(answers), unsure].flatMap((next) => (next.kind === 'conclude' ? [next.cause] : [])),
    );
    expect(new Set(raised)).toEqual(new Set(Object.keys(symptom.causes)));
  });

  it('has no step that is never reached', () => {
    const reached = new Set(
      Object.entries(all).flatMap(([other, { first }]) =>
        paths(other, first, []).flatMap((path) => path.map((part) => part.split('=')[0])),
      ),
    );
    for (const step of Object.keys(symptom.steps)) expect(reached).toContain(`${id}/${step}`);
  });

  it('names only probes and remediations that exist', () => {
    for (const { probes: wanted, also } of Object.values(symptom.steps))
      for (const probe of [...wanted, ...also]) expect(Object.keys(probes)).toContain(probe);
    for (const cause of Object.values(symptom.causes))
      for (const remediation of cause.remediations) expect(Object.keys(remediations)).toContain(remediation);
  });

  it('offers nothing to mend where nothing is broken', () => {
    for (const cause of Object.values(symptom.causes))
      if (cause.byDesign === true) expect(cause.remediations).toEqual([]);
  });

  it.each(LANGUAGES)('says everything in %s', (language) => {
    const text = symptomTextSchema.parse(words[language].symptoms[id]);
    expect(new Set(Object.keys(text.steps))).toEqual(new Set(Object.keys(symptom.steps)));
    expect(new Set(Object.keys(text.causes))).toEqual(new Set(Object.keys(symptom.causes)));
    expect(new Set(Object.keys(text.pageCommands ?? {}))).toEqual(new Set(Object.keys(symptom.pageCommands ?? {})));
    for (const [step, { answers }] of Object.entries(symptom.steps)) {
      expect(new Set(Object.keys(text.steps[step]?.answers ?? {}))).toEqual(new Set(Object.keys(answers)));
    }
  });
});

describe.each(LANGUAGES)('texts in %s', (language) => {
  it('name every probe', () => {
    expect(new Set(Object.keys(words[language].probes))).toEqual(new Set(Object.keys(probes)));
  });

  it('name every remediation', () => {
    expect(new Set(Object.keys(words[language].remediations))).toEqual(new Set(Object.keys(remediations)));
    for (const text of Object.values(words[language].remediations)) remediationTextSchema.parse(text);
  });
});

it('keeps the ids of items and their places in the index the same', () => {
  for (const items of [probes, symptoms, remediations])
    for (const [id, item] of Object.entries(items)) expect(item.id).toBe(id);
});
