/** What can be said of a cause or a check. Each has a colour, a shape and a word, always together. */
export type VerdictKind = 'confirmed' | 'likely' | 'ruled-out' | 'unknown' | 'could-not-check';
