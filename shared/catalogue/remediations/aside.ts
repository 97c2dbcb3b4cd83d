/** Where a CNI file is put that must no longer be found: outside of every configuration directory. */
export const ASIDE = 'C:\\ProgramData\\Winnow\\aside';
