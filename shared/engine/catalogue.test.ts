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

/** Where a step can lead: the steps that follow, in its own tree or in another. */
function following(symptom: string, step: string): readonly string[] {
  const { answers, unsure } = lookUp(lookUp(all, symptom).steps, step);
  return [...Object.values(answers), unsure].flatMap((next: Next) => {
    if (next.kind === 'go') return [`${symptom}/${next.step}`];
    return next.kind === 'symptom' ? [`${next.symptom}/${next.step}`] : [];
  });
}

/** Every step that can be reached from one on. Throws where a way comes back to a step it has passed. */
function reachable(key: string, passed: readonly string[] = [], done = new Set<string>()): ReadonlySet<string> {
  if (passed.includes(key)) throw new Error(`circle at ${key}`);
  if (done.has(key)) return done;
  const [symptom = '', step = ''] = key.split('/');
  for (const next of following(symptom, step)) reachable(next, [...passed, key], done);
  return done.add(key);
}

/** Every cause of every tree. */
const causes = new Set(Object.values(all).flatMap((symptom) => Object.keys(symptom.causes)));

const reached = new Set(Object.entries(all).flatMap(([id, { first }]) => [...reachable(`${id}/${first}`)]));

describe.each(Object.keys(symptoms) as SymptomId[])('the tree of %s', (id) => {
  const symptom: Symptom = symptoms[id];

  it('ends on every path, and never goes in a circle', () => {
    expect(reachable(`${id}/${symptom.first}`).size).toBeGreaterThan(1);
  });

  it('raises every cause it declares, and declares every cause it raises', () => {
    const raised = Object.values(symptom.steps).flatMap(({ answers, unsure }) =>
      [...Object.values(answers), unsure].flatMap((next) => (next.kind === 'conclude' ? [next.cause] : [])),
    );
    expect(new Set(raised)).toEqual(new Set(Object.keys(symptom.causes)));
  });

  it('has no step that is never reached', () => {
    for (const step of Object.keys(symptom.steps)) expect(reached).toContain(`${id}/${step}`);
  });

  it('names only probes and remediations that exist', () => {
    for (const { probes: wanted, also } of Object.values(symptom.steps))
      for (const probe of [...wanted, ...also]) expect(Object.keys(probes)).toContain(probe);
    for (const cause of Object.values(symptom.causes))
      for (const remediation of cause.remediations) expect(Object.keys(remediations)).toContain(remediation);
    for (const { silences = [] } of Object.values(symptom.causes))
      for (const probe of silences) expect(Object.keys(probes)).toContain(probe);
  });

  it('takes only causes for consequences of others', () => {
    for (const [cause, { explains }] of Object.entries(symptom.causes)) {
      expect(explains ?? []).not.toContain(cause);
      for (const consequence of explains ?? []) expect(causes).toContain(consequence);
    }
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
