import { describe, expect, it } from 'vitest';
import { controlPlaneTriage } from './symptom';

const ROWS = [
  ['connection', { connection: 'connected', certificate: {} }, 'connected'],
  ['connection', { connection: 'connected', certificate: null }, 'elsewhere'],
  ['connection', { connection: 'refused' }, 'refused'],
  ['connection', { connection: 'timed-out' }, 'elsewhere'],
  ['connection', { connection: 'name-not-found' }, 'elsewhere'],
  ['connection', { connection: 'failed' }, 'undecided'],
  ['status', { status: 200 }, 'answers'],
  ['status', { status: 401 }, 'answers'],
  ['status', { status: 403 }, 'answers'],
  ['status', { status: 500 }, 'unwell'],
  ['status', { status: null }, 'undecided'],
] as const;

describe('control-plane-triage', () => {
  it.each(ROWS)('%s over %j: %s', (name, reach, answer) => {
    const decision = controlPlaneTriage.steps[name]?.decide({ 'api-reach': reach });
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});
