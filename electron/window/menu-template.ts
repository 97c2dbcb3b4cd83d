import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '../../shared/i18n/language';
import texts from './menu-texts.json';

type Item = MenuItemConstructorOptions;

/** The menu of the window. Electron knows the words of its roles in English only, so each has its own here. */
export function menuTemplate(language: Language, packaged: boolean): Item[] {
  const t = texts[language];
  const item = (role: NonNullable<Item['role']>, label: string): Item => ({ role, label });
  const edit = [
    item('undo', t.undo),
    item('redo', t.redo),
    item('cut', t.cut),
    item('copy', t.copy),
    item('paste', t.paste),
    item('selectAll', t.selectAll),
  ];
  const view = [
    item('resetZoom', t.resetZoom),
    item('zoomIn', t.zoomIn),
    // The plain key, without Shift, that people press for it.
    { ...item('zoomIn', t.zoomIn), accelerator: 'CommandOrControl+=', visible: false },
    item('zoomOut', t.zoomOut),
    item('togglefullscreen', t.fullScreen),
  ];
  const develop: Item[] = [{ role: 'reload' }, { role: 'toggleDevTools' }];
  return [
    { label: 'Winnow', submenu: [item('quit', t.quit)] },
    { label: t.edit, submenu: edit },
    { label: t.view, submenu: packaged ? view : [...view, ...develop] },
  ];
}
