import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inKb, limited, type Row } from './measure';

const PAGE = join(import.meta.dirname, '../../out/renderer');
const FIRST_LIMIT = 300_000;

/** The scripts that the page loads before anything else, as gzip would send them. */
export function measurePage(): readonly Row[] {
  const index = join(PAGE, 'index.html');
  if (!existsSync(index)) return [];
  const named = [...readFileSync(index, 'utf8').matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)];
  const files = [...new Set(named.flatMap(([, file]) => (file === undefined ? [] : [file])))];
  if (files.length === 0) throw new Error('the built page names no script');
  const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(PAGE, file))).length, 0);
  return [limited('first script of the window, gzip', size, FIRST_LIMIT, inKb)];
}
