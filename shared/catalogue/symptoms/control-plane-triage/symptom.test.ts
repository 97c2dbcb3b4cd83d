import { describe, expect, it } from 'vitest';
import { controlPlaneTriage } from './symptom';

const shown = { trustedBy: 'given-authority', nameMatches: true, problems: [] };

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
  ['certificate', shown, 'accepted'],
  ['certificate', { ...shown, nameMatches: false }, 'refused'],
  ['certificate', { ...shown, trustedBy: 'nobody' }, 'refused'],
  ['certificate', { ...shown, trustedBy: 'platform' }, 'refused'],
  ['certificate', { ...shown, problems: ['NotTimeValid', 'RemoteCertificateChainErrors'] }, 'refused'],
  ['certificate', { ...shown, trustedBy: null }, 'undecided'],
] as const;

describe('control-plane-triage', () => {
  it.each(ROWS)('%s over %j: %s', (name, reach, answer) => {
    const decision = controlPlaneTriage.steps[name]?.decide({ 'api-reach': reach });
    expect(decision?.kind === 'because' ? decision.answer : decision?.kind).toBe(answer);
  });
});
