import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { packBundle, unpackBundle } from './bundle';

it('opens what it packed', () => {
  expect(unpackBundle(packBundle([], new Map()))).toEqual({ entries: [], raw: new Map() });
});

it('refuses an archive whose manifest leaves out the events', () => {
  const files = unzipSync(packBundle([], new Map()));
  const manifest = strToU8(JSON.stringify({ format: 'winnow-bundle-1', files: {} }));
  expect(unpackBundle(zipSync({ ...files, 'manifest.json': manifest }))).toMatchObject({ kind: 'unreadable' });
});

it('refuses what is no archive', () => {
  expect(unpackBundle(strToU8('no archive'))).toMatchObject({ kind: 'unreadable' });
});
