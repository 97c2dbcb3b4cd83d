import { createTheme, type Theme } from '@mui/material/styles';
import { enUS, jaJP } from '@mui/material/locale';
import type { Language } from '../../shared/i18n/language';

const SANS = '"Segoe UI Variable Text", "Segoe UI", "Yu Gothic UI", Meiryo, "Noto Sans CJK JP", system-ui, sans-serif';
export const MONO = '"Cascadia Mono", Consolas, "Noto Sans Mono CJK JP", "MS Gothic", monospace';

/** A small window, or a large one at 200 %: things stack. */
export const SMALL = '@media (max-width: 719px), (max-height: 479px)';

declare module '@mui/material/styles' {
  interface Palette {
    readonly verdict: VerdictColours;
    /** Behind what needs attention, without being wrong. */
    readonly warningSurface: string;
  }
  interface PaletteOptions {
    readonly verdict: VerdictColours;
    readonly warningSurface: string;
  }
}

interface VerdictColours {
  readonly confirmed: string;
  readonly likely: string;
  readonly 'ruled-out': string;
  readonly unknown: string;
  readonly 'could-not-check': string;
}

// At least 4.5:1 on the surfaces below.
const LIGHT: VerdictColours = {
  confirmed: '#b3261e',
  likely: '#8a5300',
  'ruled-out': '#3f6b53',
  unknown: '#5c5c5c',
  'could-not-check': '#6b3fa0',
};
const DARK: VerdictColours = {
  confirmed: '#ff8a80',
  likely: '#ffb74d',
  'ruled-out': '#8fc7a6',
  unknown: '#b8b8b8',
  'could-not-check': '#c6a6f5',
};

/** Calm and dense: system type, borders instead of shadows, one accent. */
export function winnowTheme(mode: 'light' | 'dark', language: Language): Theme {
  const dark = mode === 'dark';
  return createTheme(
    {
      palette: {
        mode,
        primary: { main: dark ? '#6cb6ff' : '#005fb8' },
        background: dark ? { default: '#1e1e1e', paper: '#252526' } : { default: '#ffffff', paper: '#f7f7f7' },
        text: dark ? { primary: '#e4e4e4', secondary: '#b4b4b4' } : { primary: '#1b1b1b', secondary: '#555555' },
        divider: dark ? '#3c3c3c' : '#dddddd',
        verdict: dark ? DARK : LIGHT,
        warningSurface: dark ? '#3a2f14' : '#fff4d6',
      },
      spacing: 4,
      shape: { borderRadius: 6 },
      typography: {
        fontFamily: SANS,
        fontSize: 14,
        body1: { fontSize: 14 },
        body2: { fontSize: 13 },
        h1: { fontSize: 20, fontWeight: 600, lineHeight: 1.35 },
        h2: { fontSize: 16, fontWeight: 600, lineHeight: 1.35 },
        h3: { fontSize: 14, fontWeight: 600, lineHeight: 1.35 },
        button: { textTransform: 'none' },
      },
      transitions: { create: () => 'none' },
      components: {
        MuiButtonBase: { defaultProps: { disableRipple: true } },
        MuiButton: {
          defaultProps: { disableElevation: true, size: 'small' },
          // Contrast themes leave nothing of a filled button but its border.
          styleOverrides: { root: { lineHeight: 1.5 }, contained: { border: '1px solid transparent' } },
        },
        MuiDialog: { defaultProps: { transitionDuration: 0 }, styleOverrides: { paper: { backgroundImage: 'none' } } },
        MuiDialogTitle: { styleOverrides: { root: { fontSize: 16, fontWeight: 600, padding: '16px 24px 12px' } } },
        MuiDialogActions: { styleOverrides: { root: { padding: '4px 16px 12px' } } },
        MuiPaper: { defaultProps: { elevation: 0, variant: 'outlined' } },
        MuiCssBaseline: {
          styleOverrides: {
            'html, body, #root': { height: '100%' },
            // Drawings follow a contrast theme; what they say is in their shape.
            '@media (forced-colors: active)': {
              'svg, svg path': { color: 'CanvasText !important' },
              // Fills are taken away there: what only a fill tells gets one of the theme's own.
              '.MuiTabs-indicator, .MuiLinearProgress-bar': {
                backgroundColor: 'Highlight !important',
                forcedColorAdjust: 'none',
              },
            },
            // Japanese lines end between phrases, not within a word.
            ':lang(ja)': { wordBreak: 'auto-phrase' },
            // Long words of machines wrap wherever they stand.
            'h1, h2, h3, p, li, dd': { overflowWrap: 'anywhere' },
            mark: { backgroundColor: dark ? '#5c4b00' : '#ffef9e', color: 'inherit', borderRadius: 2 },
            ':focus-visible': { outline: `2px solid ${dark ? '#6cb6ff' : '#005fb8'} !important`, outlineOffset: 1 },
            // These have a frame of their own that tells.
            '.MuiInputBase-input:focus-visible': { outline: 'none !important' },
          },
        },
      },
    },
    language === 'ja' ? jaJP : enUS,
  );
}
