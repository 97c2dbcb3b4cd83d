import { clean } from './clean';
import { EXIT, type Exit } from './io';
import { cited, explainedBy, offeredLines, restLines, type Speaking, verdictMark } from './print';
import type { Check } from './shapes';
import { member } from './texts';
import { wordsIn } from './words';

type Found = Check['findings'][number];

/** A check of everything for people: by verdict, causes above what follows from them, then what is missing. */
export function checkText(context: Speaking, check: Check, exit: Exit, node: string): string {
  const { t, language, zone } = context;
  const words = wordsIn(language, t, zone);
  const { findings, needsAnswer } = check;
  const follows = (found: Found) => findings.some((root) => explainedBy(root).includes(found.cause));
  const roots = findings.filter((found) => !follows(found));
  const group = (title: string, found: readonly Found[]) =>
    found.length === 0 ? [] : ['', title, ...found.flatMap((item) => foundLines(context, item, findings))];
  const nothing = exit === EXIT.nothing ? 'check.nothing' : 'check.unsaid';
  const lines = [
    t('node', { node: words.node(node) }),
    ...(findings.length === 0 ? ['', t(nothing)] : []),
    ...group(
      t('check.confirmed'),
      roots.filter(({ verdict }) => verdict === 'confirmed'),
    ),
    ...group(
      t('check.likely'),
      roots.filter(({ verdict }) => verdict === 'likely'),
    ),
    ...group(t('check.follows'), findings.filter(follows)),
    ...(needsAnswer.length > 0 ? ['', t('check.needs-answer')] : []),
    ...needsAnswer.map((key) => `  ${key}: ${words.question(key)}`),
    ...restLines(context, check),
  ];
  return clean(`${lines.join('\n')}\n`);
}

function foundLines(context: Speaking, found: Found, all: readonly Found[]): readonly string[] {
  const { t, language, zone } = context;
  const words = wordsIn(language, t, zone);
  const { title, explanation } = words.cause(found.symptom, found.cause);
  const explains = all.filter(({ cause }) => explainedBy(found).includes(cause));
  const lines = [
    explanation,
    ...cited(words, found.citations).map((line) => `    ${line}`),
    ...explains.map(({ symptom, cause }) => t('finding.explains', { cause: words.cause(symptom, cause).title })),
    ...offeredLines(context, found.remediations).filter((line) => line !== ''),
  ];
  const head = `${verdictMark(found.verdict)} ${member(t, 'verdict', found.verdict)}: ${title}`;
  return [head, `  ${found.symptom}: ${words.symptom(found.symptom)}`, ...lines.map((line) => `  ${line}`)];
}
