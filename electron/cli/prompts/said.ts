import { styleText } from 'node:util';
import { clean } from '../clean';
import { wrap } from './wrap';

/** Text with its heading, set off by an empty line and as wide as the terminal. */
export function said(text: string, title?: string): string {
  const columns = process.stdout.columns - 1;
  const heading = title === undefined ? '' : `${styleText('bold', wrap(clean(title), columns))}\n`;
  const body = wrap(clean(text).trimEnd(), columns);
  return `\n${heading}${body}${body === '' ? '' : '\n'}`;
}
