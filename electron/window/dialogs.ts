import { type BrowserWindow, dialog } from 'electron';
import type { Language } from '../../shared/i18n/language';
import texts from './dialog-texts.json';
import type { Trouble } from './trouble';

/** Asks whether the page should be loaded again. The question goes away by itself, unanswered, when `signal` aborts. */
export async function askToLoadAgain(
  window: BrowserWindow,
  trouble: Trouble,
  language: Language,
  signal: AbortSignal,
): Promise<boolean> {
  const { message, detail, yes, no } = texts[language][trouble.kind];
  const seen = 'detail' in trouble && trouble.detail !== '' ? `${detail}\n\n${trouble.detail}` : detail;
  const options = { type: 'warning' as const, message, detail: seen, buttons: [yes, no], defaultId: 0, cancelId: 1 };
  return (await dialog.showMessageBox(window, { ...options, signal })).response === 0;
}

/** Asks whether to close although a remediation is under way. */
export function askToClose(window: BrowserWindow, language: Language): boolean {
  const { message, detail, stay, close } = texts[language].closing;
  const options = { type: 'warning' as const, message, detail, buttons: [stay, close], defaultId: 0, cancelId: 0 };
  return dialog.showMessageBoxSync(window, options) === 1;
}

/** Says that the program cannot start, and why. Returns once that was read. */
export function sayNotStarted(language: Language, why: string): void {
  const { message, detail } = texts[language]['not-started'];
  dialog.showErrorBox(message, `${detail}\n\n${why}`);
}
