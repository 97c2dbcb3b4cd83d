import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CannotInterpret } from '../../../node/outcome';
import { hnsObjects, sameId } from './hns';

const schema = z.object({ ID: z.string() });

function outcomeOf(json: string): unknown {
  try {
    return hnsObjects(schema, json);
  } catch (error) {
    if (error instanceof CannotInterpret) return error.outcome;
    throw error;
  }
}

describe('the objects in an answer of HNS', () => {
  it.each([
    ['a list in its envelope', '{"Success":true,"Output":[{"ID":"a"},{"ID":"b"}]}', 2],
    ['one object in its envelope', '{"Success":true,"Output":{"ID":"a"}}', 1],
    ['an empty list', '{"Success":true,"Output":[]}', 0],
    ['no output at all', '{"Success":true}', 0],
    ['an output of nothing', '{"Success":true,"Output":null}', 0],
    ['a bare list, as the module gives it', '[{"ID":"a"}]', 1],
    ['a bare object, as the module gives it', '{"ID":"a"}', 1],
    ['a byte order mark', '\ufeff{"Success":true,"Output":[{"ID":"a"}]}', 1],
    ['times above 2^53', '{"Success":true,"Output":[{"ID":"a","Health":{"LastUpdateTime":133523424668123456}}]}', 1],
  ])('are found: %s', (_case, json, count) => {
    expect(outcomeOf(json)).toHaveLength(count);
  });

  it.each([
    [
      'its own error keeps its code in hex',
      '{"Success":false,"Error":"指定されたポートは既に存在します。 ","ErrorCode":2151350291}',
      { reason: 'crashed', detail: 'HNS: 指定されたポートは既に存在します。 (0x803b0013)' },
    ],
    ['a code below zero', '{"Success":false,"Error":null,"ErrorCode":-2143617005}', { detail: 'HNS:  (0x803b0013)' }],
    [
      'access denied',
      '{"Success":false,"Error":"アクセスが拒否されました。 ","ErrorCode":2147942405}',
      { reason: 'not-elevated' },
    ],
    ['an error without a code', '{"Success":false}', { reason: 'crashed' }],
    ['no JSON', 'Networks:', { reason: 'bad-answer' }],
    ['a number', '7', { reason: 'bad-answer' }],
    ['objects without an id', '[{"Name":"x"}]', { reason: 'bad-answer' }],
  ])('are not guessed: %s', (_case, json, outcome) => {
    expect(outcomeOf(json)).toMatchObject({ kind: 'could-not-check', ...outcome });
  });
});

it('has ids in both cases taken for the same', () => {
  expect(sameId('3E0A6C2B')).toBe(sameId('3e0a6c2b'));
});
