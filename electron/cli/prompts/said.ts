import { styleText } from 'node:util';
import { clean } from '../clean';

/** Text with its heading, set off by an empty line. */
export function said(text: string, title?: string): string {
  const heading = title === undefined ? '' : `${styleText('bold', clean(title))}\n`;
  return `\n${heading}${clean(text).trimEnd()}\n`;
}
