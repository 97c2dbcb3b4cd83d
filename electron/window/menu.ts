import { Menu } from 'electron';
import type { Language } from '../../shared/i18n/language';
import { menuTemplate } from './menu-template';

/** Puts the menu up, in the person's language; again when that changes. */
export function installMenu(packaged: boolean, language: Language = 'en'): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, packaged)));
}
