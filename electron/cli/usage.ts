import type { CommanderError } from 'commander';
import { quoted } from './clean';
import type { Key, Say } from './texts';

const SENTENCES: Readonly<Record<string, Key>> = {
  'commander.unknownOption': 'bad.usage.unknown-option',
  'commander.missingArgument': 'bad.usage.value-missing',
  'commander.optionMissingArgument': 'bad.usage.value-missing',
  'commander.invalidArgument': 'bad.usage.bad-value',
  'commander.excessArguments': 'bad.usage.too-many',
};

/** What is wrong with the arguments, in one sentence. */
export function usageSentence(t: Say, { code, message }: CommanderError): string {
  const key = SENTENCES[code];
  // The parser names the culprit in quotes; everything else of its sentence is English.
  const what = /'([^']*)'/.exec(message)?.[1];
  return key && what !== undefined ? t(key, { what: quoted(what) }) : t('bad.usage', { detail: quoted(message) });
}
