import { expect, it } from 'vitest';
import { LANGUAGES } from '../../shared/i18n/language';
import { menuTemplate } from './menu-template';

const items = (...of: Parameters<typeof menuTemplate>) =>
  menuTemplate(...of).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));

it.each(LANGUAGES)('has a word for everything in %s', (language) => {
  expect(menuTemplate(language, true).every(({ label }) => label)).toBe(true);
  expect(items(language, true).every(({ label }) => label)).toBe(true);
});

it('reloads and inspects only where it is developed', () => {
  const roles = (packaged: boolean) => items('en', packaged).map(({ role }) => role);
  expect(roles(true)).not.toContain('reload');
  expect(roles(true)).not.toContain('toggleDevTools');
  expect(roles(false)).toContain('toggleDevTools');
});
