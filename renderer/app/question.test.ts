import { expect, it } from 'vitest';
import { symptomTexts } from '../../shared/catalogue/symptoms';
import { choicesOf } from './question';

const keysOf = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(choicesOf(Object.keys(texts), (id) => texts[id] ?? '').map(({ answer, key }) => [answer, key]));

it('gives a yes and a no their letters, whichever comes first', () => {
  expect(keysOf({ due: 'Yes', 'not-due': 'No' })).toEqual({ due: 'Y', 'not-due': 'N' });
  expect(keysOf({ gone: 'No, there is none', there: 'Yes, one' })).toEqual({ gone: 'N', there: 'Y' });
});

it('gives numbers where the answers are not a yes and a no', () => {
  expect(keysOf({ short: 'Less than 10 minutes', long: '10 minutes or longer' })).toEqual({ short: '1', long: '2' });
  expect(keysOf({ a: 'Yes', b: 'No', c: 'No Service has one' })).toEqual({ a: '1', b: '2', c: '3' });
  expect(keysOf({ a: 'None', b: 'Yes' })).toEqual({ a: '1', b: '2' });
});

it('gives every answer of every question a key, up to the ninth', () => {
  for (const { en } of Object.values(symptomTexts)) {
    for (const { answers } of Object.values(en.steps)) {
      const keys = Object.values(keysOf(answers));
      expect(keys.slice(0, 9)).not.toContain(null);
      expect(new Set(keys.slice(0, 9)).size).toBe(Math.min(9, keys.length));
    }
  }
});
