import { expect, it } from 'vitest';
import type { Group, Risk } from '../../shared/catalogue/define';
import type { Verification } from '../../shared/engine/verify';
import type { AnsweredBy, End } from '../../shared/engine/walk';
import type { Reason } from '../../shared/node/outcome';
import type { Irreversible } from '../../shared/node/write';
import type { Run, RunStep } from '../../shared/session/runs';
import type { Replaced } from '../../shared/transcript/redact';
import type { Unreadable } from '../journal/read';
import type { Trouble } from '../session/core';
import type { Format } from './options';
import en from './text.en.json';
import ja from './text.ja.json';

/** The texts of everything that is said by the name of a member: one that is missing does not compile. */
type Members =
  | `trouble.${Trouble}`
  | `reason.${Reason}`
  | `result.${Verification | Exclude<Run['status'], 'verified'>}`
  | `step.${RunStep['status']}`
  | `end.${Exclude<End['kind'], 'finding'>}`
  | `by.${AnsweredBy}`
  | `risk.${Risk}`
  | `group.${Group}`
  | `why.${Irreversible}`
  | `hidden.${Replaced['what']}`
  | `format.${Format}`
  | `unreadable.${Unreadable['why']}`;

const both: ReadonlyArray<Readonly<Record<Members, string>>> = [en, ja];

it('says every member in both languages', () => {
  for (const texts of both) expect(Object.keys(texts)).toEqual(Object.keys(en));
});
