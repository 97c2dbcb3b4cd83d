/**
 * Everything that can go wrong with a command. Each has a text in both languages, by the key `trouble.<name>`: one that
 * is missing here or there does not compile.
 */
export const TROUBLES = [
  // of a session
  'no-session',
  'session-open',
  'busy',
  'unknown-symptom',
  'not-on-path',
  'unknown-answer',
  'nothing-to-settle',
  'no-finding',
  'not-offered',
  'no-evidence',
  'read-only',
  'old-preview',
  'wrong-name',
  'no-such-run',
  'nothing-to-undo',
  'later-run-first',
  'old-evidence',
  'other-node',
  'other-catalogue',
  'stopped',
  'unreadable',
  // of a journal
  'journal-missing',
  'journal-empty',
  'journal-not-a-file',
  'journal-too-large',
  'journal-damaged',
  'journal-no-access',
  // of a node
  'no-shell',
  'shell-forbidden',
  'shell-failed',
  'shell-silent',
  'not-powershell',
  'not-windows',
  'not-a-node',
  'not-restarted',
  'folder-writable',
  'bundle-first',
  // of the settings
  'settings-damaged',
  'settings-not-kept',
  // of the window's own commands
  'unknown-id',
  'leak',
  'not-saved',
  'refused',
  'bug',
] as const;
