import type { Check, CheckedCause } from '../../shared/engine/check';
import { cited, type Speaking } from './print';
import { member } from './texts';
import { wordsIn } from './words';

interface Case {
  readonly group: string;
  readonly name: string;
  /** Null: passed. */
  readonly result: {
    readonly kind: 'failure' | 'skipped';
    readonly type: string;
    readonly message: string;
    readonly text: string;
  } | null;
}

/**
 * A check as a JUnit report: a test case for each cause that was found (failed) or ruled out (passed), and for each
 * probe or question without an answer (skipped).
 */
export function junitOf({ t, language, zone }: Speaking, check: Check, node: string): string {
  const words = wordsIn(language, t, zone);
  const evidence = ({ citations }: CheckedCause) => cited(words, citations);
  const cases: readonly Case[] = [
    ...check.findings.map((found) => {
      const { title, explanation } = words.cause(found.symptom, found.cause);
      const text = [explanation, ...evidence(found)].join('\n');
      const result = { kind: 'failure', type: found.verdict, message: title, text } as const;
      return { group: found.symptom, name: found.cause, result };
    }),
    ...check.ruledOut.map(({ symptom, cause }) => ({ group: symptom, name: cause, result: null })),
    ...check.notChecked.map(({ probe, reason, detail }) => {
      const result = { kind: 'skipped', type: reason, message: member(t, 'reason', reason), text: detail } as const;
      return { group: 'could-not-check', name: probe, result };
    }),
    ...check.needsAnswer.map((step) => {
      const result = { kind: 'skipped', type: 'needs-answer', message: words.question(step), text: '' } as const;
      return { group: 'needs-answer', name: step, result };
    }),
  ];
  const count = (kind: string) => cases.filter(({ result }) => result?.kind === kind).length;
  const totals = `tests="${cases.length}" failures="${count('failure')}" skipped="${count('skipped')}"`;
  const body = cases.map(caseXml).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${totals}>\n<testsuite name="${escaped(`winnow check ${node}`)}" ${totals}>\n${body}\n</testsuite>\n</testsuites>\n`;
}

function caseXml({ group, name, result }: Case): string {
  const head = `  <testcase classname="${escaped(group)}" name="${escaped(name)}"`;
  if (result === null) return `${head}/>`;
  const { kind, type, message, text } = result;
  return `${head}><${kind} type="${escaped(type)}" message="${escaped(message)}">${escaped(text)}</${kind}></testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML 1.0 may hold it: what has no place in it is replaced. */
function escaped(text: string): string {
  return text
    .replaceAll(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
    .replaceAll('\n', '&#10;');
}
