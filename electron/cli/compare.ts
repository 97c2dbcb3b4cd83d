import type { CheckComparison } from '../../shared/engine/check';
import { messageOf, readBytes } from '../journal/files';
import { clean, quoted } from './clean';
import { parseJson } from './decode';
import { BadInput, type Context } from './io';
import { cited, type Speaking } from './print';
import { type Check, shapes } from './shapes';
import { member } from './texts';
import { wordsIn } from './words';

const MOST_BYTES = 16 * 1024 * 1024;

type Found = Check['findings'][number];

/** The earlier check that `--compare` names: what `check --json` printed then. */
export function loadCheck({ t, options }: Pick<Context, 't' | 'options'>): Check | null {
  const path = options.compare;
  if (path === undefined) return null;
  const file = quoted(path);
  let bytes: ReturnType<typeof readBytes>;
  try {
    bytes = readBytes(path, MOST_BYTES);
  } catch (error) {
    throw new BadInput(t('bad.compare-unreadable', { file, detail: quoted(messageOf(error)) }));
  }
  const parsed = bytes instanceof Uint8Array ? shapes.check.safeParse(parseJson(bytes)) : null;
  if (!parsed?.success) throw new BadInput(t('bad.compare-shape', { file }));
  return parsed.data;
}

/** What is new, gone and changed since the earlier check, with the values. */
export function comparisonText({ t, language, zone }: Speaking, compared: CheckComparison<Found, Found>): string {
  const words = wordsIn(language, t, zone);
  const { fresh, gone, changed } = compared;
  const title = ({ symptom, cause, verdict }: Found) =>
    `  ${member(t, 'verdict', verdict)}: ${words.cause(symptom, cause).title}`;
  const values = ({ citations }: Found) => cited(words, citations).map((line) => `      ${line}`);
  const group = (key: 'check.new' | 'check.gone' | 'check.changed', lines: readonly string[]) =>
    lines.length === 0 ? [] : [t(key), ...lines];
  const lines = [
    '',
    ...group('check.new', fresh.map(title)),
    ...group('check.gone', gone.map(title)),
    ...group(
      'check.changed',
      changed.flatMap(({ before, after }) => [
        title(after),
        `    ${t('check.before')}`,
        ...values(before),
        `    ${t('check.after')}`,
        ...values(after),
      ]),
    ),
  ];
  return clean(`${(lines.length === 1 ? ['', t('check.same')] : lines).join('\n')}\n`);
}
