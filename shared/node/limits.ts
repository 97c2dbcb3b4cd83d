import type { Answer } from './read';

/** What keeps a shell from asking or changing everything. Each has a text in both languages that says what to do. */
export const LIMITS = ['not-elevated', 'constrained', 'not-64-bit', 'missing-modules'] as const;
export type Limit = (typeof LIMITS)[number];

/** The limits of a shell, by what it says of itself. */
export function limitsOf(shell: Answer<'shell'>): Limit[] {
  const { elevated, languageMode, os64, process64, missingModules } = shell;
  return LIMITS.filter(
    (limit) =>
      ({
        'not-elevated': !elevated,
        constrained: languageMode !== 'FullLanguage',
        'not-64-bit': os64 && !process64,
        'missing-modules': missingModules.length > 0,
      })[limit],
  );
}
