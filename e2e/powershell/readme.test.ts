import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerSchemas } from '../../shared/node/read';
import type { WriteKind } from '../../shared/node/write';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

const WRITES: Readonly<Record<WriteKind, true>> = {
  service: true,
  'service-start': true,
  file: true,
  registry: true,
  'registry-key': true,
  'hns-delete': true,
  tool: true,
  'firewall-rule': true,
  route: true,
  process: true,
  restart: true,
};

/** The first cells of the table that begins so. */
function rows(heading: string): readonly string[] {
  const [, table = ''] = readme.split(`| ${heading} `);
  return [...(table.split('\n\n')[0] ?? '').matchAll(/^\| `([\w-]+)`/gm)].map(([, name = '']) => name);
}

test('the README tells of every read how far it is proven', () => {
  expect([...rows('Read')].sort()).toEqual(Object.keys(answerSchemas).sort());
});

test('and of every write', () => {
  expect([...rows('Write')].sort()).toEqual(Object.keys(WRITES).sort());
});
