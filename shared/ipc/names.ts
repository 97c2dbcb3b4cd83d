import type { CommandName, NoticeName } from './contract';

/**
 * The names that the page may use. They are checked against the contract by type alone, so that whoever needs no more
 * than them (the sandboxed preload script, the start of the program) stays free of any library.
 */
export const COMMANDS: Readonly<Record<CommandName, true>> = {
  'app.view': true,
  'app.settings': true,
  'app.use-node': true,
  'app.nodes': true,
  'app.open-bundle': true,
  'app.show-journal': true,
  'app.restart-elevated': true,
  'app.open-link': true,
  'app.copy': true,
  'app.page-error': true,
  'app.recognise': true,
  'session.list': true,
  'session.start': true,
  'session.resume': true,
  'session.view': true,
  'session.answer': true,
  'session.settle': true,
  'session.back': true,
  'session.ask-again': true,
  'session.cancel': true,
  'session.close': true,
  'check.view': true,
  'check.start': true,
  'check.cancel': true,
  'check.answer': true,
  'check.compare': true,
  'evidence.reads': true,
  'evidence.raw': true,
  'remedy.preview': true,
  'remedy.apply': true,
  'remedy.undo': true,
  'export.preview': true,
  'export.save': true,
  'export.show': true,
};

export const NOTICES: Readonly<Record<NoticeName, true>> = {
  'session.changed': true,
  'app.changed': true,
  'check.changed': true,
};
