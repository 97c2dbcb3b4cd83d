import { answered, type Outcome } from '../../node/outcome';
import type { Answer } from '../../node/read';
import { nodeTime } from '../derive/api';
import type { NodeState } from '../state';

const CULTURES = {
  en: { ansiCodePage: '1252', oemCodePage: '437', culture: 'en-US' },
  ja: { ansiCodePage: '932', oemCodePage: '932', culture: 'ja-JP' },
} as const;

/** The shell that asks, and its clock. */
export function answerShell(state: NodeState): Outcome<Answer<'shell'>> {
  const { windows, shell } = state;
  const { ansiCodePage, oemCodePage, culture } = CULTURES[windows.language];
  return answered({
    version: shell.version,
    edition: shell.version.startsWith('5.') ? 'Desktop' : 'Core',
    languageMode: shell.languageMode,
    elevated: shell.elevated,
    process64: shell.process64,
    os64: true,
    ansiCodePage,
    oemCodePage,
    uiCulture: culture,
    culture,
    timeZone: windows.timeZone,
    utc: nodeTime(state),
    computerName: windows.hostname.toUpperCase().slice(0, 15),
    hostName: windows.hostname,
    executionPolicy: [
      'MachinePolicy=Undefined',
      'UserPolicy=Undefined',
      'Process=Undefined',
      'CurrentUser=Undefined',
      'LocalMachine=RemoteSigned',
    ],
    missingModules: [...shell.missingModules],
  });
}
