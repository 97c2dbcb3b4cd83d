import { Command, CommanderError, Option } from 'commander';
import { isLanguage, LANGUAGES, type Language, pickLanguage } from '../../shared/i18n/language';
import { messageOf } from '../journal/files';
import { check } from './check';
import { quoted } from './clean';
import { diagnose } from './diagnose';
import { exportSession, LATEST } from './export';
import { BadInput, type Context, EXIT, type Exit, type Io } from './io';
import { printLines, printScript } from './lines';
import { listPractice, listSymptoms } from './list';
import { FORMATS } from './options';
import { recogniseInput } from './recognise';
import { nearText, sayIn } from './texts';
import { usageSentence } from './usage';
import { wizard } from './wizard/wizard';

/** Runs the terminal twin: what `argv` (without program and script) says, on these surroundings. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<Exit> {
  const language = languageOf(argv, io);
  const t = sayIn(language);
  try {
    let exit: Exit = EXIT.nothing;
    const program = commands(io, t('help'), async (command, work) => {
      exit = await work({ io, options: command.optsWithGlobals(), language, t, zone: io.zone });
    });
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.nothing; // --help and --version
      io.err(`${usageSentence(t, error)}\n`);
      return EXIT.usage;
    }
    if (error instanceof BadInput) {
      io.err(`${error.message}\n`);
      return EXIT.usage;
    }
    io.err(`${t('internal', { detail: quoted(messageOf(error)) })}\n`);
    return EXIT.internal;
  }
}

/** The language that is asked for, known before anything else can go wrong; else that of the terminal. */
function languageOf(argv: readonly string[], io: Io): Language {
  const at = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const wanted = argv[at]?.split('=')[1] ?? argv[at + 1] ?? '';
  return at >= 0 && isLanguage(wanted) ? wanted : pickLanguage(io.locales);
}

type Act = (command: Command, work: (context: Context) => Exit | Promise<Exit>) => Promise<void>;

function commands(io: Io, help: string, act: Act): Command {
  const common = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput({ writeOut: (text) => io.out(text), writeErr: () => undefined })
      .configureHelp({ formatHelp: () => help })
      .showSuggestionAfterError(false)
      .addOption(new Option('--lang <language>').choices([...LANGUAGES]))
      .option('--json')
      .option('--node <node>')
      .option('--shell <shell>')
      .option('--answers <file>');
  const program = common(new Command('winnow')).version(io.version).helpCommand(true);
  const add = (name: string): Command => common(program.command(name));
  // Only what is no command comes here as an argument.
  program.argument('[command...]').action((words: readonly string[], _options: unknown, command: Command) =>
    act(command, (context) => {
      const [word] = words;
      if (word === undefined) return wizard(context);
      const near = nearText(
        context.t,
        word,
        program.commands.map((known) => known.name()),
      );
      throw new BadInput(context.t('bad.command', { what: quoted(word), near }));
    }),
  );
  add('symptoms').action((_options: unknown, command: Command) => act(command, listSymptoms));
  add('practice').action((_options: unknown, command: Command) => act(command, listPractice));
  add('recognise').action((_options: unknown, command: Command) => act(command, recogniseInput));
  add('check')
    .option('--junit <file>')
    .option('--compare <file>')
    .action((_options: unknown, command: Command) => act(command, check));
  add('lines <id>').action((id: string, _options: unknown, command: Command) =>
    act(command, (context) => printLines(context, id)),
  );
  add('script').action((_options: unknown, command: Command) => act(command, printScript));
  add('diagnose [symptom]')
    .option('--apply <remediation>')
    .option('--yes')
    .action((symptom: string | undefined, _options: unknown, command: Command) =>
      act(command, (context) => diagnose(context, symptom)),
    );
  add('export [session]')
    .addOption(new Option('--format <format>').choices([...FORMATS]))
    .option('--output <file>')
    .action((session: string | undefined, _options: unknown, command: Command) =>
      act(command, (context) => exportSession(context, session ?? LATEST)),
    );
  return program;
}
