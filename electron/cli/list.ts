import { isSymptomId, symptoms } from '../../shared/catalogue/symptoms';
import { words as catalogueWords } from '../../shared/catalogue/words';
import { practiceNodes } from '../../shared/practice/nodes';
import { json } from './clean';
import { type Context, EXIT, type Exit } from './io';
import { wordsIn } from './words';

/** Lists the symptoms. */
export function listSymptoms({ io, options, language }: Context): Exit {
  const list = Object.values(symptoms).map(({ id, code, anchor, group }) => ({
    id,
    code,
    anchor,
    group,
    title: titleOf(id),
  }));
  io.out(options.json ? json(list) : table(list.map(({ id, code, title }) => [id, code, title[language]])));
  return EXIT.nothing;
}

/** Lists the practice nodes. */
export function listPractice({ io, options, language, t }: Context): Exit {
  const words = wordsIn(language, t);
  const list = practiceNodes.map(({ id, symptom, cause, flavour, language: speaks, build, answers }) => ({
    id,
    symptom,
    cause,
    flavour,
    language: speaks,
    build,
    ...(answers ? { answers } : {}),
  }));
  io.out(
    options.json
      ? json(list)
      : table(list.map(({ id, symptom, flavour, build }) => [id, symptom ?? '-', flavour, build, words.practice(id)])),
  );
  return EXIT.nothing;
}

function titleOf(id: string): { readonly en: string; readonly ja: string } {
  if (!isSymptomId(id)) return { en: id, ja: id };
  return { en: catalogueWords.en.symptoms[id].title, ja: catalogueWords.ja.symptoms[id].title };
}

/** Rows in columns; the last one is as long as it is. */
function table(rows: ReadonlyArray<readonly string[]>): string {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0))).join('  ');
  return rows.map((row) => `${line(row)}\n`).join('');
}
