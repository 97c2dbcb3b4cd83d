import type { Language } from '../../shared/i18n/language';

/** The formats in which a session is handed out here. */
export const FORMATS = ['markdown', 'html', 'json', 'bundle'] as const;
export type Format = (typeof FORMATS)[number];

/** What may stand before or after every command. */
export interface Options {
  readonly json?: boolean;
  readonly lang?: Language;
  /** `live`, `practice:<id>` or `bundle:<file>`. */
  readonly node?: string;
  /** The PowerShell for the live node: `windows`, `pwsh` or an absolute path. */
  readonly shell?: string;
  /** The file of answers. */
  readonly answers?: string;
  /** The remediation to apply. */
  readonly apply?: string;
  readonly yes?: boolean;
  /** Of `check`: a file for the JUnit report. */
  readonly junit?: string;
  /** Of `check`: an earlier `check --json` of the same node. */
  readonly compare?: string;
  /** Of `export`. */
  readonly format?: Format;
  /** The file that `export` writes. */
  readonly output?: string;
}
