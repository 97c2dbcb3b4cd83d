import type { ProbeTexts, RemediationText, SymptomText } from '../catalogue/texts';
import type { Language } from '../i18n/language';
import type { Block } from './blocks';
import type { TranscriptRecord } from './record';
import en from './text.en.json';
import ja from './text.ja.json';

type Key = keyof typeof en;
const tables: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { en, ja };

/** What the catalogue says, in the language of the transcript. */
export interface Words {
  readonly symptoms: Readonly<Record<string, SymptomText>>;
  readonly remediations: Readonly<Record<string, RemediationText>>;
  readonly probes: ProbeTexts;
}

/** The title of a transcript. */
export function titleOf(record: TranscriptRecord, language: Language, words: Words): string {
  return tables[language].title.replace('{symptom}', words.symptoms[record.symptom]?.title ?? record.symptom);
}

/** A record as a document for people. */
export function documentOf(record: TranscriptRecord, language: Language, words: Words): readonly Block[] {
  const t = (key: Key) => tables[language][key];
  const word = (set: string, member: string) => {
    const key = `${set}.${member}`;
    return Object.hasOwn(en, key) ? t(key as Key) : member; // an own key of the table, as just checked
  };
  const write = writer(language, words, t, word);
  return [
    { kind: 'heading', level: 1, text: titleOf(record, language, words) },
    {
      kind: 'list',
      items: [
        `${t('node')}: ${record.source}`,
        `${t('started')}: ${record.started}`,
        `${t('session')}: ${record.session}`,
        `${t('version')}: ${record.version}`,
      ],
    },
    { kind: 'heading', level: 2, text: t('result') },
    ...write.result(record),
    { kind: 'heading', level: 2, text: t('path') },
    ...record.path.flatMap((step) => write.step(step)),
    { kind: 'heading', level: 2, text: t('ruled-out') },
    write.listOrNone(
      record.ruledOut.map(({ symptom, cause }) => words.symptoms[symptom]?.causes[cause]?.title ?? cause),
    ),
    { kind: 'heading', level: 2, text: t('not-checked') },
    write.listOrNone(
      record.notChecked.map(
        ({ probe, reason, detail }) => `${words.probes[probe]?.title ?? probe}: ${word('reason', reason)} (${detail})`,
      ),
    ),
    { kind: 'heading', level: 2, text: t('not-looked-at') },
    write.listOrNone(record.notLookedAt.map((key) => write.question(key))),
    { kind: 'heading', level: 2, text: t('changes') },
    ...(record.changes.length === 0
      ? [write.listOrNone([])]
      : record.changes.flatMap((change) => write.change(change))),
    { kind: 'heading', level: 2, text: t('reads') },
    ...record.reads.flatMap((read): Block[] => [
      { kind: 'heading', level: 3, text: `${words.probes[read.probe]?.title ?? read.probe}: ${read.name}` },
      {
        kind: 'paragraph',
        text: t('read')
          .replace('{at}', read.at)
          .replace('{milliseconds}', String(read.milliseconds))
          .replace('{outcome}', `${word('reason', read.outcome)} ${read.detail}`.trim()),
      },
      { kind: 'code', text: read.line },
    ]),
  ];
}

type Cited = TranscriptRecord['path'][number]['citations'][number];

function writer(
  language: Language,
  words: Words,
  t: (key: Key) => string,
  word: (set: string, member: string) => string,
) {
  const stepText = (key: string) => {
    const [symptom = '', step = ''] = key.split('/');
    return words.symptoms[symptom]?.steps[step];
  };
  const cited = ({ probe, pointer, value }: Cited) =>
    `${words.probes[probe]?.title ?? probe} ${pointer.slice(1).replaceAll('/', '.')} = ${typeof value === 'string' ? value : JSON.stringify(value)}`;
  const evidence = (citations: readonly Cited[]): Block[] =>
    citations.length === 0 ? [] : [{ kind: 'code', text: citations.map(cited).join('\n') }];
  const listOrNone = (items: readonly string[]): Block =>
    items.length === 0 ? { kind: 'paragraph', text: t('none') } : { kind: 'list', items };
  return {
    listOrNone,
    question: (key: string) => stepText(key)?.question ?? key,
    result({ finding, end }: TranscriptRecord): Block[] {
      if (!finding) {
        return [
          {
            kind: 'paragraph',
            text: t(end === 'ruled-out' ? 'nothing-found' : end === 'unknown' ? 'no-finding' : 'not-ended'),
          },
        ];
      }
      const text = words.symptoms[finding.symptom]?.causes[finding.cause];
      return [
        { kind: 'paragraph', text: `${word('verdict', finding.verdict)}: ${text?.title ?? finding.cause}` },
        ...(text ? [{ kind: 'paragraph' as const, text: text.explanation }] : []),
        ...(finding.byDesign ? [{ kind: 'paragraph' as const, text: t('by-design') }] : []),
        ...evidence(finding.citations),
      ];
    },
    step({ step, answer, by, citations }: TranscriptRecord['path'][number]): Block[] {
      const said =
        answer === null ? t('open') : answer === 'unsure' ? t('unsure') : (stepText(step)?.answers[answer] ?? answer);
      return [
        { kind: 'heading', level: 3, text: stepText(step)?.question ?? step },
        { kind: 'paragraph', text: by === null ? said : `${said} (${word('by', by)})` },
        ...evidence(citations),
      ];
    },
    change(change: TranscriptRecord['changes'][number]): Block[] {
      const state =
        change.status === 'undone'
          ? t('undone')
          : change.result === null
            ? word('run', change.status)
            : word('result', change.result);
      return [
        { kind: 'heading', level: 3, text: words.remediations[change.remediation]?.title ?? change.remediation },
        { kind: 'paragraph', text: `${change.at}: ${state}` },
        {
          kind: 'code',
          text: change.steps
            .map(({ line, status, detail }) => `${line}  # ${word('step', status)} ${detail}`.trimEnd())
            .join('\n'),
        },
        ...(change.values.length === 0
          ? []
          : [
              {
                kind: 'table' as const,
                head: [t('value'), t('before'), t('after')],
                rows: change.values.map(({ probe, pointer, before, after }) => [
                  `${words.probes[probe]?.title ?? probe} ${pointer}`,
                  JSON.stringify(before),
                  JSON.stringify(after),
                ]),
              },
            ]),
      ];
    },
  };
}
