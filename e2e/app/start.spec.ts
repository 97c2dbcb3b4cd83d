import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch';

test('a start is logged with the time of each of its stations', async ({ open }) => {
  const { data } = await open();
  const log = () => readFileSync(join(data, 'winnow.log'), 'utf8');
  await expect.poll(log).toMatch(/start: ready \d+ ms, window \d+ ms, painted \d+ ms, answering \d+ ms\n/);
});
