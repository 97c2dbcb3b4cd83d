import { firstScripts, gzipped } from '../package/graph';
import { inKb, limited, type Row } from './measure';

const FIRST_LIMIT = 300_000;

/** The scripts that the page loads before anything else, as gzip would send them. */
export function measurePage(): readonly Row[] {
  return [limited('first scripts of the window, gzip', gzipped(firstScripts()), FIRST_LIMIT, inKb)];
}
