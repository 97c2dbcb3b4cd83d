import { Command, CommanderError, Option } from 'commander';
import { pickLanguage } from '../../shared/i18n/language';
import { messageOf } from '../journal/files';
import { check } from './check';
import { diagnose } from './diagnose';
import { exportSession, LATEST } from './export';
import { BadInput, type Context, EXIT, type Exit, type Io } from './io';
import { listPractice, listSymptoms } from './list';
import { FORMATS, type Options } from './options';
import { recogniseInput } from './recognise';
import { sayIn } from './texts';
import { wizard } from './wizard';

/** Runs the terminal twin: what `argv` (without program and script) says, on these surroundings. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<Exit> {
  let language = pickLanguage(io.locales);
  try {
    let exit: Exit = EXIT.nothing;
    const program = commands(io, (options, work) => {
      language = options.lang ?? language;
      const context: Context = { io, options, language, t: sayIn(language) };
      return Promise.resolve(work(context)).then((code) => {
        exit = code;
      });
    });
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    const t = sayIn(language);
    if (error instanceof CommanderError) return usage(error, io, t('bad.usage', { detail: error.message }));
    if (error instanceof BadInput) {
      io.err(`${error.message}\n`);
      return EXIT.usage;
    }
    io.err(`${t('internal', { detail: messageOf(error) })}\n`);
    return EXIT.internal;
  }
}

function usage({ exitCode }: CommanderError, io: Io, sentence: string): Exit {
  if (exitCode === 0) return EXIT.nothing;
  io.err(`${sentence}\n`);
  return EXIT.usage;
}

type Act = (options: Options, work: (context: Context) => Exit | Promise<Exit>) => Promise<void>;

function commands(io: Io, act: Act): Command {
  const program = new Command('winnow')
    .version(io.version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: () => undefined })
    .addOption(new Option('--lang <language>').choices(['en', 'ja']))
    .option('--json')
    .option('--node <node>')
    .option('--answers <file>');
  const all = (command: Command): Options => command.optsWithGlobals();
  const add = (name: string): Command =>
    program
      .command(name)
      .exitOverride()
      .addOption(new Option('--lang <language>').choices(['en', 'ja']))
      .option('--json')
      .option('--node <node>')
      .option('--answers <file>');
  program.action((_options: unknown, command: Command) => act(all(command), wizard));
  add('symptoms').action((_options: unknown, command: Command) => act(all(command), listSymptoms));
  add('practice').action((_options: unknown, command: Command) => act(all(command), listPractice));
  add('recognise').action((_options: unknown, command: Command) => act(all(command), recogniseInput));
  add('check').action((_options: unknown, command: Command) => act(all(command), check));
  add('diagnose <symptom>')
    .option('--apply <remediation>')
    .option('--yes')
    .action((symptom: string, _options: unknown, command: Command) =>
      act(all(command), (context) => diagnose(context, symptom)),
    );
  add(`export [session]`)
    .addOption(new Option('--format <format>').choices([...FORMATS]))
    .option('--output <file>')
    .action((session: string | undefined, _options: unknown, command: Command) =>
      act(all(command), (context) => exportSession(context, session ?? LATEST)),
    );
  return program;
}
