import type { Both, ProbeTexts } from '../texts';
import en from './text.en.json';
import ja from './text.ja.json';

/** What each probe is called. */
export const probeTexts: Both<ProbeTexts> = { en, ja };
