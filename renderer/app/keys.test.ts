import { expect, it } from 'vitest';
import { keyCommand, KEYS, type Press } from './keys';
import type { Screen } from './store';

const press = (key: string, rest: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  repeat: false,
  focus: 'page',
  ...rest,
});

const SCREENS: readonly Screen[] = ['start', 'diagnose', 'evidence', 'map', 'remedy', 'export', 'sessions', 'settings'];

it('answers a question by letter, number or question mark, in either case', () => {
  expect(keyCommand(press('y'), 'diagnose')).toEqual({ kind: 'answer', key: 'Y' });
  expect(keyCommand(press('N'), 'diagnose')).toEqual({ kind: 'answer', key: 'N' });
  expect(keyCommand(press('7'), 'diagnose')).toEqual({ kind: 'answer', key: '7' });
  expect(keyCommand(press('?'), 'diagnose')).toEqual({ kind: 'answer', key: '?' });
});

it('answers nothing where there is no question', () => {
  for (const screen of SCREENS.filter((item) => item !== 'diagnose')) {
    for (const key of ['y', 'n', '1', '?', 'u', 'Enter']) expect(keyCommand(press(key), screen)).toBeNull();
  }
});

it('finds the search field and the list of keys from everywhere', () => {
  for (const screen of SCREENS) {
    expect(keyCommand(press('/'), screen)).toEqual({ kind: 'search' });
    expect(keyCommand(press('F1'), screen)).toEqual({ kind: 'help' });
  }
});

it('shows evidence and map only within a session', () => {
  expect(keyCommand(press('e'), 'remedy')).toEqual({ kind: 'evidence' });
  expect(keyCommand(press('m'), 'diagnose')).toEqual({ kind: 'map' });
  expect(keyCommand(press('e'), 'start')).toBeNull();
  expect(keyCommand(press('m'), 'settings')).toBeNull();
});

it('leaves what is typed alone, also while an input method puts a word together', () => {
  for (const key of ['y', '/', '?', 'Enter', '1']) {
    expect(keyCommand(press(key, { focus: 'text' }), 'diagnose')).toBeNull();
    expect(keyCommand(press(key, { isComposing: true }), 'diagnose')).toBeNull();
  }
  expect(keyCommand(press('F1', { focus: 'text' }), 'start')).toEqual({ kind: 'help' });
});

it('leaves Enter to the button that has the focus', () => {
  expect(keyCommand(press('Enter', { focus: 'control' }), 'diagnose')).toBeNull();
  expect(keyCommand(press('Enter'), 'diagnose')).toEqual({ kind: 'take' });
  expect(keyCommand(press('y', { focus: 'control' }), 'diagnose')).toEqual({ kind: 'answer', key: 'Y' });
});

it('takes no key with Ctrl, Alt or Windows, and none that is held down', () => {
  for (const rest of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { repeat: true }]) {
    for (const { keys } of KEYS) expect(keyCommand(press(keys[0] ?? '', rest), 'diagnose')).toBeNull();
  }
});

it('gives no key two meanings', () => {
  const all = KEYS.flatMap(({ keys }) => keys);
  expect(new Set(all).size).toBe(all.length);
});
