import type { Screen } from './store';
import type { TextKey } from './text';

/** What a key does. `answer`: `key` is the one that stands beside the answer's button. */
export type KeyCommand =
  | { readonly kind: 'search' | 'take' | 'back' | 'evidence' | 'map' | 'help' }
  | { readonly kind: 'answer'; readonly key: string };

/** A key that was pressed, and where. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** Part of a word that an input method is putting together. */
  readonly isComposing: boolean;
  /** The key is held down. */
  readonly repeat: boolean;
  /** What has the focus: something that takes text, something that a key activates, or neither. */
  readonly focus: 'text' | 'control' | 'page';
}

interface Row {
  readonly keys: readonly string[];
  /** As on the key, for the list of all keys. */
  readonly shown: string;
  readonly screens: readonly Screen[] | 'all';
  readonly command: (key: string) => KeyCommand;
  readonly text: TextKey;
}

const WALKING: readonly Screen[] = ['diagnose'];
const IN_SESSION: readonly Screen[] = ['diagnose', 'evidence', 'map', 'remedy', 'export'];

const answer = (key: string): KeyCommand => ({ kind: 'answer', key });

/** Every key of the window, in the order in which they are listed. */
export const KEYS: readonly Row[] = [
  { keys: ['/'], shown: '/', screens: 'all', command: () => ({ kind: 'search' }), text: 'keys.search' },
  { keys: ['Enter'], shown: 'Enter', screens: WALKING, command: () => ({ kind: 'take' }), text: 'keys.take' },
  { keys: ['Y'], shown: 'Y', screens: WALKING, command: answer, text: 'keys.yes' },
  { keys: ['N'], shown: 'N', screens: WALKING, command: answer, text: 'keys.no' },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1 – 9',
    screens: WALKING,
    command: answer,
    text: 'keys.digit',
  },
  { keys: ['?'], shown: '?', screens: WALKING, command: answer, text: 'keys.unsure' },
  { keys: ['U'], shown: 'U', screens: WALKING, command: () => ({ kind: 'back' }), text: 'keys.back' },
  { keys: ['E'], shown: 'E', screens: IN_SESSION, command: () => ({ kind: 'evidence' }), text: 'keys.evidence' },
  { keys: ['M'], shown: 'M', screens: IN_SESSION, command: () => ({ kind: 'map' }), text: 'keys.map' },
  { keys: ['F1'], shown: 'F1', screens: 'all', command: () => ({ kind: 'help' }), text: 'keys.help' },
];

/** What a press of a key means on a screen; null: nothing of the window's own. */
export function keyCommand(press: Press, screen: Screen): KeyCommand | null {
  if (press.isComposing || press.repeat || press.ctrlKey || press.altKey || press.metaKey) return null;
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  if (press.focus === 'text' && key !== 'F1') return null;
  if (press.focus === 'control' && key === 'Enter') return null;
  const row = KEYS.find(({ keys, screens }) => keys.includes(key) && (screens === 'all' || screens.includes(screen)));
  return row?.command(key) ?? null;
}
