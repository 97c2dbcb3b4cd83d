import { isLanguage, pickLanguage } from '../../shared/i18n/language';
import type { Settings } from '../../shared/ipc/contract';

const { lang, dataset } = document.documentElement;
const themes = ['system', 'light', 'dark'] as const satisfies ReadonlyArray<Settings['theme']>;

/** The look that the page was served with; it holds until the settings arrive. A development server fills in none. */
export const served: Pick<Settings, 'language' | 'theme'> = {
  language: isLanguage(lang) ? lang : pickLanguage(navigator.languages),
  theme: themes.find((theme) => theme === dataset.theme) ?? 'system',
};
